import { expect, test } from 'vitest';
import { aliveCall, scriptedConsole, scriptedPhone, settled, TEN_O_CLOCK } from './desk-lab.ts';
import { useDeskLab } from './use-desk-lab.ts';

const MINUTE = 60_000;

const lab = useDeskLab();

test('the whole story of a call: ring, who it may be, answer, card, cut at the limit, closed, found in the journal', async () => {
  await lab.phone.ring('c1', '+79161234567', 'Аптека');
  let now = await lab.screen.now();
  expect(now.activity).toBe('ringing');
  expect(now.call?.candidates).toMatchObject([{ source: 'registry', organisation: 'ООО «Ёлочка»', conversations: 0 }]);
  expect(now.call?.number).toEqual({ raw: '+79161234567', e164: '+79161234567', extension: null });

  await lab.time.pass(3_000);
  expect(await lab.screen.client.call('answer', { callId: 'c1' })).toMatchObject({ ok: true });
  await settled();
  now = await lab.screen.now();
  const { consultation } = now;
  expect(consultation).toMatchObject({ phase: 'talking', inquiry: '0Л-001', endedAt: null });
  expect(consultation?.clock).toMatchObject({
    startedAt: TEN_O_CLOCK + 3_000,
    limitAt: TEN_O_CLOCK + 3_000 + 15 * MINUTE,
  });
  expect(consultation?.card.registrationNumber).toBe('');
  expect(lab.phone.lastDeadlines()).toEqual({
    callId: 'c1',
    warningInMs: 12 * MINUTE,
    lastMinuteInMs: 14 * MINUTE,
    noticeInMs: 14.5 * MINUTE,
    farewellInMs: 15 * MINUTE - 1_500,
    limitInMs: 15 * MINUTE,
  });
  expect(lab.line.presences.at(-1)).toMatchObject({
    activity: 'talking',
    consultation: { clock: consultation?.clock },
  });

  const consultationId = consultation?.id ?? '';
  const edit = { consultationId, patch: { comment: 'Не печатает чек\n' }, edit: 7 };
  expect(await lab.screen.client.call('editCard', edit)).toEqual({ ok: true, value: { edit: 7 } });
  await lab.screen.client.call('takeCandidate', { consultationId, entryId: 'entry-1' });
  now = await lab.screen.now();
  expect(now.consultation).toMatchObject({
    savedEdit: 7,
    card: { comment: 'Не печатает чек\n', registrationNumber: '8001234567', confirmedEntryId: 'entry-1' },
    verdict: { kind: 'allowed', basis: 'prof', until: '2026-12-31', clauses: ['6.2'] },
  });

  await lab.time.pass(MINUTE);
  await lab.screen.client.call('hold', { callId: 'c1', held: true });
  await lab.time.pass(40_000);
  await lab.screen.client.call('hold', { callId: 'c1', held: false });
  await lab.time.pass(15 * MINUTE - 100_000 - 1);
  await lab.phone.end('c1', 'limit');
  now = await lab.screen.now();
  expect(now.consultation).toMatchObject({
    phase: 'wrap-up',
    endReason: 'limit',
    heldMs: 40_000,
    clock: { limitMs: 15 * MINUTE },
  });
  expect(now.today).toMatchObject({ consultations: 1, cutAtLimit: 1, averageMs: 15 * MINUTE - 1 });

  expect(await lab.screen.client.call('closeConsultation', { consultationId })).toEqual({
    ok: false,
    error: { code: 'missing', details: { fields: ['topic', 'outcome'], clauses: ['3.1', '1.2'] } },
  });
  await lab.screen.client.call('editCard', { consultationId, patch: { topic: 'errors', outcome: 'solved' }, edit: 8 });
  expect(await lab.screen.client.call('closeConsultation', { consultationId })).toEqual({ ok: true, value: null });
  now = await lab.screen.now();
  expect(now).toMatchObject({ activity: 'idle', consultation: null, unclosed: [], availability: { kind: 'ready' } });
  expect(now.recent[0]).toMatchObject({ id: consultationId, closing: 'identified', endReason: 'limit' });
  expect(lab.line.facts.map(({ body }) => body.kind)).toEqual(['consultation-closed']);

  const story = await lab.screen.client.call('journalStory', { id: consultationId });
  expect(story.ok && story.value.lines.map(({ what }) => what)).toEqual([
    'ringing',
    'answered',
    'candidate',
    'verdict',
    'held',
    'resumed',
    'warning',
    'last-minute',
    'ended',
    'topic',
    'outcome',
    'closed',
  ]);
});

test('a second call is shown, becomes an event in one action and never disturbs the first', async () => {
  const { id } = await lab.talk();
  await lab.phone.ring('c2', '8 (495) 999-88-77', 'Аптека 5');
  let now = await lab.screen.now();
  expect(now).toMatchObject({
    activity: 'talking',
    call: { id: 'c1' },
    secondCall: { id: 'c2', displayName: 'Аптека 5' },
  });
  expect(await lab.screen.client.call('answer', { callId: 'c2' })).toMatchObject({ error: { code: 'in-call' } });

  const booked = await lab.screen.client.call('declineToEvent', { callId: 'c2' });
  await settled();
  expect(booked).toMatchObject({
    ok: true,
    value: {
      source: 'second-call',
      user: { name: 'Аптека 5', e164: '+74959998877', organisation: '', registrationNumber: '' },
      dueBy: Date.UTC(2026, 10, 24, 15),
      owner: null,
    },
  });
  now = await lab.screen.now();
  expect(now).toMatchObject({
    secondCall: null,
    call: { id: 'c1', phase: 'up' },
    consultation: { id, phase: 'talking' },
  });
  expect(lab.phone.orders.filter(({ kind }) => kind === 'decline')).toEqual([
    { kind: 'decline', callId: 'c2', sipCode: 486 },
  ]);
  expect(lab.line.facts.map(({ body }) => body.kind)).toEqual(['event-booked']);

  await lab.phone.ring('c3', '+74959998877');
  expect((await lab.screen.now()).secondCall?.openEvent?.id).toBe(now.events[0]?.id);
});

test('a call from a number with an open event shows that event while it rings, however the number is written', async () => {
  await lab.phone.ring('c1', '8 (495) 999-88-77', 'Аптека 5');
  const booked = await lab.screen.client.call('declineToEvent', { callId: 'c1' });
  await settled();
  expect(booked).toMatchObject({ ok: true, value: { source: 'ringing' } });
  const [event] = (await lab.screen.now()).events;

  await lab.phone.ring('c2', '+74959998877');
  expect((await lab.screen.now()).call).toMatchObject({
    id: 'c2',
    openEvent: { id: event?.id, user: { e164: '+74959998877' } },
  });
  await lab.phone.end('c2', 'remote');
  await lab.phone.ring('c3', '+74959998878');
  expect((await lab.screen.now()).call).toMatchObject({ id: 'c3', openEvent: null });
});

test('not ready, wrap-up and a closed line decline by themselves with 480; training goes on in closed hours', async () => {
  await lab.screen.client.call('setAvailability', { kind: 'not-ready', reason: 'lunch' });
  await lab.phone.ring('c1');
  expect(lab.phone.orders.at(-1)).toEqual({ kind: 'decline', callId: 'c1', sipCode: 480 });
  expect((await lab.screen.now()).call).toBeNull();
  await lab.screen.client.call('setAvailability', { kind: 'ready', reason: null });

  await lab.talk('c2');
  await lab.phone.end('c2', 'remote');
  await lab.phone.ring('c3');
  expect(lab.phone.orders.at(-1)).toEqual({ kind: 'decline', callId: 'c3', sipCode: 480 });
  await lab.time.pass(3 * MINUTE + 1_000);
  const now = await lab.screen.now();
  expect(now).toMatchObject({ activity: 'idle', consultation: null });
  expect(now.unclosed).toHaveLength(1);

  await lab.time.pass(9 * 60 * MINUTE);
  expect((await lab.screen.now()).line).toMatchObject({ open: false, until: Date.UTC(2026, 10, 25, 6) });
  await lab.phone.ring('c4');
  expect(lab.phone.orders.at(-1)).toEqual({ kind: 'decline', callId: 'c4', sipCode: 480 });

  lab.desk.close();
  await lab.open('training');
  await lab.phone.ring('c5');
  expect((await lab.screen.now()).call?.id).toBe('c5');
});

test('a grant moves the limit once, before it; after the limit it changes nothing', async () => {
  const { id, clock } = await lab.talk();
  const grant = { id: 'g1', minutes: 5, reason: 'сложный случай', by: 'Старший', at: lab.time.now() };
  await lab.time.pass(14 * MINUTE);
  lab.line.push({ kind: 'grant', consultationId: id, grant });
  lab.line.push({ kind: 'grant', consultationId: id, grant });
  await settled();
  const granted = (await lab.screen.now()).consultation?.clock;
  expect(granted?.limitAt).toBe((clock?.limitAt ?? 0) + 5 * MINUTE);
  expect(lab.phone.lastDeadlines()?.limitInMs).toBe(6 * MINUTE);
  expect(lab.line.presences.at(-1)?.consultation?.clock?.grants).toHaveLength(1);

  await lab.time.pass(6 * MINUTE + 1);
  lab.line.push({ kind: 'grant', consultationId: id, grant: { ...grant, id: 'g2' } });
  await settled();
  expect((await lab.screen.now()).consultation?.clock?.limitAt).toBe(granted?.limitAt);
});

test('a phone that does not cut is told to once more', async () => {
  await lab.talk();
  await lab.time.pass(15 * MINUTE + 2_000);
  expect(lab.phone.orders.filter(({ kind }) => kind === 'hang-up')).toEqual([
    { kind: 'hang-up', callId: 'c1', reason: 'limit' },
  ]);
  expect((await lab.screen.now()).consultation?.endReason).toBe('limit');
});

test('4.2: the form opened at the limit books more than three minutes later too, for its consultation', async () => {
  const { id } = await lab.talk();
  await lab.phone.end('c1', 'limit');
  await lab.time.pass(4 * MINUTE);
  expect(await lab.screen.now()).toMatchObject({ consultation: null, unclosed: [{ id }] });
  const user = { name: 'Ольга', number: '', registrationNumber: '', organisation: '', configuration: '', city: '' };
  const wish = { comment: '', criticality: 'none' as const, preferredAt: null, convenient: null, mine: false };
  const draft = { user, topic: null, ...wish };
  const booked = await lab.screen.client.call('bookEvent', { draft, consultationId: id });
  expect(booked).toMatchObject({
    ok: true,
    value: { consultationId: id, source: 'wrap-up', user: { e164: '+79161234567' } },
  });
  await lab.screen.client.call('openConsultation', { consultationId: id });
  const eventId = booked.ok ? booked.value.id : '';
  expect((await lab.screen.now()).consultation).toMatchObject({ id, phase: 'wrap-up', bookedEventIds: [eventId] });
  const story = await lab.screen.client.call('journalStory', { id });
  expect(story).toMatchObject({ value: { events: [{ id: eventId }] } });
});

test('dialled for an event: taken, attempts recorded, the clock starts at the user, closing handles it', async () => {
  const draft = {
    user: {
      name: 'Ольга',
      number: '+79161234567',
      registrationNumber: '8001234567',
      organisation: 'О',
      configuration: 'К',
      city: '',
    },
    topic: null,
    comment: '',
    criticality: 'none' as const,
    preferredAt: null,
    convenient: null,
    mine: false,
  };
  const booked = await lab.screen.client.call('bookEvent', { draft, consultationId: null });
  const eventId = booked.ok ? booked.value.id : '';
  const dial = () => lab.screen.client.call('dial', { number: '+79161234567', eventId, consultationId: null });

  await dial();
  await settled();
  let now = await lab.screen.now();
  expect(now).toMatchObject({ activity: 'dialling', consultation: { phase: 'dialling', eventId, clock: null } });
  expect(now.events[0]?.owner?.id).toBe('petrova');
  await lab.phone.end(now.call?.id ?? '', 'busy');
  now = await lab.screen.now();
  expect(now).toMatchObject({ activity: 'idle', consultation: null, lastCallEnd: { cause: 'busy' }, unclosed: [] });
  expect(now.events[0]?.attempts).toMatchObject([{ result: 'busy' }]);

  await dial();
  now = await lab.screen.now();
  await lab.phone.answered(now.call?.id ?? '');
  expect((await lab.screen.now()).consultation).toMatchObject({ phase: 'waiting', clock: null });
  await lab.time.pass(20_000);
  const consultationId = (await lab.screen.now()).consultation?.id ?? '';
  await lab.screen.client.call('userOnLine', { consultationId });
  now = await lab.screen.now();
  expect(now.consultation).toMatchObject({ phase: 'talking', clock: { startedAt: lab.time.now() } });
  await lab.phone.end(now.call?.id ?? '', 'remote');
  await lab.fillAndClose(consultationId);
  await settled();
  now = await lab.screen.now();
  expect(now.events).toEqual([]);
  expect(now.closedEvents[0]).toMatchObject({ closed: { outcome: 'handled', onTime: true } });
  expect(now.today.eventsHandled).toBe(1);
  expect(lab.line.facts.map(({ body }) => body.kind)).toEqual([
    'event-booked',
    'event-taken',
    'event-attempt',
    'event-attempt',
    'consultation-closed',
    'event-closed',
  ]);
});

test('two minutes after the answer of a dialled call the clock starts by itself', async () => {
  await lab.screen.client.call('dial', { number: '89161234567', eventId: null, consultationId: null });
  const { call } = await lab.screen.now();
  await lab.phone.answered(call?.id ?? '');
  const answeredAt = lab.time.now();
  await lab.time.pass(2 * MINUTE + 500);
  expect((await lab.screen.now()).consultation).toMatchObject({
    phase: 'talking',
    clock: { startedAt: answeredAt + 2 * MINUTE },
  });
});

test('lost by a technical cut and redialled: the same consultation, its elapsed time kept; not after five minutes', async () => {
  const { id, inquiry } = await lab.talk();
  await lab.time.pass(4 * MINUTE);
  await lab.phone.end('c1', 'lost');
  let now = await lab.screen.now();
  expect(now.consultation).toMatchObject({
    phase: 'wrap-up',
    endReason: 'lost',
    continuableUntil: lab.time.now() + 5 * MINUTE,
  });
  await lab.time.pass(2 * MINUTE);
  expect(await lab.screen.client.call('dial', { number: '+79161234567', eventId: null, consultationId: id })).toEqual({
    ok: true,
    value: { consultationId: id },
  });
  now = await lab.screen.now();
  await lab.phone.answered(now.call?.id ?? '');
  await lab.screen.client.call('userOnLine', { consultationId: id });
  now = await lab.screen.now();
  expect(now.consultation).toMatchObject({ id, inquiry, endedAt: null, clock: { elapsedBeforeMs: 4 * MINUTE } });
  expect(now.consultation?.clock?.limitAt).toBe(lab.time.now() + 11 * MINUTE);

  await lab.phone.end(now.call?.id ?? '', 'lost');
  await lab.time.pass(5 * MINUTE + 1);
  const again = await lab.screen.client.call('dial', { number: '+79161234567', eventId: null, consultationId: id });
  expect(again.ok && again.value.consultationId).not.toBe(id);
  expect((await lab.screen.now()).unclosed.map((row) => row.id)).toEqual([id]);
});

test('the phone window is gone: said at once, its call lost after a short hope', async () => {
  const { id } = await lab.talk();
  await lab.phone.die();
  let now = await lab.screen.now();
  expect(now.phone).toMatchObject({ status: 'unregistered', failure: 'no-phone-window' });
  expect(now.call?.connected).toBe(false);
  await lab.time.pass(6_000);
  now = await lab.screen.now();
  expect(now).toMatchObject({ call: null, consultation: { id, endReason: 'lost', endedAt: TEN_O_CLOCK } });
});

test('the phone comes back with its call in lab.time, or even after it was given up: one consultation, one clock', async () => {
  const { id, clock } = await lab.talk();
  for (const awayMs of [2_000, 30_000]) {
    await lab.phone.die();
    await lab.time.pass(awayMs);
    await lab.replacePhone([aliveCall()]);
    const now = await lab.screen.now();
    expect(now).toMatchObject({
      call: { id: 'c1', connected: true },
      consultation: { id, phase: 'talking', endReason: null },
    });
    expect(now.consultation?.clock).toEqual(clock);
  }
  await lab.time.pass(28_000);
  await lab.phone.end('c1', 'remote');
  expect((await lab.screen.now()).recent[0]).toMatchObject({ endReason: 'user', talkMs: MINUTE });
});

test('asleep for 20 s in a call: the limit stays where it was and the phone gets its deadlines again', async () => {
  const { clock } = await lab.talk();
  await lab.time.pass(MINUTE);
  lab.time.sleep(20_000);
  await lab.time.pass(6_000);
  expect((await lab.screen.now()).consultation?.clock).toEqual(clock);
  expect(lab.phone.lastDeadlines()?.limitInMs).toBeLessThan(15 * MINUTE - 80_000 + 1);
});

test('one console at a time: the same tab takes its place again, another takes over on request, never in a call', async () => {
  const other = await scriptedConsole(lab.desk, 'tab-2');
  expect(other.seen.elsewhere).toBe(1);
  expect(await other.client.call('setAvailability', { kind: 'ready', reason: null })).toMatchObject({
    error: { code: 'elsewhere' },
  });
  await lab.talk();
  expect(await other.client.call('takeOver', {})).toMatchObject({ error: { code: 'in-call' } });
  await lab.phone.end('c1', 'remote');
  expect(await other.client.call('takeOver', {})).toEqual({ ok: true, value: null });
  await settled();
  expect(other.seen.snapshots.at(-1)?.activity).toBe('wrap-up');
  expect(lab.screen.seen.elsewhere).toBe(1);
  const reloaded = await scriptedConsole(lab.desk, 'tab-2');
  expect((await reloaded.now()).activity).toBe('wrap-up');
});

test('the phone of a tab that does not hold the desk waits; when the desk moves, the other is shut down', async () => {
  const waiting = await scriptedPhone(lab.desk, 'tab-2');
  const other = await scriptedConsole(lab.desk, 'tab-2');
  await other.client.call('takeOver', {});
  expect(await waiting.said).toMatchObject({ ok: true, value: { account: { number: '101' } } });
  expect(lab.phone.orders.at(-1)).toEqual({ kind: 'shut-down' });
  await waiting.ring('c9');
  expect((await other.now()).call?.id).toBe('c9');
});
