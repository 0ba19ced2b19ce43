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
