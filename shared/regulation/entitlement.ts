import type { DateKey } from './time.ts';
import { addDays, addMonths } from './time.ts';

/** 6: valid from its first to its last date, both included. It belongs to one registration number. */
export type Licence = { readonly kind: 'prof' | 'standard'; readonly first: DateKey; readonly last: DateKey };

/** 2.9, 6: what the user may ask for. */
export const CHANNELS = ['phone', 'email', 'updates', 'remote'] as const;
export type Channel = (typeof CHANNELS)[number];

export type EntitlementVerdict = 'allowed' | 'error-report-only' | 'refused';

/** The best licence in force; `free-standard` is the three months of 2.7. */
export type EntitlementBasis = 'prof' | 'standard' | 'free-standard';

/** The verdict with its clauses, and the dates to tell the user. */
export type Entitlement = {
  readonly verdict: EntitlementVerdict;
  /** The best licence in force that day, whatever the verdict; null = none. */
  readonly basis: EntitlementBasis | null;
  /** Last day of the basis, adjoining licences of its kind joined; null without basis. */
  readonly until: DateKey | null;
  readonly clauses: readonly string[];
  /** First day of the nearest licence still to come; null = none known. */
  readonly startsOn: DateKey | null;
  /** Without basis: the last day of the latest licence that has ended; null = none known. */
  readonly endedOn: DateKey | null;
};

/** What is known of one registration number. `on` is the Moscow date of the answer, or of a letter's arrival. */
export type EntitlementQuestion = {
  readonly licences: readonly Licence[];
  /** Purchase day of the product, null when unknown. */
  readonly purchasedOn: DateKey | null;
  readonly channel: Channel;
  readonly on: DateKey;
};

type Period = { readonly basis: EntitlementBasis; readonly first: DateKey; readonly last: DateKey };

/**
 * 1.1, 2.7, 2.9, 6: may this registration number use this channel on this day? The best licence counts: PROF, Standard, free Standard.
 * A number that is not in the registry is the caller's own answer («не найден»), not a question for this rule.
 */
export function entitlement({ licences, purchasedOn, channel, on }: EntitlementQuestion): Entitlement {
  const periods: Period[] = [
    ...joined(licences, 'prof'),
    ...joined(licences, 'standard'),
    ...freeStandard(purchasedOn),
  ];
  const inForce = periods.find(({ first, last }) => first <= on && on <= last);
  const startsOn = earliest(periods.filter(({ first }) => first > on).map(({ first }) => first));
  if (inForce === undefined) {
    const endedOn = latest(periods.filter(({ last }) => last < on).map(({ last }) => last));
    return { verdict: 'refused', basis: null, until: null, clauses: ['1.1', '2.7'], startsOn, endedOn };
  }
  const { basis, last: until } = inForce;
  return { verdict: verdictOf(basis, channel), basis, until, clauses: CLAUSES[basis], startsOn, endedOn: null };
}

/** 2.9, 6: the verdict on every channel: what is still possible where one is refused. */
export function entitlementByChannel(question: Omit<EntitlementQuestion, 'channel'>): Record<Channel, Entitlement> {
  const on = (channel: Channel): Entitlement => entitlement({ ...question, channel });
  return { phone: on('phone'), email: on('email'), updates: on('updates'), remote: on('remote') };
}

/**
 * 2.7: the three months of free Standard: from the purchase day to the same day of the third month after, both included;
 * if that month lacks the day, its last day. Needs no registration.
 */
export function freeStandardUntil(purchasedOn: DateKey): DateKey {
  return addMonths(purchasedOn, 3);
}

/** 6.1 does not forbid the phone, it does not offer it: hence its own clause in the refusal. */
const CLAUSES: Record<EntitlementBasis, readonly string[]> = {
  prof: ['6.2'],
  standard: ['6.1'],
  'free-standard': ['2.7', '6.1'],
};

function verdictOf(basis: EntitlementBasis, channel: Channel): EntitlementVerdict {
  if (basis === 'prof' || channel === 'updates') return 'allowed';
  return channel === 'email' ? 'error-report-only' : 'refused';
}

/** Licences of one kind that overlap or adjoin (one ends the day before the next begins) show as one period. */
function joined(licences: readonly Licence[], kind: Licence['kind']): Period[] {
  const periods: Period[] = [];
  const own = licences.filter((licence) => licence.kind === kind && licence.first <= licence.last);
  for (const { first, last } of [...own].sort((a, b) => (a.first < b.first ? -1 : 1))) {
    const before = periods.at(-1);
    if (before === undefined || addDays(first, -1) > before.last) periods.push({ basis: kind, first, last });
    else if (last > before.last) periods.splice(-1, 1, { ...before, last });
  }
  return periods;
}

function freeStandard(purchasedOn: DateKey | null): Period[] {
  if (purchasedOn === null) return [];
  return [{ basis: 'free-standard', first: purchasedOn, last: freeStandardUntil(purchasedOn) }];
}

function earliest(dates: readonly DateKey[]): DateKey | null {
  return [...dates].sort().at(0) ?? null;
}

function latest(dates: readonly DateKey[]): DateKey | null {
  return [...dates].sort().at(-1) ?? null;
}
