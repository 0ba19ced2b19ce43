import { lineFact, type LineLink } from '../../shared/contract/link.ts';
import type { DeskLog, Timers } from './ports.ts';
import type { DeskDatabase } from './schema.ts';

const BATCH = 100;
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 30_000;

export type Outbox = {
  /** There may be something to deliver; what is under way goes on. */
  kick(): void;
  /** The events that facts still on their way are about. */
  eventIds(): string[];
  /** How many facts are still on their way. */
  size(): number;
  close(): void;
};

/**
 * Delivers the facts of the outbox to the line, in order, and forgets each only when the line has it. While the line is away it tries again
 * after half a second, then twice as long each time, up to half a minute.
 * @param connected told whether the line answered
 */
export function createOutbox(options: {
  database: DeskDatabase;
  link: LineLink;
  timers: Timers;
  connected(isConnected: boolean): void;
  log: DeskLog;
}): Outbox {
  const { database, link, timers, connected, log } = options;
  const { kysely, all, run } = database;
  let delivering = false;
  let closed = false;
  let waitMs = FIRST_WAIT_MS;
  let callOff: () => void = () => undefined;

  const waiting = () =>
    all(kysely.selectFrom('outbox').select('fact').orderBy('seq').limit(BATCH)).map(({ fact }) =>
      lineFact.parse(JSON.parse(fact)),
    );

  /** Delivers one batch. Returns whether the line took anything. */
  async function deliver(): Promise<'none' | 'taken' | 'away'> {
    const facts = waiting();
    if (facts.length === 0) return 'none';
    const outcome = await link.deliver(facts);
    if (closed) return 'none';
    if (!outcome.ok) {
      log('warn', 'facts-not-delivered', { code: outcome.error.code, waiting: facts.length });
      return 'away';
    }
    const { applied } = outcome.value;
    if (applied.length === 0) return 'away';
    run(kysely.deleteFrom('outbox').where('id', 'in', applied));
    return 'taken';
  }

  async function deliverAll(): Promise<void> {
    if (delivering || closed) return;
    delivering = true;
    callOff();
    let result: 'none' | 'taken' | 'away' = 'taken';
    try {
      while (result === 'taken') {
        result = await deliver();
        if (result === 'taken') connected(true);
      }
    } catch (error) {
      log('error', 'facts-not-delivered', { error: String(error) });
      result = 'away';
    }
    delivering = false;
    if (closed) return;
    if (result === 'none') {
      waitMs = FIRST_WAIT_MS;
      // One may have come while the last answer was on its way.
      if (waiting().length > 0) void deliverAll();
      return;
    }
    connected(false);
    callOff = timers.after(waitMs, () => void deliverAll());
    waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS);
  }

  return {
    kick: () => void deliverAll(),
    eventIds: () =>
      all(kysely.selectFrom('outbox').select('event_id').where('event_id', 'is not', null))
        .map(({ event_id }) => event_id)
        .filter((id) => id !== null),
    size() {
      const counted = kysely.selectFrom('outbox').select((eb) => eb.fn.countAll<number>().as('count'));
      return all(counted)[0]?.count ?? 0;
    },
    close() {
      closed = true;
      callOff();
    },
  };
}
