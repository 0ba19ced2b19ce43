import { rmSync } from 'node:fs';
import { expect, test } from 'vitest';
import { aliveCall, openLabDesk, scriptedConsole, scriptedPhone, settled } from './desk-lab.ts';
import { useDeskLab } from './use-desk-lab.ts';

const MINUTE = 60_000;

const lab = useDeskLab();

test('while the line is away facts wait on disk, over a restart too, and arrive once, in order', async () => {
  lab.line.away = true;
  await lab.phone.ring('c1');
  await lab.screen.client.call('declineToEvent', { callId: 'c1' });
  const { id } = await lab.talk('c2');
  await lab.phone.end('c2', 'remote');
  expect(await lab.fillAndClose(id)).toEqual({ ok: true, value: null });
  await lab.time.pass(3_000);
  expect((await lab.screen.now()).line.connected).toBe(false);
  expect(lab.line.facts).toEqual([]);

  lab.desk.close();
  await lab.open();
  expect((await lab.screen.now()).events).toHaveLength(1);
  lab.line.away = false;
  await lab.time.pass(60_000);
  expect(lab.line.facts.map(({ body }) => body.kind)).toEqual(['event-booked', 'consultation-closed']);
  expect((await lab.screen.now()).line.connected).toBe(true);
});

test('the service alone is restarted in a call: the same consultation, its clock where it was, nothing lost', async () => {
  const { id, clock, inquiry } = await lab.talk();
  await lab.screen.client.call('editCard', { consultationId: id, patch: { comment: 'дозвонился' }, edit: 3 });
  await lab.time.pass(2 * MINUTE);
  // Killed: nothing of it writes any more.
  const killed = lab.desk;
  await lab.open();
  expect((await lab.screen.now()).consultation).toMatchObject({
    id,
    phase: 'interrupted',
    card: { comment: 'дозвонился' },
  });
  await lab.replacePhone([aliveCall({ muted: true, startedAgoMs: 2 * MINUTE, answeredAgoMs: 2 * MINUTE })]);
  let now = await lab.screen.now();
  expect(now).toMatchObject({
    call: { id: 'c1', muted: true },
    consultation: { id, inquiry, phase: 'talking', clock },
  });
  expect(lab.phone.lastDeadlines()?.limitInMs).toBe(13 * MINUTE);
  await lab.phone.end('c1', 'remote');
  now = await lab.screen.now();
  expect(now.consultation).toMatchObject({ phase: 'wrap-up', endReason: 'user' });
  expect(now.recent).toHaveLength(1);
  expect(now.recent[0]?.talkMs).toBe(2 * MINUTE);
  killed.close();
});

test('a call that ended while the service was away: its true end is told, not guessed', async () => {
  const { id } = await lab.talk();
  await lab.time.pass(2 * MINUTE);
  const killed = lab.desk;
  await lab.open();
  await lab.phone.tell(
    { kind: 'ringing', callId: 'c1', number: '+79161234567', displayName: '', dialled: '', agoMs: 2 * MINUTE },
    { kind: 'answered', callId: 'c1', agoMs: 2 * MINUTE },
    { kind: 'ended', callId: 'c1', cause: 'remote', sipCode: null, media: null, agoMs: 10_000 },
  );
  const now = await lab.screen.now();
  expect(now.consultation).toMatchObject({ id, phase: 'wrap-up', endReason: 'user', endedAt: lab.time.now() - 10_000 });
  expect(now.recent[0]?.talkMs).toBe(2 * MINUTE - 10_000);
  killed.close();
});

test('an incoming call after an interrupted consultation leaves it among the unclosed', async () => {
  const { id } = await lab.talk();
  const killed = lab.desk;
  await lab.open();
  expect((await lab.screen.now()).activity).toBe('idle');
  await lab.talk('c2');
  expect((await lab.screen.now()).unclosed).toMatchObject([{ id, endReason: 'interrupted' }]);
  killed.close();
});

test('the service dies after the answer was shown and before it was written: the same consultation, typed text finds it', async () => {
  const { id, inquiry } = await lab.talk();
  lab.desk.close();
  rmSync(lab.file);
  await lab.open('work', [aliveCall()]);
  expect((await lab.screen.now()).consultation).toMatchObject({ id, inquiry, phase: 'talking' });
  const edit = { consultationId: id, patch: { comment: 'набрано без связи' }, edit: 1 };
  expect((await lab.screen.client.call('editCard', edit)).ok).toBe(true);
});

test('the service restarted in wrap-up: the card is still at the workplace, until its limit', async () => {
  const { id } = await lab.talk();
  await lab.phone.end('c1', 'remote');
  await lab.time.pass(MINUTE);
  lab.desk.close();
  await lab.open();
  expect((await lab.screen.now()).consultation).toMatchObject({ id, phase: 'wrap-up' });
  await lab.time.pass(2 * MINUTE);
  const now = await lab.screen.now();
  expect(now.consultation).toBeNull();
  expect(now.unclosed.map((row) => row.id)).toEqual([id]);
});

/** Two tabs find a restarted service again, in this order; tab-2 was in the call when it died. */
async function tabsComeBack(order: ('console-1' | 'phone-1' | 'console-2' | 'phone-2')[]) {
  await lab.talk();
  const killed = lab.desk;
  const { clock, timers } = lab.time;
  const desk = openLabDesk({ dbFile: lab.file, clock, timers, link: lab.line.link });
  const consoles: Record<string, Awaited<ReturnType<typeof scriptedConsole>>> = {};
  const phones: Record<string, Awaited<ReturnType<typeof scriptedPhone>>> = {};
  for (const one of order) {
    const tabId = one.endsWith('1') ? 'tab-1' : 'tab-2';
    if (one.startsWith('console')) consoles[tabId] = await scriptedConsole(desk, tabId);
    else phones[tabId] = await scriptedPhone(desk, tabId, tabId === 'tab-2' ? [aliveCall()] : []);
  }
  await settled();
  const close = () => {
    desk.close();
    killed.close();
  };
  return { consoles, phones, close };
}

test.each([
  [['console-1', 'phone-1', 'console-2', 'phone-2']],
  [['console-1', 'phone-1', 'phone-2', 'console-2']],
  [['phone-2', 'console-1', 'phone-1', 'console-2']],
  [['console-2', 'phone-2', 'console-1', 'phone-1']],
] as const)(
  'restarted in a call with two tabs, coming back as %j: the tab with the call gets the desk',
  async (order) => {
    const { consoles, phones, close } = await tabsComeBack([...order]);
    expect(phones['tab-2']?.orders.filter(({ kind }) => kind === 'shut-down')).toEqual([]);
    expect(await consoles['tab-2']?.now()).toMatchObject({ call: { id: 'c1' }, consultation: { phase: 'talking' } });
    expect(await consoles['tab-1']?.client.call('snapshot', {})).toMatchObject({ error: { code: 'elsewhere' } });
    expect(await consoles['tab-1']?.client.call('takeOver', {})).toMatchObject({ error: { code: 'in-call' } });
    close();
  },
);

test('«Незакрытые»: past its wrap-up, over a restart, and opened when there is time, never over a call', async () => {
  const { id } = await lab.talk();
  await lab.screen.client.call('editCard', { consultationId: id, patch: { comment: 'перезвонить на склад' }, edit: 1 });
  await lab.phone.end('c1', 'remote');
  await lab.time.pass(3 * MINUTE);
  expect(await lab.screen.now()).toMatchObject({ activity: 'idle', consultation: null, unclosed: [{ id }] });

  lab.desk.close();
  await lab.open();
  expect(await lab.screen.now()).toMatchObject({
    consultation: null,
    unclosed: [{ id, comment: 'перезвонить на склад' }],
  });

  const open = () => lab.screen.client.call('openConsultation', { consultationId: id });
  await lab.phone.ring('c2');
  expect(await open()).toMatchObject({ ok: false, error: { code: 'in-call' } });
  await lab.screen.client.call('decline', { callId: 'c2' });
  await lab.phone.end('c2', 'declined');
  expect(await open()).toMatchObject({ ok: true });
  const now = await lab.screen.now();
  expect(now).toMatchObject({ activity: 'wrap-up', unclosed: [], consultation: { id, phase: 'wrap-up' } });
  expect(now.consultation?.card.comment).toBe('перезвонить на склад');
  expect(await lab.fillAndClose(id)).toEqual({ ok: true, value: null });
  expect(await lab.screen.now()).toMatchObject({ consultation: null, unclosed: [] });
});
