import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openCore } from '../../electron/desk/core.ts';
import type { DeskPorts } from '../../electron/desk/ports.ts';
import { journalReader } from '../../electron/desk/journal-reader.ts';
import { openDeskDatabase, type DeskDatabase } from '../../electron/desk/schema.ts';
import type { PhoneFact } from '../../shared/contract/phone.ts';
import { fakeLine, fixedSettings, handMovedTime, noData } from './desk-lab.ts';

/** A core on a real file; `onDisk` reads the file over a connection of its own at the moment of each publication. */
function watchedCore() {
  const file = join(mkdtempSync(join(tmpdir(), 'line15-core-')), 'desk.sqlite');
  const database = openDeskDatabase(file);
  const disk = journalReader(openDeskDatabase(file));
  const published: { phase: string; comment: string; savedEdit: number; onDisk: string | null }[] = [];
  const problems: string[] = [];
  let made = 0;
  const time = handMovedTime();
  const ports: DeskPorts = {
    ...time,
    dbFile: file,
    newId: () => `id-${(made += 1)}`,
    mode: 'work',
    consultant: { id: 'petrova', name: 'Петрова' },
    link: fakeLine().link,
    settings: fixedSettings(),
    data: noData,
    training: null,
    probe: () => Promise.resolve(null),
    sealing: null,
    log: (_level, what) => void problems.push(what),
  };
  const core = openCore(ports, database, {
    order: () => undefined,
    published: ({ consultation }) => {
      if (consultation === null) return;
      const { id, phase, card, savedEdit } = consultation;
      const stored = disk.consultation(id);
      published.push({ phase, comment: card.comment, savedEdit, onDisk: stored === null ? null : stored.card.comment });
    },
  });
  core.start();
  const fact = (given: PhoneFact) => core.happen({ kind: 'fact', fact: given });
  const talk = () => {
    fact({ kind: 'ringing', callId: 'c1', number: '101', displayName: '', dialled: '', agoMs: 0 });
    fact({ kind: 'answered', callId: 'c1', agoMs: 0 });
    return core.state().consultation?.id ?? '';
  };
  return { core, database, time, published, problems, talk };
}

test('the answer is on the screen before it is on disk; nothing is called saved before it is', () => {
  const { core, published, talk } = watchedCore();
  const consultationId = talk();
  expect(published[0]).toEqual({ phase: 'talking', comment: '', savedEdit: 0, onDisk: null });
  core.happen({ kind: 'edit-card', consultationId, patch: { comment: 'чек' }, record: null });
  core.happen({ kind: 'saved', consultationId, edit: 4 });
  expect(published.at(-1)).toEqual({ phase: 'talking', comment: 'чек', savedEdit: 4, onDisk: 'чек' });
  expect(published.filter(({ comment, savedEdit }) => comment === 'чек' && savedEdit === 0)).toEqual([]);
  core.close();
});

test('a disk that refuses is said, and what it refused is written as soon as it does not', () => {
  const { core, database, problems, talk } = watchedCore();
  const consultationId = talk();
  const refuse = (sql: string) => refuseWrites(database, sql);
  refuse('ON');
  const refused = core.happen({ kind: 'edit-card', consultationId, patch: { comment: 'важное' }, record: null });
  expect(refused).toMatchObject({ ok: false, error: { code: 'not-saved' } });
  expect(problems).toEqual(['journal-not-written']);
  refuse('OFF');
  expect(core.happen({ kind: 'edit-card', consultationId, patch: { city: 'Уфа' }, record: null }).ok).toBe(true);
  expect(core.reader.consultation(consultationId)?.card).toMatchObject({ comment: 'важное', city: 'Уфа' });
  core.close();
});

test('a full disk does not stop the heartbeat: what waits is written by itself as soon as there is room', async () => {
  const { core, database, time, problems, talk } = watchedCore();
  const registration = { status: 'registered', failure: null, sipCode: null } as const;
  core.happen({ kind: 'hello', registration, calls: [], records: [] });
  const consultationId = talk();
  refuseWrites(database, 'ON');
  core.happen({ kind: 'edit-card', consultationId, patch: { comment: 'важное' }, record: null });
  await time.pass(11_000);
  expect(new Set(problems)).toEqual(new Set(['journal-not-written', 'not-marked-alive']));
  refuseWrites(database, 'OFF');
  await time.pass(5_000);
  expect(core.reader.consultation(consultationId)?.card.comment).toBe('важное');
  core.close();
});

test('the wall clock is taken over at wake and hourly, never in a call, a conversation or its wrap-up', async () => {
  const { core, time, talk } = watchedCore();
  const registration = { status: 'registered', failure: null, sipCode: null } as const;
  core.happen({ kind: 'hello', registration, calls: [], records: [] });
  const HOUR = 3_600_000;
  const start = time.now();
  time.setWall(HOUR);
  core.happen({
    kind: 'fact',
    fact: { kind: 'ringing', callId: 'c0', number: '102', displayName: '', dialled: '', agoMs: 0 },
  });
  core.wake();
  await time.pass(HOUR);
  expect(time.now()).toBe(start + HOUR);
  core.happen({
    kind: 'fact',
    fact: { kind: 'ended', callId: 'c0', cause: 'cancelled', sipCode: null, media: null, agoMs: 0 },
  });

  const consultationId = talk();
  core.wake();
  expect(time.now()).toBe(start + HOUR);
  core.happen({
    kind: 'fact',
    fact: { kind: 'ended', callId: 'c1', cause: 'remote', sipCode: null, media: null, agoMs: 0 },
  });
  expect(core.state().consultation).toMatchObject({ id: consultationId, phase: 'wrap-up' });
  core.wake();
  expect(time.now()).toBe(start + HOUR);

  await time.pass(4 * 60_000);
  expect(core.state().consultation).toBeNull();
  expect(time.now()).toBe(start + HOUR + 4 * 60_000);
  await time.pass(HOUR);
  expect(time.now()).toBeGreaterThanOrEqual(start + 2 * HOUR + 56 * 60_000);

  time.setWall(-HOUR);
  const before = time.now();
  core.wake();
  expect(time.now()).toBe(before - HOUR);
  core.close();
});

function refuseWrites({ kysely, run }: DeskDatabase, state: string): void {
  run({
    compile: () => ({
      ...kysely.selectFrom('calls').select('id').compile(),
      sql: `PRAGMA query_only = ${state}`,
      parameters: [],
    }),
  });
}
