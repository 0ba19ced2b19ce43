import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { CALLS_OF_A_CONTEXT, createRenewedContext } from './renewed-context.ts';
import { REST_AFTER_MS } from './sound-sleep.ts';

/** A context that does at once what it is asked for, and keeps silent for ever once it is closed. */
class FakeContext {
  state: AudioContextState = 'running';
  currentTime = 0;
  suspend = () => this.#become('suspended');
  resume = () => this.#become('running');
  close = () => this.#become('closed');

  #become(state: AudioContextState): Promise<void> {
    if (this.state === 'closed') return Promise.reject(new Error('closed'));
    this.state = state;
    return Promise.resolve();
  }
}

function setUp() {
  const opened: FakeContext[] = [];
  const told: boolean[] = [];
  let going = 0;
  const renewed = createRenewedContext({
    open() {
      const context = new FakeContext();
      opened.push(context);
      return { context };
    },
    busy: () => going > 0,
    tell: (allowed) => told.push(allowed),
  });
  return {
    opened,
    told,
    renewed,
    begin() {
      going += 1;
      renewed.served();
      renewed.wake();
      return renewed.inForce().context;
    },
    end() {
      going -= 1;
      renewed.rest();
    },
  };
}

const states = (contexts: FakeContext[]) => contexts.map(({ state }) => state);
const rested = () => vi.advanceTimersByTimeAsync(REST_AFTER_MS + 1);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('after some calls, once it sleeps, another one takes its place and sleeps too', async () => {
  const { opened, renewed, begin, end } = setUp();
  for (let call = 1; call < CALLS_OF_A_CONTEXT; call += 1) {
    begin();
    end();
    await rested();
  }
  expect(states(opened)).toEqual(['suspended']);
  begin();
  end();
  await rested();
  expect(states(opened)).toEqual(['closed', 'running']);
  expect(renewed.inForce().context).toBe(opened[1]);
  await rested();
  expect(states(opened)).toEqual(['closed', 'suspended']);
  expect(vi.getTimerCount()).toBe(0);
});

test('never while a call is heard, nor between calls of a burst', async () => {
  const { opened, begin, end } = setUp();
  for (let call = 0; call < 3 * CALLS_OF_A_CONTEXT; call += 1) {
    begin();
    await rested();
    end();
    await vi.advanceTimersByTimeAsync(REST_AFTER_MS - 1);
  }
  begin();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(states(opened)).toEqual(['running']);
  end();
  await rested();
  expect(states(opened)).toEqual(['closed', 'running']);
});

test('a call that comes while it falls asleep keeps its context', async () => {
  const { opened, begin, end } = setUp();
  for (let call = 0; call < CALLS_OF_A_CONTEXT; call += 1) {
    begin();
    end();
  }
  vi.advanceTimersByTime(REST_AFTER_MS);
  const context = begin();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(context.state).toBe('running');
  expect(opened).toEqual([context]);
});

test('the next call is heard through the new one, and its silence is not the old one’s', async () => {
  const { opened, told, begin, end } = setUp();
  for (let call = 0; call < CALLS_OF_A_CONTEXT; call += 1) {
    begin();
    end();
  }
  await rested();
  expect(begin()).toBe(opened[1]);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(opened[1]?.state).toBe('running');
  expect(told).not.toContain(false);
});

test('stopped, it is closed and made no more', async () => {
  const { opened, renewed, begin, end } = setUp();
  for (let call = 0; call < CALLS_OF_A_CONTEXT; call += 1) {
    begin();
    end();
  }
  renewed.stop();
  await rested();
  expect(states(opened)).toEqual(['closed']);
  expect(vi.getTimerCount()).toBe(0);
});
