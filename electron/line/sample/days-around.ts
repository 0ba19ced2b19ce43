import type { RegistryEntry } from '../../../shared/contract/registry.ts';
import { addDays, addMonths, type DateKey } from '../../../shared/regulation/time.ts';

type Licence = RegistryEntry['licences'][number];

/** Dates told by their distance from one day. Each is worked out once: ten thousand licences fall on a few thousand days. */
export type DaysAround = {
  day(offset: number): DateKey;
  month(offset: number): DateKey;
  /** The day after a date. */
  after(date: DateKey): DateKey;
  /** A licence of one year. */
  year(kind: Licence['kind'], first: DateKey): Licence;
};

export function daysAround(today: DateKey): DaysAround {
  const day = remembered((offset: number) => addDays(today, offset));
  const after = remembered((date: DateKey) => addDays(date, 1));
  const lastOfYear = remembered((first: DateKey) => addDays(addMonths(first, 12), -1));
  return {
    day,
    month: (offset) => addMonths(today, offset),
    after,
    year: (kind, first) => ({ kind, first, last: lastOfYear(first) }),
  };
}

function remembered<Key, Value>(work: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const fresh = work(key);
    known.set(key, fresh);
    return fresh;
  };
}
