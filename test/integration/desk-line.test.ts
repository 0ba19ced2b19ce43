import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { expect, test } from 'vitest';
import { lineSettings } from '../../shared/contract/settings.ts';
import { openLine } from '../../electron/line/line.ts';
import { handMovedTime, openLabDesk, scriptedConsole, scriptedPhone, settled } from './desk-lab.ts';

/** The desk on the real line of the training registry: what both decide about an event must be the same. */
async function both() {
  const time = handMovedTime();
  const folder = mkdtempSync(join(tmpdir(), 'line15-desk-line-'));
  const line = await openLine({
    dbFile: join(folder, 'line.sqlite'),
    registryDir: join(folder, 'registry'),
    now: () => time.now(),
    newId: uuidv7,
    mode: 'training',
    rules: lineSettings.parse({}),
    sample: true,
    pagesDir: folder,
    log: () => undefined,
  });
  const [user] = line.sampleUsers(1);
  if (user === undefined) throw new Error('the sample is empty');
  const desk = openLabDesk({ ...time, link: line.link, mode: 'training', newId: uuidv7 });
  const phone = await scriptedPhone(desk);
  const screen = await scriptedConsole(desk);
  const close = async () => {
    desk.close();
    await line.close();
  };
  return { time, line, user, desk, phone, screen, close };
}

test('a caller of the registry is a candidate, and taking him identifies the consultation', async () => {
  const { user, phone, screen, close } = await both();
  await phone.ring('c1', user.number);
  await expect.poll(async () => (await screen.now()).call?.candidates.length).toBeGreaterThan(0);
  await screen.client.call('answer', { callId: 'c1' });
  await settled();
  const { consultation } = await screen.now();
  const taken = consultation?.candidates.find(
    ({ registrationNumber }) => registrationNumber === user.registrationNumber,
  );
  const consultationId = consultation?.id ?? '';
  expect(await screen.client.call('takeCandidate', { consultationId, entryId: taken?.entry?.id ?? '' })).toMatchObject({
    ok: true,
  });
  const identified = (await screen.now()).consultation;
  expect(identified?.missing.map(({ field }) => field)).toEqual(['topic', 'outcome']);
  expect(identified?.verdict.entry?.registrationNumber).toBe(user.registrationNumber);
  expect(identified?.verdict.kind).not.toBe('unknown');
  await close();
});

test('an event booked, taken, tried, handled, taken back and handled again: the line ends with the very event the desk shows', async () => {
  const { time, user, phone, screen, close } = await both();
  const booking = {
    name: user.name,
    number: user.number,
    registrationNumber: '',
    organisation: '',
    configuration: '',
    city: '',
  };
  const draft = {
    user: booking,
    topic: null,
    comment: '',
    criticality: 'none' as const,
    preferredAt: null,
    convenient: null,
    mine: false,
  };
  const booked = await screen.client.call('bookEvent', { draft, consultationId: null });
  const eventId = booked.ok ? booked.value.id : '';
  const dialAndEnd = async (isAnswered: boolean) => {
    await screen.client.call('dial', { number: user.number, eventId, consultationId: null });
    const { call, consultation } = await screen.now();
    if (isAnswered) {
      await phone.answered(call?.id ?? '');
      await screen.client.call('userOnLine', { consultationId: consultation?.id ?? '' });
    }
    await time.pass(30_000);
    await phone.end(call?.id ?? '', isAnswered ? 'remote' : 'no-answer');
    return consultation?.id ?? '';
  };
  await dialAndEnd(false);
  const consultationId = await dialAndEnd(true);
  const ours = [(await screen.now()).events[0]];
  const patch = { closing: 'could-not-name', topic: 'theory', outcome: 'solved' } as const;
  await screen.client.call('editCard', { consultationId, patch, edit: 1 });
  await screen.client.call('closeConsultation', { consultationId });
  ours.push((await screen.now()).closedEvents[0]);
  await time.pass(1_000);
  await expect.poll(async () => (await screen.now()).line.connected).toBe(true);

  const now = await screen.now();
  expect(now.closedEvents).toEqual([ours[1]]);
  expect(now.closedEvents[0]).toMatchObject({ closed: { outcome: 'handled', onTime: true }, owner: { id: 'petrova' } });
  expect(now.closedEvents[0]?.history.map(({ what }) => what)).toEqual([
    'booked',
    'taken',
    'attempt',
    'attempt',
    'closed',
  ]);

  // Closed by mistake: desk, journal and line have it open again, and closing it once more decides anew.
  expect(await screen.client.call('undo', { id: now.undo?.id ?? '' })).toMatchObject({ ok: true });
  await time.pass(1_000);
  const again = await screen.now();
  expect(again).toMatchObject({
    activity: 'wrap-up',
    undo: null,
    closedEvents: [],
    consultation: { id: consultationId, phase: 'wrap-up', card: { ...patch } },
    events: [{ id: eventId, closed: null, owner: { id: 'petrova' } }],
  });
  expect(again.recent[0]).toMatchObject({ id: consultationId, closedAt: null });
  await screen.client.call('closeConsultation', { consultationId });
  await time.pass(1_000);
  expect((await screen.now()).closedEvents[0]).toMatchObject({ id: eventId, closed: { outcome: 'handled' } });
  const story = await screen.client.call('journalStory', { id: consultationId });
  expect(story.ok && story.value.lines.map(({ what }) => what).slice(-3)).toEqual(['closed', 'close-undone', 'closed']);
  await close();
});
