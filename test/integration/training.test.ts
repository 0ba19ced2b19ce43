import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { TrainingCall, TrainingLine, TrainingLineOptions } from '../../electron/training/training-line.ts';
import { callers, startLine, startTrainingLab, type Phone, type TrainingLab } from './training-lab.ts';

const soon = { timeout: 10_000, interval: 50 };

let lab: TrainingLab;
let line: TrainingLine;
let phone: Phone;

beforeAll(async () => {
  lab = await startTrainingLab();
});
afterAll(() => lab.close());

/** A line with these options and a phone registered on it, for the tests of one group. */
function withLine(options: Partial<TrainingLineOptions> = {}): void {
  beforeEach(async () => {
    line = await startLine(options);
    phone = await lab.openPhone();
    expect(await phone.do('register', line.url, '101', line.account.password)).toBe('Registered');
  });
  afterEach(async () => {
    await phone.page.close();
    await line.close();
  });
}

/** What the line says about the call that is up; fails when there is none. */
function current(): TrainingCall {
  const [call] = line.status().calls;
  if (call === undefined) throw new Error('no call is up');
  return call;
}

async function states(): Promise<string[]> {
  return (await phone.do('calls')).map(({ state }) => state);
}

async function callAndAnswer(talkMs = 60_000): Promise<void> {
  expect(line.callNow({ talkMs })).toMatchObject({ ok: true });
  await expect.poll(states, soon).toEqual(['Initial']);
  await phone.do('answer', 0);
  await expect.poll(() => current().answeredAt, soon).not.toBeNull();
}

describe('registration', () => {
  withLine();

  test('a wrong password is refused with 403, a foreign account too, and keep-alives are answered', async () => {
    const other = await lab.openPhone();
    expect(await other.do('register', line.url, '101', 'wrong')).toBe('403');
    expect(await other.do('register', line.url, '555', line.account.password)).toBe('403');
    await other.page.close();
    expect(await phone.do('ping')).toBeLessThan(1000);
  });

  test('an unregistered console is not called', async () => {
    expect(line.status().consoles).toMatchObject([{ number: '101', busy: false }]);
    await phone.do('unregister');
    await expect.poll(() => line.status().consoles, soon).toEqual([]);
    expect(line.callNow()).toEqual({ ok: false, reason: 'no-console' });
  });
});

describe('a call from a user', () => {
  withLine();

  test('says who calls, and sound flows both ways without loss', async () => {
    line.callNow({ from: '8 (916) 123-45-67' });
    await expect.poll(states, soon).toEqual(['Initial']);
    expect(await phone.do('calls')).toMatchObject([
      {
        name: callers[0]?.name,
        number: '+79161234567',
        asserted: '"Иванова Мария «Ромашка»" <sip:+79161234567@127.0.0.1>',
      },
    ]);
    const loudest: number[] = [];
    line.listen(current().id, (samples) => loudest.push(Math.max(...samples)));
    await phone.do('answer', 0);
    await expect.poll(async () => (await phone.do('sound', 0)).received, soon).toBeGreaterThan(150);
    const sound = await phone.do('sound', 0);
    expect(sound).toMatchObject({ codec: 'audio/PCMA', lost: 0 });
    expect(sound.sent).toBeGreaterThan(100);
    expect(sound.jitter).toBeLessThan(0.02);
    expect(sound.concealed).toBeLessThan(0.05);
    expect(sound.energy).toBeGreaterThan(0.01);
    expect(current().packetsHeard).toBeGreaterThan(100);
    // Chromium's fake microphone beeps once a second.
    await expect.poll(() => Math.max(...loudest), soon).toBeGreaterThan(1000);
  });

  test('is held and taken back; digits arrive; the console hangs up with its reason', async () => {
    await callAndAnswer();
    await phone.do('hold', 0, true);
    expect(current().held).toBe(true);
    const { sent, received } = await phone.do('sound', 0);
    await expect.poll(async () => (await phone.do('sound', 0)).sent, soon).toBeGreaterThan(sent + 25);
    expect((await phone.do('sound', 0)).received - received).toBeLessThan(3);

    await phone.do('hold', 0, false);
    expect(current().held).toBe(false);
    await expect.poll(async () => (await phone.do('sound', 0)).received, soon).toBeGreaterThan(received + 20);

    await phone.do('press', 0, '15*#');
    await expect.poll(() => current().dtmf, soon).toBe('15*#');

    await phone.do('hangUp', 0, 'X.Line15;cause=15;text="limit"');
    await expect
      .poll(() => line.status().recent, soon)
      .toMatchObject([
        { end: { by: 'console', cause: 'hung-up', reason: 'X.Line15;cause=15;text="limit"' }, dtmf: '15*#' },
      ]);
    expect(line.status().calls).toEqual([]);
  });

  test('ends when the user has said everything', async () => {
    await callAndAnswer(500);
    await expect.poll(states, soon).toEqual(['Terminated']);
    expect((await phone.do('calls'))[0]?.byeReason).toBe('Q.850;cause=16;text="Normal call clearing"');
    await expect.poll(() => line.status().recent, soon).toMatchObject([{ end: { by: 'user', cause: 'hung-up' } }]);
  });

  test('survives an ICE restart', async () => {
    await callAndAnswer();
    await phone.do('restartIce', 0);
    const { received } = await phone.do('sound', 0);
    const { packetsHeard } = current();
    await expect.poll(async () => (await phone.do('sound', 0)).received, soon).toBeGreaterThan(received + 50);
    expect(current().packetsHeard).toBeGreaterThan(packetsHeard + 20);
  });

  test('a second one calls a console that talks, and disturbs nothing', async () => {
    expect(line.secondCall()).toEqual({ ok: false, reason: 'no-call' });
    await callAndAnswer();
    expect(line.callNow()).toEqual({ ok: false, reason: 'busy' });
    expect(line.secondCall()).toMatchObject({ ok: true });
    await expect.poll(states, soon).toEqual(['Established', 'Initial']);
    await phone.do('decline', 1, 486);
    await expect
      .poll(() => line.status().recent, soon)
      .toMatchObject([{ end: { by: 'console', cause: 'refused', statusCode: 486 } }]);
    const { received } = await phone.do('sound', 0);
    await expect.poll(async () => (await phone.do('sound', 0)).received, soon).toBeGreaterThan(received + 20);
  });

  test('is given up with the status of a console that is not ready', async () => {
    line.callNow();
    await expect.poll(states, soon).toEqual(['Initial']);
    await phone.do('decline', 0, 480);
    await expect
      .poll(() => line.status().recent, soon)
      .toMatchObject([{ answeredAt: null, end: { by: 'console', cause: 'refused', statusCode: 480 } }]);
  });
});

describe('impatient people', () => {
  const short = (ms: number) => ({ minMs: ms, maxMs: ms });
  withLine({ manners: { patience: short(700), ringsOut: short(700), pickUp: short(300) } });

  test('a caller gives up when nobody answers', async () => {
    line.callNow();
    await expect.poll(states, soon).toEqual(['Terminated']);
    const gaveUp = { answeredAt: null, end: { by: 'user', cause: 'gave-up', statusCode: null } };
    await expect.poll(() => line.status().recent, soon).toMatchObject([gaveUp]);
  });

  test.each([
    ['84950001100', 486, { by: 'user', cause: 'refused' }],
    ['84950001199', 480, { by: 'user', cause: 'no-answer' }],
    ['84950001104', 404, { by: 'exchange', cause: 'refused' }],
    ['abc', 404, { by: 'exchange', cause: 'refused' }],
    ['101', 486, { by: 'user', cause: 'refused' }],
  ])('%s is refused with %d', async (number, statusCode, end) => {
    await phone.do('dial', number);
    await expect.poll(async () => (await phone.do('calls'))[0]?.refusal, soon).toBe(statusCode);
    await expect.poll(() => line.status().recent, soon).toMatchObject([{ number, end: { ...end, statusCode } }]);
  });

  test('a number of the list is answered by its owner', async () => {
    await phone.do('dial', '84951112233');
    await expect.poll(states, soon).toEqual(['Established']);
    expect(current()).toMatchObject({ direction: 'outgoing', name: 'Пётр Ёлкин', console: '101' });
    await expect.poll(async () => (await phone.do('sound', 0)).received, soon).toBeGreaterThan(50);
    expect(line.hangUp(current().id)).toBe(true);
    await expect.poll(states, soon).toEqual(['Terminated']);
  });

  test('the console may stop ringing somebody', async () => {
    await phone.do('dial', '84950001199');
    await expect.poll(() => line.status().calls.length, soon).toBe(1);
    await phone.do('hangUp', 0);
    await expect.poll(() => line.status().recent, soon).toMatchObject([{ end: { by: 'console', cause: 'gave-up' } }]);
  });

  test('*43 says what it hears', async () => {
    await phone.do('dial', '*43');
    await expect.poll(states, soon).toEqual(['Established']);
    await expect.poll(async () => (await phone.do('sound', 0)).energy, soon).toBeGreaterThan(0.01);
  });
});

describe('a console that goes away', () => {
  withLine({ lostAfterMs: 3_000 });

  test('keeps its call over a new socket, and hears the user hang up on it', async () => {
    await callAndAnswer();
    await phone.do('cutSocket');
    await expect.poll(() => line.status().consoles, soon).toEqual([]);
    const { received } = await phone.do('sound', 0);
    await expect.poll(async () => (await phone.do('sound', 0)).received, soon).toBeGreaterThan(received + 20);

    expect(await phone.do('reconnect')).toBe('Registered');
    expect(line.status().consoles).toMatchObject([{ number: '101', busy: true }]);
    await phone.do('hold', 0, true);
    expect(current().held).toBe(true);
    await phone.do('hold', 0, false);
    line.hangUp(current().id);
    await expect.poll(states, soon).toEqual(['Terminated']);
    await expect.poll(() => line.status().consoles, soon).toMatchObject([{ busy: false }]);
  });

  test('loses its call when the page is gone, though the console is back', async () => {
    await callAndAnswer();
    await phone.page.reload();
    expect(await phone.do('register', line.url, '101', line.account.password)).toBe('Registered');
    expect(line.callNow()).toEqual({ ok: false, reason: 'busy' });
    await expect.poll(() => line.status().recent, soon).toMatchObject([{ end: { by: 'exchange', cause: 'lost' } }]);
    expect(line.callNow()).toMatchObject({ ok: true });
  });

  test('loses its call when it does not come back', async () => {
    await callAndAnswer();
    await phone.do('cutSocket');
    await expect.poll(() => line.status().recent, soon).toMatchObject([{ end: { by: 'exchange', cause: 'lost' } }]);
    expect(line.status().calls).toEqual([]);
  });
});

describe('users call by themselves', () => {
  withLine();

  test('when the console is free, and not while it talks', async () => {
    line.setPace({ minMs: 100, maxMs: 200 });
    await expect.poll(states, soon).toEqual(['Initial']);
    await phone.do('answer', 0);
    expect(line.status().nextCallAt).toBeNull();
    await expect.poll(async () => (await phone.do('sound', 0)).received, soon).toBeGreaterThan(50);
    expect(await states()).toEqual(['Established']);
    await phone.do('hangUp', 0);
    await expect.poll(states, soon).toEqual(['Terminated', 'Initial']);
    line.setPace(null);
  });
});
