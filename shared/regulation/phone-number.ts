/**
 * A phone number as it came and what it means. `e164` is null when it is no number we know the meaning of:
 * then it is shown, saved and dialled as it came, and matched only by equality.
 */
export type Phone = { readonly e164: string | null; readonly extension: string | null; readonly raw: string };

/** Spaces of every kind, brackets, dashes of every kind, points. */
const SEPARATORS = /[\s()[\].\u2010-\u2015\u2212-]/g;
const SCHEME = /^(sips?|tel):/i;
const EXTENSION_WORD = /(?:доб(?:авочный)?|вн(?:утр(?:енний)?)?|ext(?:ension)?)\.?[\s:№]*(\d{1,6})\)?$/i;

/**
 * 2.3, 4.2 (facts: phone): reads a number to E.164. +7, 7 or 8 and ten digits; ten digits alone; 8-10 and a foreign number; '+' and 8–15 digits
 * (after +7 exactly ten). Up to six digits alone are an extension. `tel:`, `sip:` and «доб.» are split off, the extension is kept.
 */
export function parsePhone(raw: string): Phone {
  const { number, extension } = splitExtension(userPart(raw.trim()));
  const digits = number.replace(SEPARATORS, '');
  if (extension === null && /^\d{1,6}$/.test(digits)) return { e164: null, extension: digits, raw };
  const e164 = toE164(digits);
  return { e164, extension: e164 === null ? null : extension, raw };
}

/** E.164 as people read it: '+7 916 123-45-67'; a foreign number, or anything else, as it is. */
export function formatPhone(e164: string): string {
  return e164.replace(/^\+7(\d{3})(\d{3})(\d{2})(\d{2})$/, '+7 $1 $2-$3-$4');
}

/** 2.3, 4.2: what two numbers must share to be one number: E.164, else the extension, else the text itself. */
export function phoneKey(raw: string): string {
  const { e164, extension } = parsePhone(raw);
  return e164 ?? extension ?? raw.trim();
}

/** 'sip:+7495…@pbx' and 'tel:+7495…;phone-context=…' name a number; the extension of a tel address is said as «доб.». */
function userPart(text: string): string {
  if (!SCHEME.test(text)) return text;
  const address = text.replace(SCHEME, '').replace(/@.*/, '').replace(/%2B/gi, '+');
  const user = address.replace(/;.*/, '');
  const extension = /;ext=([^;]*)/i.exec(address);
  return extension === null ? user : `${user} доб. ${extension[1]}`;
}

function splitExtension(text: string): { number: string; extension: string | null } {
  const found = EXTENSION_WORD.exec(text);
  if (found === null) return { number: text, extension: null };
  return { number: text.slice(0, found.index).replace(/[,;]\s*$/, ''), extension: found[0].replace(/\D/g, '') };
}

function toE164(digits: string): string | null {
  if (/^\+7\d{10}$/.test(digits)) return digits;
  if (/^\+[1-689]\d{7,14}$/.test(digits)) return digits;
  if (/^[78]\d{10}$/.test(digits)) return `+7${digits.slice(1)}`;
  if (/^\d{10}$/.test(digits)) return `+7${digits}`;
  if (/^810\d+$/.test(digits)) return toE164(`+${digits.slice(3)}`);
  return null;
}
