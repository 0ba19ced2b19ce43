/**
 * What happens when the console dials a number:
 *
 * | dialled | what happens |
 * |---|---|
 * | a phone number, 7 to 15 digits | rings, somebody answers after 1–3 s: the user of the list with this number, or a stranger |
 * | … ending in 00 | busy (486) |
 * | … ending in 99 | rings, nobody answers (480 after 45 s) |
 * | … ending in 04 | no such subscriber (404) |
 * | 102–199 | an extension: a colleague answers after 1–3 s |
 * | *43 | echo: plays back what it hears |
 * | the console's own number | busy (486) |
 * | anything else | 404 |
 */
export type Destination = 'user' | 'colleague' | 'echo' | 'busy' | 'no-answer' | 'unknown';

/** Digits only, with the Russian trunk prefix 8 written as the country code 7: `8 (495) 123-45-67` → `74951234567`. */
export function comparable(number: string): string {
  const digits = number.replace(/\D/g, '');
  return digits.length === 11 && digits.startsWith('8') ? `7${digits.slice(1)}` : digits;
}

/** Where a dialled number leads. `own` is the number of the console that dials. */
export function destinationOf(dialled: string, own: string): Destination {
  if (dialled === own) return 'busy';
  if (dialled === '*43') return 'echo';
  if (/^1\d\d$/.test(dialled)) return 'colleague';
  const digits = comparable(dialled);
  if (!/^\+?[\d\s()-]+$/.test(dialled) || digits.length < 7 || digits.length > 15) return 'unknown';
  if (digits.endsWith('00')) return 'busy';
  if (digits.endsWith('99')) return 'no-answer';
  return digits.endsWith('04') ? 'unknown' : 'user';
}
