import { parsePhone } from './phone-number.ts';
import { ZONE_AREAS } from './russian-zones.ts';

/** The zone of a user, and what it was told by. */
export type UserZone = { readonly zone: string; readonly by: 'city' | 'number' };

const zoneOfTown = new Map(ZONE_AREAS.flatMap(({ zone, towns }) => towns.map((town) => [plain(town), zone] as const)));
const zoneOfCode = new Map(ZONE_AREAS.flatMap(({ zone, codes }) => codes.map((code) => [code, zone] as const)));

/**
 * 4.2: the user's own time zone: by the city of the registry or as it was said, else by the geographic code of the number. null: neither
 * tells (a mobile number, a town that is not in the table), and nothing is guessed.
 */
export function userZone({ city, number }: { readonly city: string; readonly number: string }): UserZone | null {
  const byCity = zoneOfTown.get(plain(city.replace(/,.*$/s, '')));
  if (byCity !== undefined) return { zone: byCity, by: 'city' };
  const code = /^\+7(\d{3})/.exec(parsePhone(number).e164 ?? '')?.[1];
  const byNumber = code === undefined ? undefined : zoneOfCode.get(code);
  return byNumber === undefined ? null : { zone: byNumber, by: 'number' };
}

/** A town without what people write differently: «г. Орёл», «орел». */
function plain(town: string): string {
  return town
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/^\s*(?:г|город|пгт|п|с|рп)(?:\.\s*|\s+)/, '')
    .replace(/[\s-]+/g, ' ')
    .trim();
}
