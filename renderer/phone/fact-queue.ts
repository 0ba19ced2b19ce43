import type { PhoneFact } from '../../shared/contract/phone.ts';
import type { Outcome } from '../../shared/contract/wire.ts';

/** A fact with its instant; `agoMs` is reckoned when it is sent. */
type Kept = { fact: PhoneFact; at: number };

/** A fact without its age: the queue dates it. */
export type NewFact = PhoneFact extends infer F ? (F extends { agoMs: number } ? Omit<F, 'agoMs'> : F) : never;

export type SendFacts = (facts: PhoneFact[]) => Promise<Outcome<null>>;

const RETRY_MS = 1_000;
const BATCH = 50;

export interface FactQueue {
  add(fact: NewFact): void;
  /** The service is there: what it has not acknowledged is sent, oldest first. */
  connect(send: SendFacts): void;
  disconnect(): void;
}

/**
 * Facts in the order they happened, kept until the desk says it has them. A service that was away gets all of them, dated by their age.
 * @param now ms, monotonic
 * @param onBug told of a fact that breaks the contract; it is dropped, lest it hold up all others
 */
export function createFactQueue(now: () => number, onBug: (fact: PhoneFact) => void): FactQueue {
  const kept: Kept[] = [];
  let send: SendFacts | null = null;
  let busy = false;

  async function flush(): Promise<void> {
    if (busy) return;
    busy = true;
    while (send && kept.length > 0) {
      const current: SendFacts = send;
      const batch = kept.slice(0, BATCH);
      const outcome = await current(batch.map(({ fact, at }) => aged(fact, now() - at)));
      if (outcome.ok) remove(batch);
      else if (outcome.error.code === 'disconnected') {
        if (send === current) send = null;
      } else if (outcome.error.code === 'bad-message' && batch.length === 1) {
        remove(batch);
        batch.forEach(({ fact }) => onBug(fact));
      } else if (outcome.error.code === 'bad-message') await oneByOne(batch, current);
      else await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
    busy = false;
  }

  /** A bad fact among good ones: the good ones pass. */
  async function oneByOne(batch: Kept[], current: SendFacts): Promise<void> {
    for (const one of batch) {
      const outcome = await current([aged(one.fact, now() - one.at)]);
      if (!outcome.ok && outcome.error.code !== 'bad-message') return;
      remove([one]);
      if (!outcome.ok) onBug(one.fact);
    }
  }

  function remove(done: Kept[]): void {
    for (const one of done) {
      const index = kept.indexOf(one);
      if (index >= 0) kept.splice(index, 1);
    }
  }

  return {
    add(fact) {
      // States that are told whole: only the last one counts, so a long absence of the service does not pile them up.
      if (isWhole(fact) && !busy) remove(kept.filter((one) => one.fact.kind === fact.kind));
      kept.push({ fact: dated(fact), at: now() });
      void flush();
    },
    connect(given) {
      send = given;
      void flush();
    },
    disconnect: () => void (send = null),
  };
}

type WholeFact = Exclude<PhoneFact, { agoMs: number }>;

/** States that are told whole and have no age. */
const WHOLE: ReadonlySet<PhoneFact['kind']> = new Set<WholeFact['kind']>([
  'registration',
  'devices',
  'sound',
  'headsets',
  'link-check',
]);
const isWhole = (fact: NewFact): fact is WholeFact => WHOLE.has(fact.kind);

function dated(fact: NewFact): PhoneFact {
  return isWhole(fact) ? fact : { ...fact, agoMs: 0 };
}

function aged(fact: PhoneFact, agoMs: number): PhoneFact {
  return 'agoMs' in fact ? { ...fact, agoMs: Math.max(0, agoMs) } : fact;
}
