import { fold } from '../../sqlite/search.ts';

/** Text as the registry is searched: folded, and everything but letters and digits is a space: «Аптека-Центр № 5» → «аптека центр 5». */
export function words(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** What somebody typed, as the ways to read it: each is a list of words that must all occur. The first that finds anything is meant. */
export function readings(text: string): string[][] {
  const typed = [text, ...otherLayout(text)].map(wordsOfQuery);
  const digits = text.replace(/\D/g, '');
  const isNumber = digits !== '' && /^[\d\s()+.-]+$/.test(text);
  // A number is searched as one, however it was spaced; its trunk prefix 8 or 7 is not part of what is kept.
  const numbers = isNumber ? [[digits], ...(/^[78]\d{3}/.test(digits) ? [[digits.slice(1)]] : [])] : [];
  return [...numbers, ...typed].filter((list) => list.length > 0);
}

/** Legal forms stand before or after a name or not at all, so they are only looked for when nothing else was typed. */
const LEGAL_FORMS = new Set('ооо оао зао пао ао нао ип муп гуп гбуз мбуз'.split(' '));

function wordsOfQuery(text: string): string[] {
  const all = words(text)
    .split(' ')
    .filter((word) => word !== '')
    .slice(0, 8);
  const telling = all.filter((word) => !LEGAL_FORMS.has(word));
  return telling.length > 0 ? telling : all;
}

const LATIN = "`qwertyuiop[]asdfghjkl;'zxcvbnm,.";
const CYRILLIC = 'ёйцукенгшщзхъфывапролджэячсмитьбю';

/** The same keys on the other layout: «fgntrf» is «аптека». A text in both alphabets is taken as it is. */
function otherLayout(text: string): string[] {
  const lower = text.toLowerCase();
  const latin = /[a-z]/.test(lower);
  const cyrillic = /[а-яё]/.test(lower);
  if (latin === cyrillic) return [];
  const [from, to] = latin ? [LATIN, CYRILLIC] : [CYRILLIC, LATIN];
  return [[...lower].map((sign) => to[from.indexOf(sign)] ?? sign).join('')];
}
