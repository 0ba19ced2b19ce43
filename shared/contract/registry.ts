import { z } from 'zod';
import { dateKey, id, instant, shortText } from './base.ts';

export const licencePeriod = z.object({ kind: z.enum(['prof', 'standard']), first: dateKey, last: dateKey });

/** One product in the licence registry: what the caller's three facts are compared with (2.3). */
export const registryEntry = z.object({
  id,
  registrationNumber: shortText,
  organisation: shortText,
  inn: shortText,
  city: shortText,
  configuration: shortText,
  phones: z.array(shortText),
  contact: shortText,
  purchasedOn: dateKey.nullable(),
  licences: z.array(licencePeriod),
});
export type RegistryEntry = z.infer<typeof registryEntry>;

/** The registry knows its own age: verdicts say «по данным на …» (1.1). */
export const registryAnswer = z.object({ entries: z.array(registryEntry), asOf: instant.nullable() });
export type RegistryAnswer = z.infer<typeof registryAnswer>;

/** Somebody the caller may be. Shown, never picked by the program (2.3). */
export const candidate = z.object({
  source: z.enum(['registry', 'journal']),
  entry: registryEntry.nullable(),
  name: shortText,
  organisation: shortText,
  registrationNumber: shortText,
  /** How many conversations the journal has with this one. */
  conversations: z.number().int().nonnegative(),
});
export type Candidate = z.infer<typeof candidate>;
