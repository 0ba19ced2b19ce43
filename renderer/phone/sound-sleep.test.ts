import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { AWAKE_WITHIN_MS, createSoundSleep, LOOK_EACH_MS, REST_AFTER_MS, type Sleeper } from './sound-sleep.ts';

const FALLS_WITHIN_MS = 40;

/** A context as Chromium has it: woken while it falls asleep it says `running` and stands still until it has slept again. */
class FakeContext implements Sleeper {
  state: AudioContextState = 'suspended';
  asked: string[] = [];
  allowed = true;
  standsStill = false;
  #since = Date.now();
  #fallen = 0;
  #falling = false;

  get currentTime() {
    const passing = this.state === 'running' && !this.standsStill;
    return this.#fallen + (passing ? Date.now() - this.#since : 0);
  }

  suspend() {
    this.asked.push('suspend');
    this.#fallen = this.currentTime;
    this.#falling = true;
    return new Promise<void>((resolve) => {
      setTimeout(() => {
        this.#falling = false;
        this.state = 'suspended';
        resolve();
      }, FALLS_WITHIN_MS);
    });
  }

  resume() {
    this.asked.push('resume');
    if (!this.allowed) return new Promise<void>(() => undefined);
    this.standsStill = this.#falling;
    if (this.state !== 'running') this.#since = Date.now();
    this.state = 'running';
    return Promise.resolve();
  }
}

function setUp() {
  const context = new FakeContext();
  const told: boolean[] = [];
  const call = { on: false };
  const asleep = vi.fn();
  const sleep = createSoundSleep({ context, busy: () => call.on, tell: (allowed) => told.push(allowed), asleep });
  const begin = () => {
    call.on = true;
    sleep.wake();
  };
  const end = () => {
    call.on = false;
    sleep.rest();
  };
  return { context, told, asleep, begin, end };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('a call wakes the sound; after the last one it sleeps', async () => {
  const { context, told, asleep, begin, end } = setUp();
  begin();
  await vi.advanceTimersByTimeAsync(100);
  expect(context.state).toBe('running');
  expect(told).toEqual([true]);
  end();
  await vi.advanceTimersByTimeAsync(REST_AFTER_MS);
  expect(asleep).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(FALLS_WITHIN_MS);
  expect(context.state).toBe('suspended');
  expect(asleep).toHaveBeenCalledOnce();
  expect(vi.getTimerCount()).toBe(0);
});

test('a burst of calls does not put it to sleep in between', async () => {
  const { context, begin, end } = setUp();
  for (let call = 0; call < 20; call += 1) {
    begin();
    await vi.advanceTimersByTimeAsync(30);
    end();
    await vi.advanceTimersByTimeAsync(30);
  }
  expect(context.asked).not.toContain('suspend');
});

test.each([0, 1, 20, FALLS_WITHIN_MS - 1, FALLS_WITHIN_MS + 1])(
  'a call %i ms into falling asleep finds it awake, its time passing',
  async (into) => {
    const { context, asleep, begin, end } = setUp();
    begin();
    end();
    await vi.advanceTimersByTimeAsync(REST_AFTER_MS + into);
    asleep.mockClear();
    begin();
    await vi.advanceTimersByTimeAsync(FALLS_WITHIN_MS);
    const before = context.currentTime;
    await vi.advanceTimersByTimeAsync(20);
    expect(context.currentTime).toBeGreaterThan(before);
    expect(asleep).not.toHaveBeenCalled();
  },
);

test('a sound that stands still in a call is woken anew', async () => {
  const { context, begin } = setUp();
  begin();
  await vi.advanceTimersByTimeAsync(100);
  context.standsStill = true;
  await vi.advanceTimersByTimeAsync(LOOK_EACH_MS * 4 + FALLS_WITHIN_MS);
  expect(context.standsStill).toBe(false);
  expect(context.asked.filter((what) => what === 'suspend')).toHaveLength(1);
});

test('one that never comes to life is tried ever more seldom', async () => {
  const { context, begin } = setUp();
  vi.spyOn(context, 'currentTime', 'get').mockReturnValue(1);
  begin();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(context.asked.filter((what) => what === 'suspend').length).toBeLessThan(9);
});

test('a browser that keeps it silent is told of, and the next click is tried', async () => {
  const { context, told, begin } = setUp();
  context.allowed = false;
  begin();
  await vi.advanceTimersByTimeAsync(AWAKE_WITHIN_MS + 1);
  expect(told).toEqual([false]);
  context.allowed = true;
  begin();
  await vi.advanceTimersByTimeAsync(1);
  expect(told).toEqual([false, true]);
});
