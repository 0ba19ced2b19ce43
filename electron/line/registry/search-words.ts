import { fold } from '../../sqlite/search.ts';

/** Text as the registry is searched: folded, and everything but letters and digits is a space: «Аптека-Центр № 5» → «аптека центр 5». */
export function words(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** A registration number as numbers are compared: however it was spaced or dashed. */
export const numberKey = (text: string): string => words(text).replaceAll(' ', '');

/**
 * The words of a name, those that tell it from others first: «ООО Ромашка», «Ромашка, ООО» and «Общество с ограниченной ответственностью
 * „Ромашка“» begin alike.
 */
export function nameWords(organisation: string): string[] {
  const all = split(words(organisation));
  const telling = withoutLegalForms(all);
  return telling.length === all.length ? all : [...telling, ...all.filter((word) => !telling.includes(word))];
}

/** One way to read what somebody typed: words that must all occur. */
export type Reading = readonly string[];

/** No more words are looked for than anybody types. */
const MOST_WORDS = 8;

/**
 * What somebody typed, as the ways to read it, the likeliest first: a number however it was spaced, with and without its trunk prefix; the
 * text as it is; the text as it would be with the other keyboard layout. The first that finds anything is meant.
 */
export function readings(text: string): Reading[] {
  const digits = text.replace(/\D/g, '');
  const isNumber = digits !== '' && /^[\d\s()+.-]+$/.test(text);
  const numbers = isNumber ? [[digits], ...(/^[78]\d{3}/.test(digits) ? [[digits.slice(1)]] : [])] : [];
  const typed = wordsOfQuery(text);
  const cyrillic = wordsOfQuery(inOtherLayout(text.toLowerCase(), LATIN, CYRILLIC));
  const latin = wordsOfQuery(inOtherLayout(typed.join(' '), CYRILLIC, LATIN));
  const seen = new Set<string>();
  return [...numbers, typed, cyrillic, latin].filter((reading) => {
    const key = reading.join(' ');
    return key !== '' && !seen.has(key) && seen.add(key);
  });
}

function wordsOfQuery(text: string): string[] {
  const all = split(words(text));
  const telling = withoutLegalForms(all);
  return (telling.length > 0 ? telling : all).slice(0, MOST_WORDS);
}

const split = (folded: string): string[] => (folded === '' ? [] : folded.split(' '));

/** As they are written in names; the longest of those that begin alike first. */
const LEGAL_FORMS = [
  'общество с ограниченной ответственностью',
  'непубличное акционерное общество',
  'публичное акционерное общество',
  'закрытое акционерное общество',
  'открытое акционерное общество',
  'акционерное общество',
  'индивидуальный предприниматель',
  'муниципальное унитарное предприятие',
  'государственное унитарное предприятие',
  ...'ооо оао зао пао ао нао ип муп гуп фгуп гбуз мбуз гбу мбу ано чоу чуз'.split(' '),
].map((form) => form.split(' '));

/** Legal forms stand before or after a name or not at all, so they tell nothing; empty when there was nothing else. */
function withoutLegalForms(all: readonly string[]): string[] {
  const left: string[] = [];
  for (let at = 0; at < all.length;) {
    const form = LEGAL_FORMS.find((one) => one.every((word, place) => all[at + place] === word));
    if (form === undefined) left.push(all[at] ?? '');
    at += form?.length ?? 1;
  }
  return left;
}

const LATIN = "`qwertyuiop[]asdfghjkl;'zxcvbnm,.";
const CYRILLIC = 'ёйцукенгшщзхъфывапролджэячсмитьбю';

/** The same keys on the other layout: «fgntrf» is «аптека». Signs that are on no such key stay. */
const inOtherLayout = (text: string, from: string, to: string): string =>
  [...text].map((sign) => to[from.indexOf(sign)] ?? sign).join('');
