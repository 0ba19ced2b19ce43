import { join } from 'node:path';
import Database from 'better-sqlite3';
import { z } from 'zod';
import { callbackEvent } from '../../shared/contract/events.ts';
import { consultationRecord } from '../../shared/desk-state/record.ts';
import type { SavedSoFar } from './saved-so-far.ts';

const records = z.array(z.object({ record: z.string() }));
const ids = z.array(z.object({ id: z.string() }));

/**
 * What is wrong with a data folder after a death, in words: a database that is damaged, something that was called saved and is not there,
 * something that is there twice. Empty: nothing.
 * @param folder the mode's folder, `…/data/training`
 * @param settled the console has been up since: what the desk had for the line must be there too
 */
export function lostOrTwice(folder: string, saved: SavedSoFar, settled: boolean): string[] {
  const problems: string[] = [];
  const desk = new Database(join(folder, 'desk.sqlite'));
  const line = new Database(join(folder, 'line.sqlite'));
  try {
    for (const [name, database] of [['desk', desk] as const, ['line', line] as const]) {
      const found = database.pragma('integrity_check', { simple: true });
      if (found !== 'ok') problems.push(`${name}: ${String(found)}`);
    }
    const consultations = records
      .parse(desk.prepare('SELECT record FROM consultations').all())
      .map(({ record }) => consultationRecord.parse(JSON.parse(record)));
    problems.push(...twice('inquiry', consultations, ({ inquiry }) => inquiry));
    problems.push(...twice('consultation of the call', consultations, ({ callId }) => callId ?? ''));
    const byId = new Map(consultations.map((one) => [one.id, one]));
    for (const [id, { inquiry, comment, closed }] of saved.consultations) {
      const kept = byId.get(id);
      if (kept === undefined) problems.push(`lost: consultation ${inquiry}`);
      else if (!kept.card.comment.startsWith(comment)) problems.push(`lost: words of ${inquiry}`);
      else if (closed && kept.closedAt === null) problems.push(`lost: the closing of ${inquiry}`);
    }

    const missed = new Set(
      z
        .array(z.object({ call_id: z.string() }))
        .parse(desk.prepare('SELECT call_id FROM missed_calls').all())
        .map(({ call_id }) => call_id),
    );
    for (const callId of saved.declined) if (!missed.has(callId)) problems.push(`lost: declined call ${callId}`);

    const mirrored = z
      .array(z.object({ event: z.string() }))
      .parse(desk.prepare('SELECT event FROM events').all())
      .map(({ event }) => callbackEvent.parse(JSON.parse(event)));
    problems.push(
      ...twice(
        'event',
        mirrored.filter(({ comment }) => comment !== ''),
        ({ comment }) => comment,
      ),
    );
    const waiting = JSON.stringify(desk.prepare('SELECT fact FROM outbox').all());
    const kept = new Map(mirrored.map((event) => [event.id, event]));
    const atLine = ids.parse(line.prepare('SELECT id FROM events').all()).map(({ id }) => id);
    const named = line.prepare(`SELECT comment AS id FROM events WHERE comment != ''`);
    problems.push(...twice('event of the line', ids.parse(named.all()), ({ id }) => id));
    for (const { id, closed } of saved.events.values()) {
      if (!kept.has(id)) problems.push(`lost: event ${id}`);
      else if (closed && kept.get(id)?.closed === null) problems.push(`lost: the closing of event ${id}`);
      if (!atLine.includes(id) && (settled || !waiting.includes(id))) problems.push(`lost on the way: event ${id}`);
    }
  } finally {
    desk.close();
    line.close();
  }
  return problems;
}

function twice<One>(what: string, list: readonly One[], keyOf: (one: One) => string): string[] {
  const seen = new Set<string>();
  return list.flatMap((one) => {
    const key = keyOf(one);
    if (!seen.has(key)) return (seen.add(key), []);
    return [`twice: ${what} ${key}`];
  });
}
