import { afterEach, expect, test, vi } from 'vitest';
import type { CallbackEvent } from '../../shared/contract/events.ts';
import { bookedEvent } from '../../shared/events/booked-event.ts';
import { createCalendar } from '../../shared/regulation/calendar.ts';
import { moscowTime } from '../../shared/regulation/time.ts';
import { deskOf, openLineLab, type LineLab } from './line-lab.ts';

let lab: LineLab;
afterEach(() => lab.close());

const TODAY = '2026-11-24';
const noon = moscowTime(TODAY, '12:00');
const closing = moscowTime(TODAY, '18:00');

const booked = (id: string, change: Partial<CallbackEvent> = {}): CallbackEvent => ({
  ...bookedEvent(
    {
      id,
      at: noon,
      by: 'Мария',
      source: 'consultation',
      user: {
        name: 'Анна',
        number: '8 916 123-45-67',
        registrationNumber: '8102345',
        organisation: 'ООО «Аптека на Заречной»',
      },
      topic: 'errors',
      comment: 'касса',
    },
    createCalendar(),
  ),
  history: [],
  ...change,
});

test('a desk gets the rules first, then all open events and those closed today, then changes', async () => {
  lab = await openLineLab({ at: [TODAY, '12:00'] });
  const maria = deskOf(lab.line, 'maria');
  await maria.tell({ kind: 'event-booked', event: booked('e1') }, noon);
  await maria.tell({ kind: 'event-booked', event: booked('e2', { user: { ...booked('x').user, number: '1' } }) }, noon);
  const close = { kind: 'event-closed', eventId: 'e2', outcome: 'handled', clause: null, answeredAt: noon } as const;
  await maria.tell(close, noon);

  const oleg = deskOf(lab.line, 'oleg');
  await vi.waitFor(() => expect(oleg.events.size).toBe(2));
  expect(oleg.pushes.map(({ kind }) => kind)).toEqual(['rules', 'events']);
  expect(oleg.pushes[0]).toMatchObject({ shortenedDays: true, notices: [] });
  await maria.tell({ kind: 'event-taken', eventId: 'e1' }, noon);
  expect(oleg.events.get('e1')?.owner?.id).toBe('maria');
  expect(oleg.events.get('e2')?.closed).toMatchObject({ outcome: 'handled', onTime: true });
});

test('a fact counts once, however often it is delivered, also after a restart; a broken one is logged and not confirmed', async () => {
  lab = await openLineLab({ at: [TODAY, '12:00'] });
  const maria = deskOf(lab.line, 'maria');
  await maria.tell({ kind: 'event-booked', event: booked('e1') }, noon);
  const attempt = maria.fact(
    { kind: 'event-attempt', eventId: 'e1', attempt: { at: noon, by: 'Мария', result: 'no-answer' } },
    noon,
  );
  const broken = { ...attempt, id: 'broken', at: -1 };
  expect(await lab.line.link.deliver([attempt, broken, attempt])).toEqual({
    ok: true,
    value: { applied: [attempt.id, attempt.id] },
  });
  expect(lab.logged).toContain('bad-fact');
  await lab.restart();
  expect(await lab.line.link.deliver([attempt])).toEqual({ ok: true, value: { applied: [attempt.id] } });
  const again = deskOf(lab.line, 'maria');
  await vi.waitFor(() => expect(again.events.get('e1')?.attempts).toHaveLength(1));
  expect(again.events.get('e1')).toMatchObject({ nextAttemptAt: noon + 5 * 60_000 });
});

test('4.2: two desks take the same event: the second is told the truth', async () => {
  lab = await openLineLab({ at: [TODAY, '12:00'] });
  const [maria, oleg] = [deskOf(lab.line, 'maria'), deskOf(lab.line, 'oleg')];
  await maria.tell({ kind: 'event-booked', event: booked('e1') }, noon);
  const outcomes = await Promise.all([
    maria.tell({ kind: 'event-taken', eventId: 'e1' }, noon),
    oleg.tell({ kind: 'event-taken', eventId: 'e1' }, noon),
  ]);
  expect(outcomes.every(({ ok }) => ok)).toBe(true);
  expect(oleg.events.get('e1')?.owner?.id).toBe('maria');
  expect(oleg.events.get('e1')?.history.filter(({ what }) => what === 'taken')).toHaveLength(1);
});

test('4.2: bookings of one user are joined, of two pharmacies with one number they are not', async () => {
  lab = await openLineLab({ at: [TODAY, '12:00'] });
  const maria = deskOf(lab.line, 'maria');
  await maria.tell({ kind: 'event-booked', event: booked('e1') }, noon);
  const again = booked('e2', { bookedAt: noon + 1, comment: 'и принтер', criticality: 'requested' });
  await maria.tell({ kind: 'event-booked', event: again }, noon + 1);
  const other = booked('e3', { user: { ...booked('x').user, registrationNumber: '8110264' } });
  await maria.tell({ kind: 'event-booked', event: other }, noon + 2);

  expect(maria.events.get('e1')).toMatchObject({
    comment: 'касса\nи принтер',
    criticality: 'requested',
    dueBy: closing,
  });
  expect(maria.events.get('e1')?.history.at(-1)?.what).toBe('joined');
  expect(maria.events.get('e2')?.closed?.outcome).toBe('joined');
  expect(maria.events.get('e3')?.closed).toBeNull();
});

test('4.2, 7: a notice recomputes open events and keeps old value, new value and itself', async () => {
  lab = await openLineLab({ at: [TODAY, '12:00'] });
  const maria = deskOf(lab.line, 'maria');
  await maria.tell({ kind: 'event-booked', event: booked('e1') }, noon);
  const rules = (intervals: [string, string][]) => ({
    listen: { enabled: false, host: '127.0.0.1', port: 0 },
    shortenedDays: true,
    notices: [{ date: TODAY, intervals }],
    latestRelease: null,
    latestReleaseSince: null,
    configurations: [],
    phones: [],
  });
  await lab.line.setRules(rules([['09:00', '15:00']]));
  const kinds = maria.pushes.slice(-2).map(({ kind }) => kind);
  expect(kinds).toEqual(['rules', 'events']);
  expect(maria.events.get('e1')?.dueBy).toBe(moscowTime(TODAY, '15:00'));
  expect(maria.events.get('e1')?.history.at(-1)).toMatchObject({
    what: 'due-recomputed',
    from: new Date(closing).toISOString(),
    to: new Date(moscowTime(TODAY, '15:00')).toISOString(),
    reason: `${TODAY} 09:00–15:00`,
  });

  // The line is closed when the next notice is written: it counts at the next start.
  await lab.restart(rules([]));
  const later = deskOf(lab.line, 'maria');
  await vi.waitFor(() => expect(later.events.get('e1')?.dueBy).toBe(moscowTime('2026-11-25', '18:00')));
  expect(later.events.get('e1')?.history.at(-1)?.reason).toBe(`${TODAY} закрыто`);
});

test('2.1: without a calendar the event is kept without due-by, until the data come', async () => {
  lab = await openLineLab({ at: ['2029-03-05', '12:00'] });
  const maria = deskOf(lab.line, 'maria');
  const at = lab.clock.now;
  await maria.tell({ kind: 'event-booked', event: booked('e1', { bookedAt: at, dueBy: null }) }, at);
  expect(maria.events.get('e1')?.dueBy).toBeNull();
  await lab.restart({ notices: [{ date: '2029-03-05', intervals: [['09:00', '18:00']] }] });
  const later = deskOf(lab.line, 'maria');
  await vi.waitFor(() => expect(later.events.get('e1')?.dueBy).toBe(moscowTime('2029-03-05', '18:00')));
});

test('the sample registry is searched by any part, in either layout, and knows its age', async () => {
  lab = await openLineLab({ at: [TODAY, '12:00'], sample: true });
  const search = async (text: string) => {
    const outcome = await lab.line.link.searchRegistry(text, 10);
    if (!outcome.ok) throw new Error(outcome.error.code);
    return outcome.value;
  };
  for (const typed of [
    '8102345',
    '810234',
    'Заречной 8102',
    '916 123-45-67',
    '8(916)123-45-67',
    '+79161234567',
    'pfhtxyjq 8102345',
  ]) {
    expect((await search(typed)).entries[0]?.registrationNumber, typed).toBe('8102345');
  }
  const [user] = lab.line.sampleUsers(1);
  expect(user?.number).toBe('+79161234567');
  const found = await search('центральная районная аптека № 124');
  expect(found.asOf).toBe(noon);
  expect(found.entries.length).toBeGreaterThan(0);
  expect((await search('ООО «Ёлка»')).entries.every(({ organisation }) => /[её]лка/i.test(organisation))).toBe(true);
  expect((await search('щщщ')).entries).toEqual([]);
  expect((await search('%_\'"*')).entries).toEqual([]);
  const { entries } = await search('губернские');
  const phone = entries[0]?.phones[0] ?? '';
  const byPhone = await lab.line.link.registryByPhone(phone.replace('+7', '8'));
  expect(byPhone.ok && byPhone.value.entries.every(({ phones }) => phones.includes(phone))).toBe(true);
  const byNumber = await lab.line.link.registryByNumber(' 8102345 ');
  expect(byNumber.ok && byNumber.value.entries[0]?.id).toBe('sample-1');
  const byId = await lab.line.link.registryById('sample-1');
  expect(byId.ok && byId.value.entries[0]?.licences).toHaveLength(1);
});

test('a desk that leaves is offline since then; a closed line is away', async () => {
  lab = await openLineLab({ at: [TODAY, '12:00'] });
  const maria = deskOf(lab.line, 'maria');
  await vi.waitFor(() => expect(maria.pushes).not.toEqual([]));
  maria.leave();
  await maria.tell({ kind: 'event-booked', event: booked('e1') }, noon);
  expect(maria.events.size).toBe(0);
  await lab.line.close();
  expect(await maria.tell({ kind: 'event-taken', eventId: 'e1' }, noon)).toMatchObject({
    error: { code: 'line-away' },
  });
  expect(await lab.line.link.searchRegistry('1', 1)).toMatchObject({ error: { code: 'line-away' } });
});
