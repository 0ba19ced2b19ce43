import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createCalls } from './calls.ts';
import type { MicrophoneState } from './devices.ts';
import type { NewFact } from './fact-queue.ts';
import type { OpenedMicrophone } from './microphone.ts';
import type { CallSound, Sound } from './sound.ts';
import type { Caller, SipCall, SipCallListener, SipStack } from './sip-stack.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Calls over a stack and a sound that write down what they are told. */
function setUp() {
  const story: string[] = [];
  const facts: NewFact[] = [];
  const listeners: SipCallListener[] = [];
  const phone = {
    microphone: 'granted' as MicrophoneState,
    holdWorks: true as boolean | 'never says',
    idle: 0,
    transferRefused: null as number | null,
  };

  const sipCall = (name: string): SipCall => ({
    answer: () => void story.push(`${name} answer`),
    decline: (code) => void story.push(`${name} ${code}`),
    hangUp: (reason) => void story.push(`${name} bye ${reason}`),
    setHold: (held) => {
      story.push(`${name} ${held ? 'hold' : 'resume'}`);
      return phone.holdWorks === 'never says' ? new Promise(() => {}) : Promise.resolve(phone.holdWorks);
    },
    transfer: (to) => {
      story.push(`${name} refer ${'number' in to ? to.number : 'to a call'}`);
      return Promise.resolve(phone.transferRefused);
    },
    sendTones: (tones) => story.push(`${name} tones ${tones}`) > 0,
    stats: () => Promise.resolve(null),
  });
  const callSound = (): CallSound => ({
    outgoing: silentTrack(),
    playRemote: () => {},
    remote: () => null,
    relay: (voice) => void (voice && story.push('relay')),
    openMicrophone: (lasting) => {
      story.push(lasting ? 'microphone for good' : 'microphone');
      const opened: OpenedMicrophone =
        phone.microphone === 'denied' ? { ok: false, problem: 'denied' } : { ok: true, track: silentTrack() };
      return Promise.resolve(opened);
    },
    microphone: () => ({ state: 'live', peak: 0.1, loudness: 0.01 }),
    letThrough: (open) => void story.push(open ? 'voice on' : 'voice off'),
    playTone: (tone) => {
      story.push(tone);
      return new Promise((resolve) => setTimeout(resolve, 700));
    },
    stopTone: () => void story.push('stop tone'),
    close: () => void story.push('sound closed'),
  });
  const sound: Sound = {
    openCall: callSound,
    signal: (kind) => void story.push(`signal ${kind}`),
    knock: (why) => void story.push(why),
    stage: (stage) => void story.push(`stage ${stage}`),
    configure: () => {},
  };
  const stack: SipStack = {
    connect: () => Promise.resolve(),
    register: () => Promise.resolve({ kind: 'registered' }),
    ping: () => Promise.resolve(true),
    dropSocket: () => {},
    serverGone: () => {},
    isInCall: () => false,
    dial: (number, _sound, listener) => {
      story.push(`dial ${number}`);
      listeners.push(listener);
      return sipCall('out');
    },
    watch: () => {},
    stop: () => Promise.resolve(),
  };
  const calls = createCalls({
    clock: { now: () => performance.now(), suspend: () => {}, resume: () => {} },
    sound: () => sound,
    microphone: () => phone.microphone,
    microphoneFailed: () => void story.push('microphone failed'),
    stack: () => stack,
    report: (fact) => facts.push(fact),
    onIdle: () => void (phone.idle += 1),
    log: () => {},
  });
  const invite = (name: string, caller: Partial<Caller> = {}) => {
    calls.incoming({
      caller: { number: '+7', displayName: name, dialled: '101', ...caller },
      carried: null,
      asksForAnswer: false,
      ring: (_sound, listener) => {
        listeners.push(listener);
        return sipCall(name);
      },
      refuse: (code) => void story.push(`${name} refused ${code}`),
    });
    return calls.list().at(-1)?.callId ?? '';
  };
  /** Takes what was told since the last look. */
  const told = () => story.splice(0);
  return { calls, facts, listeners, phone, invite, told };
}

/** A track that nobody listens to: Node has none. */
function silentTrack(): MediaStreamTrack {
  return Object.assign(new EventTarget(), {
    kind: 'audio',
    id: 'silent',
    label: '',
    contentHint: '',
    enabled: true,
    muted: false,
    readyState: 'live' as const,
    onended: null,
    onmute: null,
    onunmute: null,
    stop: () => {},
    clone: silentTrack,
    applyConstraints: () => Promise.resolve(),
    getCapabilities: () => ({}),
    getConstraints: () => ({}),
    getSettings: () => ({}),
  });
}

async function talking() {
  const all = setUp();
  const callId = all.invite('A');
  all.calls.obey({ kind: 'answer', callId });
  await vi.advanceTimersByTimeAsync(50);
  all.listeners[0]?.answered();
  all.told();
  return { ...all, callId };
}
const end = { cause: 'remote', sipCode: null, media: null } as const;

test('a call rings, the microphone opens at the answer only, all is let go at the end', async () => {
  const { calls, facts, listeners, phone, invite, told } = setUp();
  const callId = invite('A');
  expect(told()).toEqual([]);
  vi.advanceTimersByTime(50);
  expect(told()).toEqual(['signal ring']);
  calls.obey({ kind: 'answer', callId });
  calls.obey({ kind: 'answer', callId });
  await vi.advanceTimersByTimeAsync(0);
  expect(told()).toEqual(['A answer', 'microphone for good', 'signal null']);
  listeners[0]?.answered();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(calls.list()).toMatchObject([{ callId, phase: 'up', answeredAgoMs: 1_000 }]);
  listeners[0]?.ended(end);
  expect(told()).toEqual(['signal null', 'sound closed', 'signal null']);
  expect(facts.map(({ kind }) => kind)).toEqual(['ringing', 'answered', 'ended']);
  expect([calls.list(), phone.idle]).toEqual([[], 1]);
});

test('without a microphone a call is not answered: it rings on, and the reason is told', async () => {
  const { calls, phone, invite, told } = setUp();
  const callId = invite('A');
  vi.advanceTimersByTime(50);
  phone.microphone = 'denied';
  calls.obey({ kind: 'answer', callId });
  await vi.advanceTimersByTimeAsync(0);
  expect(told()).toEqual(['signal ring', 'microphone failed']);
  expect(calls.list()).toMatchObject([{ phase: 'ringing' }]);
});

test('where the permission was never asked, the answer waits for it', async () => {
  const { calls, phone, invite, told } = setUp();
  phone.microphone = 'prompt';
  calls.obey({ kind: 'answer', callId: invite('A') });
  await vi.advanceTimersByTimeAsync(0);
  expect(told()).toEqual(['microphone', 'A answer', 'signal null', 'signal null']);
});

test('a second call knocks and never disturbs the current one; a third is busy', async () => {
  const { calls, facts, listeners, invite, told } = await talking();
  const second = invite('B');
  invite('C');
  vi.advanceTimersByTime(50);
  calls.obey({ kind: 'answer', callId: second });
  expect(told()).toEqual(['C refused 486', 'knock', 'signal null']);
  calls.obey({ kind: 'decline', callId: second, sipCode: 480 });
  expect(told()).toEqual(['B 480']);
  listeners[1]?.ended({ cause: 'declined', sipCode: 480, media: null });
  expect(facts.filter(({ kind }) => kind === 'ringing')).toHaveLength(2);
  expect(calls.list()).toHaveLength(1);
});

test('a call that is gone before it could be heard makes no sound', () => {
  const { facts, listeners, invite, told } = setUp();
  invite('A');
  listeners[0]?.ended({ cause: 'cancelled', sipCode: 487, media: null });
  vi.advanceTimersByTime(50);
  expect(told()).toEqual(['signal null', 'signal null']);
  expect(facts.map(({ kind }) => kind)).toEqual(['ringing', 'ended']);
});

test('the second call rings aloud once the first has ended', async () => {
  const { listeners, invite, told } = await talking();
  invite('B');
  told();
  listeners[0]?.ended(end);
  expect(told()).toEqual(['sound closed', 'signal ring']);
});

test('hold and mute shut the voice each by itself', async () => {
  const { calls, facts, callId, told } = await talking();
  calls.obey({ kind: 'mute', callId, muted: true });
  calls.obey({ kind: 'hold', callId, held: true });
  await vi.advanceTimersByTimeAsync(0);
  calls.obey({ kind: 'hold', callId, held: false });
  await vi.advanceTimersByTimeAsync(0);
  expect(told().filter((line) => line.startsWith('voice'))).not.toContain('voice on');
  calls.obey({ kind: 'mute', callId, muted: false });
  expect(told()).toEqual(['voice on']);
  expect(facts.slice(-4)).toMatchObject([{ muted: true }, { held: true }, { held: false }, { muted: false }]);
});

test('a far end that refuses the hold: the call is not held, and says so', async () => {
  const { calls, facts, callId, phone } = await talking();
  phone.holdWorks = false;
  calls.obey({ kind: 'hold', callId, held: true });
  await vi.advanceTimersByTimeAsync(0);
  expect(facts.at(-1)).toMatchObject({ kind: 'held', held: false });
  expect(calls.list()[0]?.held).toBe(false);
});

test('the tones pass through mute, and take a held call off hold for their length', async () => {
  const { calls, facts, callId, told } = await talking();
  calls.obey({ kind: 'hold', callId, held: true });
  calls.obey({ kind: 'deadlines', deadlines: { callId, noticeInMs: 1_000, farewellInMs: 3_000, limitInMs: 4_000 } });
  await vi.advanceTimersByTimeAsync(900);
  told();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(told()).toEqual(['A resume', 'notice', 'A hold']);
  await vi.advanceTimersByTimeAsync(3_000);
  expect(told()).toEqual(['A resume', 'farewell', 'A hold', 'A bye limit']);
  expect(facts.filter(({ kind }) => kind === 'tone')).toHaveLength(2);
  expect(facts.filter(({ kind }) => kind === 'held')).toMatchObject([{ held: true }]);
});

test('a tone that is no longer due when the held call is taken back is neither played nor told', async () => {
  for (const whatHappens of ['ended', 'granted'] as const) {
    const { calls, facts, listeners, phone, callId, told } = await talking();
    calls.obey({ kind: 'hold', callId, held: true });
    await vi.advanceTimersByTimeAsync(0);
    phone.holdWorks = 'never says';
    const soon = { callId, noticeInMs: null, farewellInMs: 1_000, limitInMs: 4_000 };
    calls.obey({ kind: 'deadlines', deadlines: soon });
    await vi.advanceTimersByTimeAsync(1_500);
    expect(told()).toContain('A resume');
    if (whatHappens === 'ended') listeners[0]?.ended(end);
    else calls.obey({ kind: 'deadlines', deadlines: { ...soon, farewellInMs: 180_000, limitInMs: 190_000 } });
    await vi.advanceTimersByTimeAsync(2_000);
    expect(told()).not.toContain('farewell');
    expect(facts.filter(({ kind }) => kind === 'tone')).toEqual([]);
  }
});

test('the stages sound in the ear alone: the call is not touched for them, and one that is past is not made up for', async () => {
  const { calls, facts, callId, told } = await talking();
  calls.obey({ kind: 'hold', callId, held: true });
  await vi.advanceTimersByTimeAsync(100);
  const before = facts.length;
  told();
  const later = { noticeInMs: null, farewellInMs: null, limitInMs: null };
  calls.obey({ kind: 'deadlines', deadlines: { callId, warningInMs: 500, lastMinuteInMs: 2_500, ...later } });
  told();
  await vi.advanceTimersByTimeAsync(3_000);
  expect(told()).toEqual(['stage warning', 'stage last-minute']);
  expect(facts).toHaveLength(before);
  calls.obey({ kind: 'deadlines', deadlines: { callId, warningInMs: -60_000, lastMinuteInMs: 500, ...later } });
  told();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(told()).toEqual(['stage last-minute']);
});

test('a grant during the farewell stops it; the same deadlines told again do not', async () => {
  const { calls, callId, told } = await talking();
  calls.obey({ kind: 'deadlines', deadlines: { callId, noticeInMs: null, farewellInMs: 0, limitInMs: 900 } });
  told();
  calls.obey({ kind: 'deadlines', deadlines: { callId, noticeInMs: null, farewellInMs: -100, limitInMs: 800 } });
  expect(told()).not.toContain('stop tone');
  calls.obey({
    kind: 'deadlines',
    deadlines: { callId, noticeInMs: 100_000, farewellInMs: 170_000, limitInMs: 180_000 },
  });
  expect(told()).toContain('stop tone');
  await vi.advanceTimersByTimeAsync(10_000);
  expect(told()).not.toContain('A bye limit');
});

test('a dialled call: normalised, ringing tone until there is sound, given up after 90 s', async () => {
  const { calls, facts, listeners, told } = setUp();
  calls.obey({ kind: 'dial', callId: 'd', number: '+7 (343) 222-44-55' });
  listeners[0]?.progress('ringing');
  listeners[0]?.progress('early-media');
  listeners[0]?.progress('ringing');
  await vi.advanceTimersByTimeAsync(90_000);
  expect(told()).toEqual([
    'microphone for good',
    'dial +73432224455',
    'signal null',
    'signal ringback',
    'signal null',
    'out bye no-answer',
  ]);
  expect(facts).toMatchObject([
    { kind: 'dialling', callId: 'd', number: '+73432224455' },
    { kind: 'progress', stage: 'ringing' },
    { kind: 'progress', stage: 'early-media' },
  ]);
});

test('what cannot be dialled ends at once', async () => {
  const { calls, facts } = await talking();
  calls.obey({ kind: 'dial', callId: 'd', number: '101' });
  expect(facts.slice(-2)).toMatchObject([
    { kind: 'dialling', callId: 'd' },
    { kind: 'ended', callId: 'd', cause: 'failed' },
  ]);
});

test('a call is never answered by the phone itself: only an order does', async () => {
  const { calls, invite, told } = setUp();
  const callId = invite('A');
  await vi.advanceTimersByTimeAsync(10_000);
  expect(told()).not.toContain('A answer');
  calls.obey({ kind: 'answer', callId });
  expect(told()).toContain('A answer');
});

test('orders for a call that is gone do nothing', () => {
  const { calls, facts } = setUp();
  calls.obey({ kind: 'hang-up', callId: 'gone', reason: 'consultant' });
  calls.obey({ kind: 'deadlines', deadlines: { callId: 'gone', noticeInMs: 0, farewellInMs: 0, limitInMs: 0 } });
  expect(facts).toEqual([]);
});
