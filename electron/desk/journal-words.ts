import type { z } from 'zod';
import { consultationRecord } from '../../shared/desk-state/record.ts';
import { formatPhone, parsePhone } from '../../shared/regulation/phone-number.ts';
import { fold } from '../sqlite/search.ts';

/** What of a consultation is searched. */
export const searchedRecord = consultationRecord.pick({
  inquiry: true,
  number: true,
  e164: true,
  displayName: true,
  card: true,
});
type Searched = z.infer<typeof searchedRecord>;

/**
 * What a consultation is found by, for an index of trigrams (FTS5): numbers as they are written and as they are read, names, words of the
 * comment. A word shorter than three characters is found as the beginning of one: at the end every beginning stands behind two spaces, so
 * that even a single letter is a trigram.
 */
export function indexedWords({ inquiry, number, e164, displayName, card }: Searched): string {
  const phones = [number, e164, e164 === null ? null : formatPhone(e164), card.phone, parsePhone(card.phone).e164];
  const { registrationNumber, organisation, inn, contact, city, comment } = card;
  const parts = [
    ...[inquiry, inquiry.replace('-', '')],
    ...phones,
    ...[displayName, registrationNumber, organisation, inn, contact, city, comment],
  ];
  const text = fold(parts.filter((part) => part !== null && part !== '').join(' '));
  const beginnings = new Set(wordsOf(text).map((word) => [...word].slice(0, 2).join('')));
  return [text, ...beginnings].join(BEFORE_A_BEGINNING);
}

/** Texts that must all be within the indexed words; one of the lists is enough. Empty: there is nothing to search for. */
export type SearchTerms = readonly (readonly string[])[];

/**
 * What is looked for when somebody typed a text: every word, three characters and more anywhere, less as a beginning. A phone number is
 * found however it is written; its digits may be a registration number or an INN as well.
 */
export function searchTerms(text: string): SearchTerms {
  const typed = fold(text)
    .split(' ')
    .filter((word) => wordsOf(word).length > 0);
  if (typed.length === 0) return [];
  const everyWord = typed.map((word) => ([...word].length < 3 ? `${BEFORE_A_BEGINNING}${word}` : word));
  const { e164 } = parsePhone(text);
  return e164 === null ? [everyWord] : [[e164], everyWord];
}

/** The terms as FTS5 is asked for them. */
export const searchExpression = (terms: SearchTerms): string =>
  terms.map((all) => `(${all.map(phrase).join(' AND ')})`).join(' OR ');

/** Whether a consultation has them: what the index says, asked of one. */
export function hasTerms(record: Searched, terms: SearchTerms): boolean {
  const words = indexedWords(record);
  return terms.some((all) => all.every((term) => words.includes(term)));
}

/** Two spaces: folded text has none. */
const BEFORE_A_BEGINNING = '  ';

/** What stands between quotes is text to FTS5, whatever it says; folded text has no quotes of its own. */
const phrase = (words: string): string => `"${words}"`;

const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];
