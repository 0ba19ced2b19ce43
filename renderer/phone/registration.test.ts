import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Registration } from '../../shared/contract/phone.ts';
import { keepRegistered } from './registration.ts';
import type { RegisterAnswer, SipStack } from './sip-stack.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A server that one can take away and tell what to answer. */
function setUp(reachable = true) {
  const server = {
    reachable,
    answers: true,
    register: { kind: 'registered' } as RegisterAnswer,
    connects: 0,
    registers: [] as number[],
    dropped: 0,
  };
  const stack: SipStack = {
    connect: () => {
      server.connects += 1;
      return server.reachable ? Promise.resolve() : Promise.reject(new Error('1006'));
    },
    register: () => {
      server.registers.push(performance.now());
      return Promise.resolve(server.register);
    },
    ping: () => Promise.resolve(server.answers),
    dropSocket: () => void (server.dropped += 1),
    serverGone: () => {},
    isInCall: () => false,
    dial: () => {
      throw new Error('not here');
    },
    watch: () => {},
    stop: () => Promise.resolve(),
  };
  const told: Registration[] = [];
  let probes = 0;
  const kept = keepRegistered({
    stack,
    probe: () => Promise.resolve((probes += 1) > 1 ? 'certificate' : null),
    report: (registration) => told.push(registration),
    now: () => performance.now(),
    random: () => 0.5,
  });
  return { server, told, kept, probes: () => probes };
}
const words = (told: Registration[]) => told.map(({ status, failure }) => `${status} ${failure ?? '-'}`);
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

test('connects and registers at once', async () => {
  const { told } = setUp();
  await pass(0);
  expect(words(told)).toEqual(['connecting -', 'registered -']);
});

test('a server that is away is tried for ever, every 1.5 s on average, and asked after by the service now and then', async () => {
  const { server, told, kept, probes } = setUp();
  await pass(0);
  server.reachable = false;
  kept.socketLost();
  await pass(120_000);
  expect(words(told)).toEqual([
    'connecting -',
    'registered -',
    'connecting socket-lost',
    'failed no-server',
    'failed certificate',
  ]);
  expect(server.connects).toBeGreaterThan(75);
  expect(server.connects).toBeLessThan(90);
  expect(probes()).toBeLessThan(14);
  server.reachable = true;
  await pass(1_600);
  expect(told.at(-1)?.status).toBe('registered');
});

test('a wrong password is tried once a minute, kicked or not', async () => {
  const { server, kept, told } = setUp();
  server.register = { kind: 'refused', sipCode: 401, retryAfterMs: null };
  await pass(0);
  for (let second = 0; second < 58; second += 1) {
    kept.kick();
    await pass(1_000);
  }
  expect(server.registers).toHaveLength(1);
  expect(told.at(-1)).toEqual({ status: 'failed', failure: 'wrong-password', sipCode: 401 });
  await pass(3_000);
  expect(server.registers).toHaveLength(2);
});

test('a server that refuses is left alone for longer and longer, and as long as it asks', async () => {
  const { server, told } = setUp();
  server.register = { kind: 'refused', sipCode: 503, retryAfterMs: null };
  await pass(60_000);
  expect(server.registers).toEqual(
    [0, 1_000, 3_000, 7_000, 15_000, 31_000].map((ms) => ms + (server.registers[0] ?? 0)),
  );
  expect(told.at(-1)?.failure).toBe('server-refused');
  server.register = { kind: 'refused', sipCode: 503, retryAfterMs: 300_000 };
  await pass(2_000);
  const { length } = server.registers;
  await pass(298_000);
  expect(server.registers).toHaveLength(length);
});

test('a silent server: the socket is given up and made anew', async () => {
  const { server, told } = setUp();
  await pass(0);
  server.answers = false;
  await pass(13_000);
  expect(server.dropped).toBe(1);
  expect(words(told)).toEqual(['connecting -', 'registered -', 'connecting socket-lost', 'registered -']);
});

test('a kick cuts the wait short, and looks at a socket that seems alive', async () => {
  const { server, kept, told } = setUp(false);
  await pass(100);
  const before = server.connects;
  server.reachable = true;
  kept.kick();
  await pass(0);
  expect(server.connects).toBe(before + 1);
  expect(told.at(-1)?.status).toBe('registered');
  server.answers = false;
  kept.kick();
  await pass(200);
  expect(server.dropped).toBe(1);
});

test('stopped: nothing more is tried or told', async () => {
  const { server, kept, told } = setUp(false);
  await pass(10);
  kept.stop();
  const { length } = told;
  const { connects } = server;
  await pass(60_000);
  expect([told.length, server.connects]).toEqual([length, connects]);
});

for (const seconds of [2, 8, 40, 120]) {
  test(`a server away for ${seconds} s: registered within 3 s of its return, refusing or answering nothing, whatever the dice`, async () => {
    for (const silent of [false, true]) {
      for (let dice = 0; dice < 20; dice += 1) {
        const server = comingAndGoing({ silent });
        const console = server.console(seeded(dice + 1));
        await pass(100);
        server.away(true);
        console.kept.socketLost();
        await pass(seconds * 1_000 + dice * 97);
        server.away(false);
        await pass(3_000);
        expect(console.last()?.status, `dice ${dice}, silent ${silent}`).toBe('registered');
        console.kept.stop();
      }
    }
  });
}

test('a server that refuses while it starts is not believed at once by an account it has taken before', async () => {
  const { server, told, kept } = setUp();
  await pass(0);
  server.register = { kind: 'refused', sipCode: 401, retryAfterMs: null };
  kept.socketLost();
  await pass(1_200);
  expect(told.at(-1)?.status).toBe('connecting');
  server.register = { kind: 'registered' };
  await pass(3_000);
  expect(told.at(-1)?.status).toBe('registered');

  // A password that was changed is no start: three attempts, then once a minute.
  server.register = { kind: 'refused', sipCode: 401, retryAfterMs: null };
  const { length } = server.registers;
  kept.registrationLost();
  await pass(50_000);
  expect(server.registers).toHaveLength(length + 3);
  expect(told.at(-1)?.failure).toBe('wrong-password');
});

test('200 consoles that lost their server together come back within 3 s of its return, and never as a storm', async () => {
  const server = comingAndGoing({ silent: false });
  const random = seeded(15);
  const consoles = Array.from({ length: 200 }, () => server.console(random));
  await pass(5_000);
  expect(consoles.every(({ last }) => last()?.status === 'registered')).toBe(true);

  server.away(true);
  consoles.forEach(({ kept }) => kept.socketLost());
  await pass(12_000);
  server.away(false);
  const returned = performance.now();
  await pass(3_000);
  expect(consoles.every(({ last }) => last()?.status === 'registered')).toBe(true);
  const histogram = perSlice(server.accepted.filter((at) => at >= returned).map((at) => at - returned));
  expect(histogram.reduce((sum, count) => sum + count)).toBe(200);
  // Evenly over 2.25 s it would be 9 in 100 ms; all at once, 200.
  expect(Math.max(...histogram), histogram.join(' ')).toBeLessThanOrEqual(27);

  // A blink: every socket is cut, the server was never away.
  const blinked = performance.now();
  consoles.forEach(({ kept }) => kept.socketLost());
  await pass(3_000);
  expect(consoles.every(({ last }) => last()?.status === 'registered')).toBe(true);
  const blink = perSlice(server.accepted.filter((at) => at >= blinked).map((at) => at - blinked));
  expect(Math.max(...blink), blink.join(' ')).toBeLessThanOrEqual(40);
  consoles.forEach(({ kept }) => kept.stop());
});

/** How many in each 100 ms. */
function perSlice(times: number[]): number[] {
  const slices: number[] = [];
  for (const at of times) {
    const slice = Math.floor(at / 100);
    slices[slice] = (slices[slice] ?? 0) + 1;
  }
  return Array.from(slices, (count) => count ?? 0);
}

/** Numbers in [0, 1), the same for the same seed (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * A server for many consoles. Away it refuses at once, or is silent: then a SYN is repeated after 1 and 3 s (as Linux and Windows do), and the
 * attempt given up after 4 s.
 */
function comingAndGoing({ silent }: { silent: boolean }) {
  let isAway = false;
  const accepted: number[] = [];
  const after = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
  async function connect(): Promise<void> {
    if (!silent && isAway) throw new Error('1006');
    for (const waitMs of [0, 1_000, 2_000]) {
      await after(waitMs);
      if (isAway) continue;
      accepted.push(performance.now());
      return after(5);
    }
    await after(1_000);
    throw new Error('1006');
  }
  return {
    accepted,
    away: (away: boolean) => void (isAway = away),
    console(random: () => number) {
      let told: Registration | undefined;
      const kept = keepRegistered({
        stack: {
          connect,
          register: () => after(10).then(() => ({ kind: 'registered' })),
          ping: () => Promise.resolve(!isAway),
          dropSocket: () => {},
          serverGone: () => {},
          isInCall: () => false,
          dial: () => {
            throw new Error('not here');
          },
          watch: () => {},
          stop: () => Promise.resolve(),
        },
        // The service's own look at a silent server takes its time too.
        probe: () => after(silent ? 5_000 : 5).then(() => 'no-server'),
        report: (registration) => (told = registration),
        now: () => performance.now(),
        random,
      });
      return { kept, last: () => told };
    },
  };
}
