/**
 * The short number of an inquiry, to be read out on the phone: «4К-173». Digits of the running number, the last three after the dash,
 * and one check letter before it. The letter is the number modulo 11, so one wrong digit or two swapped neighbours never pass.
 * The letters look like no digit, are told apart by ear, and none has a Latin twin that means another one.
 */
const LETTERS = 'ЖЛМРКУФШЦЮЯ';
const LATIN_TWINS: Readonly<Record<string, string>> = { K: 'К', M: 'М', P: 'Р', Y: 'У' };

/** The inquiry number of the n-th inquiry: 4173 → «4К-173». Throws RangeError unless n is a whole number from 0. */
export function inquiryNumber(n: number): string {
  if (!Number.isSafeInteger(n) || n < 0) throw new RangeError(`not a running number: ${n}`);
  const digits = String(n).padStart(4, '0');
  return `${digits.slice(0, -3)}${LETTERS[n % LETTERS.length]}-${digits.slice(-3)}`;
}

/** What somebody read out or typed: the running number; `format` = no inquiry number; `check` = misheard or mistyped. */
export type ParsedInquiryNumber =
  { readonly ok: true; readonly n: number } | { readonly ok: false; readonly code: 'format' | 'check' };

/** Reads an inquiry number back: case, spaces, the dash and Latin letters of the same shape do not matter. */
export function parseInquiryNumber(text: string): ParsedInquiryNumber {
  const compact = text.toUpperCase().replace(/[\s\u2010-\u2015\u2212-]/g, '');
  const parts = /^(\d{1,12})(\D)(\d{3})$/.exec(compact);
  const letter = parts?.[2] ?? '';
  const place = LETTERS.indexOf(LATIN_TWINS[letter] ?? letter);
  if (parts === null || place < 0) return { ok: false, code: 'format' };
  const n = Number(`${parts[1]}${parts[3]}`);
  return n % LETTERS.length === place ? { ok: true, n } : { ok: false, code: 'check' };
}
