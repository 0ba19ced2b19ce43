import type { EntitlementVerdict } from './entitlement.ts';
import type { Instant } from './time.ts';
import { HOUR_MS } from './time.ts';

/** 1.1, 2.7, policy: how old what we know of licences may be before it judges nobody. Milliseconds. */
export type RegistryAgePolicy = {
  /** From this age on it is said beside every verdict. */
  readonly saidAfterMs: number;
  /** From this age on entitlement is unknown and the consultant decides. */
  readonly tooOldAfterMs: number;
};

const DAY_MS = 24 * HOUR_MS;
export const DEFAULT_REGISTRY_AGE_POLICY: RegistryAgePolicy = { saidAfterMs: 2 * DAY_MS, tooOldAfterMs: 7 * DAY_MS };

/** `fresh`: judge; `ageing`: judge, and say how old it is; `too-old`: judge nobody; `unknown`: nobody knows of when it is. */
export type RegistryAge = 'fresh' | 'ageing' | 'too-old' | 'unknown';

/** 1.1, 2.7: is what we know of licences («по данным на …») fresh enough to judge? One from the future counts as fresh: clocks differ. */
export function registryAge(
  asOf: Instant | null,
  now: Instant,
  policy: RegistryAgePolicy = DEFAULT_REGISTRY_AGE_POLICY,
): RegistryAge {
  if (asOf === null) return 'unknown';
  const ageMs = now - asOf;
  if (ageMs >= policy.tooOldAfterMs) return 'too-old';
  return ageMs >= policy.saidAfterMs ? 'ageing' : 'fresh';
}

/**
 * 1.1, 2.7: the verdict that data of this age allow. What they allow holds by its own dates; a refusal does not: the user may have renewed
 * since. Then entitlement is unknown, and the consultant decides.
 */
export function verdictByAge(verdict: EntitlementVerdict, age: RegistryAge): EntitlementVerdict | 'unknown' {
  return verdict === 'allowed' || age === 'fresh' || age === 'ageing' ? verdict : 'unknown';
}
