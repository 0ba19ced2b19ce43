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
    ping: (withinMs) =>
      server.answers
        ? Promise.resolve(true)
        : new Promise((resolve) => setTimeout(() => resolve(false), server.reachable ? withinMs : 0)),
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
  return { server, told, kept };
}
const words = (told: Registration[]) => told.map(({ status, failure }) => `${status} ${failure ?? '-'}`);
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

test('connects and registers at once', async () => {
  const { told } = setUp();
  await pass(0);
  expect(words(told)).toEqual(['connecting -', 'registered -']);
});

test('a server that is away is tried for ever, every 1.5 s on average, where the service does not say that nobody is there', async () => {
  const { server, told, kept } = setUp();
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
  server.reachable = true;
  await pass(1_600);
  expect(told.at(-1)?.status).toBe('registered');
});

test('where the service finds nobody, it looks for the page: Chromium would hold back the sockets of one that tries in vain', async () => {
  const server = comingAndGoing({ silent: false });
  const console = server.console(seeded(1));
  await pass(100);
  server.away(true);
  console.kept.socketLost();
  await pass(10 * 60_000);
  // Six at first, then one a minute.
  expect(console.attempts()).toBeLessThanOrEqual(1 + 6 + 10);
  expect(console.asked()).toBeGreaterThan(300);
  // What wakes the page up is worth an attempt of its own.
  const before = console.attempts();
  console.kept.kick();
  await pass(100);
  expect(console.attempts(), 'whatever the service says').toBe(before + 1);
  server.away(false);
  console.kept.kick();
  await pass(5_100);
  expect([console.attempts(), console.last()?.status]).toEqual([before + 2, 'registered']);
  console.kept.stop();
});

test('a service that does not answer holds up nothing: the page looks itself', async () => {
  const server = comingAndGoing({ silent: false });
  const console = server.console(seeded(1), () => new Promise(() => {}));
  await pass(100);
  server.away(true);
  console.kept.socketLost();
  await pass(60_000);
  const before = console.attempts();
  await pass(60_000);
  expect(console.attempts()).toBeGreaterThan(before + 6);
  console.kept.stop();
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
  await pass(1_600);
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
        // Longer than Chromium remembers that a socket was opened well.
        await pass(5 * 60_000);
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

test('a server that starts and takes sockets before it hears anything is registered with as soon as it does', async () => {
  const { server, told, kept } = setUp();
  await pass(0);
  server.reachable = server.answers = false;
  kept.socketLost();
  await pass(4_000);
  server.reachable = true;
  const { length } = server.registers;
  await pass(6_000);
  expect(server.registers, 'nothing is said to deaf ears').toHaveLength(length);
  server.answers = true;
  await pass(1_100);
  expect(told.at(-1)?.status).toBe('registered');
});

test('a server that answers no OPTIONS of strangers is registered with all the same, only later', async () => {
  const { server, told, kept } = setUp(false);
  server.answers = false;
  await pass(100);
  server.reachable = true;
  kept.kick();
  await pass(9_000);
  expect([server.registers.length, told.at(-1)?.status]).toEqual([1, 'registered']);
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
 * attempt given up after 4 s. Each console's Chromium holds its sockets back as its WebSocketThrottler does.
 */
function comingAndGoing({ silent }: { silent: boolean }) {
  let isAway = false;
  const accepted: number[] = [];
  const after = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
  /** @returns whether somebody answered */
  async function reach(withinMs: number): Promise<boolean> {
    if (!silent && isAway) return false;
    for (const waitMs of [0, 1_000, 2_000]) {
      await after(waitMs);
      if (!isAway) return true;
    }
    await after(withinMs - 3_000);
    return false;
  }
  return {
    accepted,
    away: (away: boolean) => void (isAway = away),
    console(random: () => number, look?: () => Promise<null>) {
      let told: Registration | undefined;
      let [attempts, asked] = [0, 0];
      const heldBack = chromiumThrottle(random);
      async function connect(): Promise<void> {
        attempts += 1;
        const delayMs = heldBack.delayMs();
        await after(Math.min(delayMs, 4_000));
        if (delayMs >= 4_000 || !(await reach(4_000 - Math.min(delayMs, 1_000)))) {
          heldBack.failed();
          throw new Error('1006');
        }
        heldBack.succeeded();
        accepted.push(performance.now());
        await after(5);
      }
      /** The service's own look at a silent server takes its time too. */
      async function probe() {
        asked += 1;
        if (look !== undefined) return look();
        await after(5);
        return (await reach(5_000)) ? null : 'no-server';
      }
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
        probe,
        report: (registration) => (told = registration),
        now: () => performance.now(),
        random,
      });
      return { kept, last: () => told, attempts: () => attempts, asked: () => asked };
    },
  };
}

/** How long Chromium holds back the next socket of a page, by those opened well and in vain in this and the last two minutes. */
function chromiumThrottle(random: () => number) {
  let [current, previous] = [
    { failed: 0, succeeded: 0 },
    { failed: 0, succeeded: 0 },
  ];
  let rolledAt = performance.now();
  function roll(): void {
    for (; performance.now() - rolledAt >= 120_000; rolledAt += 120_000) {
      [previous, current] = [current, { failed: 0, succeeded: 0 }];
    }
  }
  return {
    delayMs(): number {
      roll();
      const failed = current.failed + previous.failed;
      const succeeded = current.succeeded + previous.succeeded;
      return ((1_000 + 4_000 * random()) * 2 ** Math.min(16, Math.floor(failed / (succeeded + 1)))) / 65_536;
    },
    failed: () => void (current.failed += 1),
    succeeded: () => void (current.succeeded += 1),
  };
}
