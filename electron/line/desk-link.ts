import { fail, ok, type Outcome } from '../../shared/contract/base.ts';
import type { CallbackEvent } from '../../shared/contract/events.ts';
import { lineFact, type LineFact, type LineLink } from '../../shared/contract/link.ts';
import { presence } from '../../shared/contract/line.ts';
import type { RegistryAnswer } from '../../shared/contract/registry.ts';
import type { Instant } from '../../shared/regulation/time.ts';
import type { OneAtATime } from './one-at-a-time.ts';
import type { LineLog } from './ports.ts';
import type { Presences } from './presences.ts';
import type { Registry } from './registry/registry.ts';
import { rulesPush, type LineRules } from './rules.ts';
import { BadEventError, type LineStore } from './store/store.ts';
import type { Subscribers } from './subscribers.ts';
import { applyFact, eventsOfToday, refuseFact, type Worked } from './team-events.ts';

/** The most a search gives back, whatever was asked for. */
const MOST_FOUND = 50;

/**
 * The desks' side of the line. Everything that arrives is parsed, which also makes it the line's own copy. Facts are applied one at a
 * time, each in a transaction; what they changed goes to all desks, and so does the truth about what was refused.
 */
export function createDeskLink(needs: {
  store: LineStore;
  registry: Registry;
  inTurn: OneAtATime;
  rules(): LineRules;
  presences: Presences;
  subscribers: Subscribers;
  /** Tells desks and leads about events. */
  publish(events: readonly CallbackEvent[]): void;
  isClosed(): boolean;
  now(): Instant;
  log: LineLog;
}): LineLink {
  const { store, registry, inTurn, rules, presences, subscribers, publish, isClosed, now, log } = needs;
  const asked = (answer: () => RegistryAnswer): Promise<Outcome<RegistryAnswer>> =>
    Promise.resolve(isClosed() ? fail('line-away') : ok(answer()));

  /** Applies one fact. One that would make an event nobody could read again is refused by itself, and counts as delivered: it never will fit. */
  const work = async (fact: LineFact): Promise<Worked> => {
    try {
      return await store.transaction((within) => applyFact(within, fact, rules(), now()));
    } catch (error) {
      if (!(error instanceof BadEventError)) throw error;
      log('error', 'fact-refused', { fact: fact.id, kind: fact.body.kind, problem: error.message });
      return refuseFact(store, fact, now());
    }
  };

  return {
    async deliver(facts) {
      const applied: string[] = [];
      for (const given of facts) {
        if (isClosed()) return fail('line-away');
        const fact = lineFact.safeParse(given);
        if (!fact.success) {
          log('error', 'bad-fact', { problem: fact.error.message });
          continue;
        }
        const result = await inTurn(async () => {
          const worked = await work(fact.data);
          if (worked.events.length > 0) publish(worked.events);
          return worked.result;
        });
        if (result !== 'applied' && result !== 'known') {
          log('info', 'fact-changed-nothing', { fact: fact.data.id, kind: fact.data.body.kind, result });
        }
        applied.push(fact.data.id);
      }
      return ok({ applied });
    },
    present(given) {
      const parsed = presence.safeParse(given);
      if (parsed.success) presences.set(parsed.data);
      else log('error', 'bad-presence', { problem: parsed.error.message });
    },
    searchRegistry: (text, limit) => asked(() => registry.search(text, Math.min(limit, MOST_FOUND))),
    registryByPhone: (number) => asked(() => registry.byPhone(number)),
    registryByNumber: (registrationNumber) => asked(() => registry.byNumber(registrationNumber)),
    registryById: (entryId) => asked(() => registry.byId(entryId)),
    subscribe(consultantId, handler) {
      let ended = false;
      let leave = (): void => undefined;
      // In turn with all changes: nothing is pushed before the whole state, and no change falls between the two.
      inTurn(async () => {
        const events = await eventsOfToday(store, now());
        if (ended) return;
        handler(structuredClone(rulesPush(rules())));
        handler({ kind: 'events', events });
        leave = subscribers.add(consultantId, handler);
      }).catch((error: unknown) => log('error', 'subscribe-failed', { error: String(error) }));
      return () => {
        if (ended) return;
        ended = true;
        leave();
        if (!subscribers.has(consultantId)) presences.gone(consultantId);
      };
    },
  };
}
