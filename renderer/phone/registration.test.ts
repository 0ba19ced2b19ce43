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
