import { afterEach, expect, test, vi } from 'vitest';
import { TEXTS } from '../../electron/line/booking/texts.ru.ts';
import type { LineSnapshot } from '../../shared/contract/line.ts';
import { moscowTime } from '../../shared/regulation/time.ts';
import { createVisitor, deskOf, hiddenFields, leadClient, openLineLab, type LineLab } from './line-lab.ts';

let lab: LineLab;
afterEach(() => lab.close());

const TODAY = '2026-11-24';
const GOOD = {
  name: 'Анна',
  phone: '8 916 123-45-67 доб. 12',
  registrationNumber: '8102345',
  topic: 'errors',
  urgent: '1',
  consent: '1',
};

/** Opens the form and sends it. */
async function book(visitor: ReturnType<typeof createVisitor>, change: Record<string, string> = {}) {
  const form = await visitor.visit('/');
  const fields = { ...hiddenFields(form.text), ...GOOD, ...change };
  return { fields, ...(await visitor.post('/', fields)) };
}

test('a user books without JavaScript: due time in full, secret link, event on the desk within a second', async () => {
  lab = await openLineLab({ at: [TODAY, '12:00'], sample: true });
  const maria = deskOf(lab.line, 'maria', 'Мария');
  await vi.waitFor(() => expect(maria.pushes).toHaveLength(2));
  const visitor = createVisitor(lab.links.booking);
  const form = await visitor.visit('/');
  expect(form.text).toContain('Сейчас все консультанты заняты');
  expect(form.text).toContain('Позвоним сегодня до 18:00 по московскому времени');
  expect(form.text).not.toMatch(/<script|\sstyle=|\son[a-z]+=/);

  const sent = await visitor.post('/', { ...hiddenFields(form.text), ...GOOD });
  expect(sent.answer.status).toBe(303);
  const path = sent.answer.headers.get('location') ?? '';
  expect(path).toMatch(/^\/b\/[0-9a-f]{32}$/);
  const [event] = [...maria.events.values()];
  expect(event).toMatchObject({
    user: {
      name: 'Анна',
      e164: '+79161234567',
      extension: '12',
      registrationNumber: '8102345',
      city: 'Нижний Новгород',
    },
    topic: 'errors',
    criticality: 'requested',
    source: 'booking-page',
    bookedAt: lab.clock.now,
    dueBy: moscowTime(TODAY, '18:00'),
    history: [{ what: 'booked', by: 'Пользователь' }],
  });

  const status = await visitor.visit(path);
  expect(status.text).toContain('Звонок заказан');
  expect(status.text).toContain('Позвоним сегодня до 18:00 по московскому времени');
  expect(status.answer.headers.get('cache-control')).toBe('no-store');
  expect(status.answer.headers.get('referrer-policy')).toBe('no-referrer');
  expect(status.answer.headers.get('x-robots-tag')).toContain('noindex');
  expect(status.answer.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(status.answer.headers.get('strict-transport-security')).toBeNull();
});

test('the status follows the event: taken, called, not reached, handled', async () => {
  lab = await openLineLab({ at: [TODAY, '12:00'] });
  const maria = deskOf(lab.line, 'maria', 'Мария');
  const visitor = createVisitor(lab.links.booking);
  const path = (await book(visitor)).answer.headers.get('location') ?? '';
  const title = async () => /<h1>(.*?)<\/h1>/s.exec((await visitor.visit(path)).text)?.[1]?.trim();
  const eventId = [...maria.events.keys()][0] ?? '';
  const at = lab.clock.now;
  await maria.tell({ kind: 'event-taken', eventId }, at);
  expect(await title()).toBe('Консультант взял вашу запись');
  const availability = { kind: 'ready', reason: null, since: at } as const;
  const consultation = {
    id: 'c',
    inquiry: '1',
    caller: 'Анна',
    organisation: '',
    clock: null,
    held: false,
    eventId: null,
  };
  maria.present({ activity: 'dialling', availability, since: at, registered: true, consultation });
  expect(await title()).toBe('Консультант звонит вам');
  await maria.tell({ kind: 'event-attempt', eventId, attempt: { at, by: 'Мария', result: 'no-answer' } }, at);
  maria.present({ activity: 'idle', availability, since: at, registered: true, consultation: null });
  expect(await title()).toBe('Не дозвонились: звонили в 12:00 по московскому времени');
  await maria.tell({ kind: 'event-closed', eventId, outcome: 'handled', clause: null, answeredAt: at }, at);
  expect(await title()).toBe('Звонок состоялся');
  expect((await createVisitor(lab.links.booking).visit('/')).text).toContain('Линия открыта до 18:00');
});

test('every mistake is named beside its field and nothing that was typed is lost', async () => {
  lab = await openLineLab({ at: [TODAY, '12:00'] });
  const visitor = createVisitor(lab.links.booking);
  const nasty = '"><script>alert(1)</script>';
  const { answer, text } = await book(visitor, {
    name: nasty,
    phone: '12-34',
    registrationNumber: '',
    organisation: '',
    topic: 'weather',
    consent: '',
  });
  expect(answer.status).toBe(422);
  const { errors } = TEXTS;
  for (const sentence of [
    errors.nameSigns,
    errors.phoneWrong,
    errors.productMissing,
    errors.topicUnknown,
    errors.consentMissing,
  ]) {
    expect(text, sentence).toContain(`-error">${sentence}</p>`);
  }
  expect(text).toContain('value="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"');
  expect(text).not.toContain('<script>');
  expect(text).toContain('value="12-34"');
  expect(text).toMatch(/id="urgent"[^>]*checked/s);
});

test('a form without its CSRF token comes back as it was typed, without the consent', async () => {
  lab = await openLineLab({ at: [TODAY, '12:00'] });
  const maria = deskOf(lab.line, 'maria');
  const visitor = createVisitor(lab.links.booking);
  const form = await visitor.visit('/');
  const { _csrf = '', ...hidden } = hiddenFields(form.text);
  const fields = { ...hidden, ...GOOD };
  expect(_csrf).not.toBe('');
  for (const attempt of [
    visitor.post('/', fields),
    visitor.post('/', { ...fields, _csrf: 'wrong' }),
    createVisitor(lab.links.booking).post('/', { ...fields, _csrf }),
    visitor.post('/', { ...fields, _csrf, form: `${'0'.repeat(32)}.${'0'.repeat(32)}` }),
  ]) {
    const { answer, text } = await attempt;
    expect(answer.status).toBe(403);
    expect(text).toContain(TEXTS.problems.stale);
    expect(text).toContain('value="8102345"');
    expect(text).not.toMatch(/id="consent"[^>]*checked/s);
  }
  expect(maria.events.size).toBe(0);
});

test('a form sent twice books once; the same user again is joined, and cannot cancel the first', async () => {
  lab = await openLineLab({ at: [TODAY, '12:00'] });
  const maria = deskOf(lab.line, 'maria');
  const visitor = createVisitor(lab.links.booking);
  const form = await visitor.visit('/');
  const fields = { ...hiddenFields(form.text), ...GOOD };
  const twice = await Promise.all([visitor.post('/', fields), visitor.post('/', fields)]);
  const paths = twice.map(({ answer }) => answer.headers.get('location'));
  expect(new Set(paths).size).toBe(1);
  expect(maria.events.size).toBe(1);

  const stranger = createVisitor(lab.links.booking);
  const again = (await book(stranger)).answer.headers.get('location') ?? '';
  expect(again).not.toBe(paths[0]);
  expect(maria.events.size).toBe(1);
  const status = await stranger.visit(again);
  expect(status.text).toContain('Вы уже записаны');
  expect(status.text).not.toContain('/cancel');
  const { _csrf = '' } = hiddenFields((await stranger.visit('/')).text);
  await stranger.post(`${again}/cancel`, { _csrf });
  expect([...maria.events.values()][0]?.closed).toBeNull();
});

test('the user cancels by the secret link; a wrong link is nobody’s', async () => {
  lab = await openLineLab({ at: [TODAY, '12:00'] });
  const maria = deskOf(lab.line, 'maria');
  const visitor = createVisitor(lab.links.booking);
  const path = (await book(visitor)).answer.headers.get('location') ?? '';
  const status = await visitor.visit(path);
  await visitor.post(`${path}/cancel`, {});
  expect([...maria.events.values()][0]?.closed).toBeNull();
  const cancelled = await visitor.post(`${path}/cancel`, hiddenFields(status.text));
  expect(cancelled.answer.status).toBe(303);
  expect([...maria.events.values()][0]?.closed?.outcome).toBe('cancelled-by-user');
  expect((await visitor.visit(path)).text).toContain('Звонок отменён');
  for (const wrong of ['/b/00000000000000000000000000000000', '/b/x', '/b/', '/nowhere']) {
    expect((await visitor.visit(wrong)).answer.status, wrong).toBe(404);
  }
});

test('one address may send twenty forms in ten minutes, one number ten in an hour; what was typed stays', async () => {
  lab = await openLineLab({ at: [TODAY, '12:00'] });
  const visitor = createVisitor(lab.links.booking);
  for (let pharmacy = 1; pharmacy <= 10; pharmacy += 1) {
    expect((await book(visitor, { registrationNumber: `${pharmacy}` })).answer.status, `${pharmacy}`).toBe(303);
  }
  const eleventh = await book(visitor, { registrationNumber: '11' });
  expect(eleventh.answer.status).toBe(429);
  expect(eleventh.text).toContain(TEXTS.problems.tooManyForNumber);
  for (let sent = 11; sent < 20; sent += 1) await visitor.post('/', { ...eleventh.fields, name: '' });
  const tooMany = await visitor.post('/', eleventh.fields);
  expect(tooMany.answer.status).toBe(429);
  expect(tooMany.text).toContain(TEXTS.problems.tooManyFromAddress);
  expect(tooMany.text).toContain('value="11"');
  expect((await visitor.visit('/')).answer.status).toBe(200);
});

test('the time said before and after sending is the rule’s: closed, the last half hour, no calendar', async () => {
  lab = await openLineLab({ at: ['2026-11-28', '12:00'] });
  const visitor = createVisitor(lab.links.booking);
  const saturday = await visitor.visit('/');
  expect(saturday.text).toContain('Линия сейчас закрыта');
  expect(saturday.text).toContain('Откроется в понедельник, 30 ноября, в 09:00 по московскому времени');
  expect(saturday.text).toContain('Позвоним в понедельник, 30 ноября, до 18:00 по московскому времени');
  lab.clock.now = moscowTime(TODAY, '17:30');
  expect((await visitor.visit('/')).text).toContain(
    'Постараемся позвонить сегодня, самое позднее завтра, в среду, 25 ноября, до 18:00 по московскому времени',
  );
  lab.clock.now = moscowTime('2029-03-05', '12:00');
  expect((await visitor.visit('/')).text).toContain('нет календаря на 2029 год');
  const path = (await book(visitor)).answer.headers.get('location') ?? '';
  expect((await visitor.visit(path)).text).toContain('нет календаря на 2029 год');
});

test('too much is refused: a long body, a strange type, a program in the trap', async () => {
  lab = await openLineLab({ at: [TODAY, '12:00'] });
  const visitor = createVisitor(lab.links.booking);
  expect((await visitor.post('/', { name: 'x'.repeat(20_000) })).answer.status).toBe(413);
  const json = await visitor.visit('/', { method: 'POST', body: '<x/>', headers: { 'content-type': 'text/xml' } });
  expect(json.answer.status).toBe(415);
  const trapped = await book(visitor, { website: 'http://spam' });
  expect(trapped.answer.status).toBe(422);
  expect(trapped.text).toContain(TEXTS.problems.trap);
  expect((await visitor.visit('/consent')).text).toContain('152-ФЗ');
});

test('the lead’s link opens the monitor and stays valid over a restart; everything else is refused in words', async () => {
  lab = await openLineLab({ at: [TODAY, '12:00'] });
  const stranger = createVisitor(lab.links.booking);
  for (const path of ['/lead', '/lead?token=wrong', '/monitor/', '/monitor/ws']) {
    const { answer, text } = await stranger.visit(path);
    if (path !== '/monitor/ws') expect(text, path).toContain(TEXTS.lead.heading);
    expect([403, 404], path).toContain(answer.status);
  }
  const asset = (await stranger.visit('/assets/monitor.js')).answer;
  expect([asset.status, asset.headers.get('cache-control')]).toEqual([200, 'public, max-age=31536000, immutable']);
  for (const path of ['/console.html', '/monitor.html', '/assets/../console.html', '/assets/%2e%2e/console.html']) {
    expect((await stranger.visit(path)).answer.status, path).toBe(404);
  }

  const link = new URL(lab.links.lead);
  await lab.restart();
  const lead = createVisitor(lab.links.booking);
  const opened = await lead.visit(`${link.pathname}${link.search}`);
  expect(opened.answer.headers.getSetCookie()[0]).toMatch(
    /^line15_lead=.*; Path=\/monitor; HttpOnly; SameSite=Strict$/,
  );
  expect(opened.text).toContain('url=/monitor/');
  const monitor = await lead.visit('/monitor/');
  expect(monitor.text).toContain('<title>monitor</title>');
  expect(monitor.answer.headers.get('cache-control')).toBe('no-store');
  expect(monitor.answer.headers.get('content-security-policy')).toContain("script-src 'self'");
  lab.clock.now += 31 * 24 * 3_600_000;
  expect((await lead.visit('/monitor/')).answer.status).toBe(403);
});

test('a lead sees the timer and the events at once and grants minutes; another site’s page gets nothing', async () => {
  lab = await openLineLab({ at: [TODAY, '12:00'] });
  const origin = new URL(lab.links.booking).origin;
  const at = lab.clock.now;
  const lead = createVisitor(origin);
  await lead.visit(lab.links.lead);
  const cookie = `line15_lead=${lead.jar.get('line15_lead') ?? ''}`;
  await expect(leadClient(origin, { origin })).rejects.toThrow('403');
  await expect(leadClient(origin, { origin: 'https://evil.example', cookie })).rejects.toThrow('403');
  await expect(leadClient(origin, { cookie })).rejects.toThrow('403');
  const client = await leadClient(origin, { origin, cookie });
  let seen: LineSnapshot | null = null;
  client.on('snapshot', (snapshot) => void (seen = snapshot));

  const clock = {
    startedAt: at,
    elapsedBeforeMs: 0,
    limitMs: 900_000,
    warningAt: at + 720_000,
    lastMinuteAt: at + 840_000,
    noticeAt: at + 870_000,
    farewellAt: at + 898_500,
    limitAt: at + 900_000,
    atLimit: 'end' as const,
    scale: 1,
    grants: [],
  };
  const presence = (change: object) => ({
    activity: 'talking' as const,
    availability: { kind: 'ready' as const, reason: null, since: at },
    since: at,
    registered: true,
    consultation: {
      id: 'c1',
      inquiry: '7',
      caller: 'Анна',
      organisation: '',
      held: false,
      eventId: null,
      clock: { ...clock, ...change },
    },
  });
  const maria = deskOf(lab.line, 'maria', 'Мария');
  maria.present(presence({}));
  await book(createVisitor(origin));
  await vi.waitFor(() => {
    expect(seen?.consultants[0]).toMatchObject({
      activity: 'talking',
      consultation: { clock: { limitAt: clock.limitAt } },
    });
    expect(seen?.events).toHaveLength(1);
    expect(seen).toMatchObject({ open: true, until: moscowTime(TODAY, '18:00') });
  });

  const granting = client.call('grant', { consultationId: 'c1', minutes: 5, reason: 'касса стоит' });
  const grant = await vi.waitFor(() => {
    const push = maria.pushes.find(({ kind }) => kind === 'grant');
    if (push?.kind !== 'grant') throw new Error('no grant yet');
    return push.grant;
  });
  expect(grant).toMatchObject({ minutes: 5, reason: 'касса стоит', by: 'Старший смены' });
  maria.present(presence({ limitAt: clock.limitAt + 300_000, grants: [grant] }));
  expect(await granting).toEqual({ ok: true, value: { limitAt: clock.limitAt + 300_000 } });
  expect(await client.call('grant', { consultationId: 'c1', minutes: 3, reason: '  ' })).toMatchObject({
    error: { code: 'bad-message' },
  });
  expect(await client.call('grant', { consultationId: 'c2', minutes: 3, reason: 'x' })).toMatchObject({
    error: { code: 'consultation-over' },
  });
  maria.leave();
  await vi.waitFor(() => expect(seen?.consultants[0]).toMatchObject({ activity: 'offline', registered: false }));
  client.close();
});

test('a taken port is a value with a code, and the pages can be switched off', async () => {
  lab = await openLineLab({ at: [TODAY, '12:00'] });
  const { port } = new URL(lab.links.booking);
  const other = await openLineLab({ at: [TODAY, '12:00'] });
  expect(await other.line.listen({ host: '127.0.0.1', port: Number(port) })).toMatchObject({
    error: { code: 'port-taken' },
  });
  await other.close();
  await lab.line.stopListening();
  await expect(fetch(lab.links.booking)).rejects.toThrow();
});
