import { phoneKey } from './phone-number.ts';

/** 4.2: who asks to be called back, as far as it tells one user from another. Blank text = not said. */
export type Caller = {
  readonly number: string;
  readonly extension: string | null;
  readonly registrationNumber: string;
  readonly organisation: string;
};

/**
 * 4.2: two bookings are one only when the number and the registration number or the organisation agree: a head office has one number and
 * many pharmacies. Numbers with different extensions are different numbers.
 */
export function isSameUser(one: Caller, other: Caller): boolean {
  if (phoneKey(one.number) !== phoneKey(other.number) || one.extension !== other.extension) return false;
  // Both named a product, and not the same one: two pharmacies of one organisation.
  const [ours, theirs] = [plain(one.registrationNumber), plain(other.registrationNumber)];
  if (ours !== '' && theirs !== '') return ours === theirs;
  const organisation = plain(one.organisation);
  return organisation !== '' && organisation === plain(other.organisation);
}

/** A name without what people write differently: case, ё, quotes and other signs. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
