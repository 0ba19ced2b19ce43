/**
 * Text as it is searched: lower case, ё as е, quotes of every kind dropped, spaces made single. What is indexed and what is typed both
 * go through it, so «АПТЕКА „Ёлка“» is found by «елка».
 */
export function fold(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[«»„“”‟"'‘’‚`´]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** What FTS5 is asked for a text; null: this index has nothing to say about it. */
export type SearchTerms = {
  /** For a table tokenised by `trigram` over folded text: every word of three characters or more, anywhere. */
  readonly anywhere: string | null;
  /** For a table tokenised by `unicode61` with `prefix='1 2'`: every shorter word, as the beginning of one. */
  readonly beginning: string | null;
};

/** Splits what somebody typed into the terms of the two indexes; all of them must match. Both null: nothing to search for. */
export function searchTerms(text: string): SearchTerms {
  const words = fold(text)
    .split(' ')
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
  const long = words.filter((word) => [...word].length >= 3);
  const short = words.filter((word) => [...word].length < 3);
  return {
    anywhere: long.length === 0 ? null : long.map((word) => `"${word}"`).join(' AND '),
    beginning: short.length === 0 ? null : short.map((word) => `"${word}"*`).join(' AND '),
  };
}
