import { phoneKey } from './phone-number.ts';

/** Who wants to be called back, as far as it is known; blank = not known. */
export type Booking = {
  readonly number: string;
  readonly registrationNumber: string;
  readonly organisation: string;
};

/**
 * 4.2: two bookings are one only when the number and the registration number or the organisation agree: a head office has one number and
 * many pharmacies. What is not known agrees with nothing; different registration numbers are different products.
 */
export function areOneBooking(a: Booking, b: Booking): boolean {
  if (phoneKey(a.number) !== phoneKey(b.number)) return false;
  if (isKnown(a.registrationNumber) && isKnown(b.registrationNumber)) {
    return plain(a.registrationNumber) === plain(b.registrationNumber);
  }
  return isKnown(a.organisation) && plain(a.organisation) === plain(b.organisation);
}

function isKnown(text: string): boolean {
  return plain(text) !== '';
}

/** Case, quotes and spaces do not tell organisations apart. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[«»"“”„']/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
