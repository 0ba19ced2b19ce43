import { parsePhone } from '../regulation/phone-number.ts';

/**
 * What the PBX is asked for. A number with an extension is dialled without it («Донабрать» sends that). Where the PBX wants a prefix, a number of
 * the city or mobile net is dialled as from a Russian telephone: prefix, 8 and ten digits; prefix, 810 and a foreign number. Extensions and
 * what is no number are dialled as they came.
 * @param prefix digits, '' for none
 */
export function dialString(number: string, prefix: string): string {
  const { e164, extension } = parsePhone(number);
  if (e164 === null || (prefix === '' && extension === null)) return number.replace(/^(?:sips?|tel):/i, '');
  if (prefix === '') return e164;
  return `${prefix}${e164.startsWith('+7') ? `8${e164.slice(2)}` : `810${e164.slice(1)}`}`;
}

/** The number behind a prefixed one, as lookups, journal and «Пропущенные» know it; anything else as it is. */
export function withoutPrefix(number: string, prefix: string): string {
  if (prefix === '' || !number.startsWith(prefix)) return number;
  const rest = number.slice(prefix.length);
  return /^8\d{10}$|^810[1-689]\d{7,14}$/.test(rest) ? rest : number;
}
