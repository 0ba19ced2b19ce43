import type { RegistryAnswer } from '../../../shared/contract/registry.ts';
import { entitlement, type Entitlement } from '../../../shared/regulation/entitlement.ts';
import { registryAge, verdictByAge } from '../../../shared/regulation/registry-age.ts';
import { moscowDate } from '../../../shared/regulation/time.ts';

/** How many entries are looked through for the one with exactly this number. */
export const ENTRIES_ASKED = 10;

/** What a licence allows by phone; `kind` unknown: the registry is too old to say (1.1). */
export type PhoneEntitlement = Omit<Entitlement, 'verdict'> & { kind: ReturnType<typeof verdictByAge> };

/** 1.1, 2.7, 6: what the registration number's licences allow by phone at an instant; null: the registry does not know the number. */
export function phoneEntitlement(
  registrationNumber: string,
  { entries, asOf }: RegistryAnswer,
  now: number,
): PhoneEntitlement | null {
  const entry = entries.find((one) => one.registrationNumber === registrationNumber);
  if (entry === undefined) return null;
  const { licences, purchasedOn } = entry;
  const { verdict, ...rest } = entitlement({ licences, purchasedOn, channel: 'phone', on: moscowDate(now) });
  return { ...rest, kind: verdictByAge(verdict, registryAge(asOf, now)) };
}
