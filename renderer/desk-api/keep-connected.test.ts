import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { channelPair } from '../../shared/contract/channel-pair.ts';
import type { Channel } from '../../shared/contract/rpc.ts';
import { keepConnected } from './keep-connected.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('opens again after the channel ended, and tells each change once', async () => {
  const far: Channel[] = [];
  const told: string[] = [];
  const stop = keepConnected({
    open: () => {
      const [near, other] = channelPair();
      far.push(other);
      return Promise.resolve(near);
    },
    onUp: () => told.push('up'),
    onDown: () => told.push('down'),
  });
  await vi.advanceTimersByTimeAsync(0);
  expect(told).toEqual(['up']);

  far[0]!.close();
  await vi.advanceTimersByTimeAsync(300);
  expect(told).toEqual(['up', 'down', 'up']);
  stop();
});

test('waits longer after each failure, never longer than five seconds and its jitter', async () => {
  const attempts: number[] = [];
  const down = vi.fn();
  const stop = keepConnected({
    open: () => {
      attempts.push(Date.now());
      return Promise.reject(new Error('no service'));
    },
    onUp: () => expect.unreachable(),
    onDown: down,
  });
  await vi.advanceTimersByTimeAsync(60_000);
  const waits = attempts.slice(1).map((at, index) => at - attempts[index]!);
  expect(waits[0]).toBeLessThanOrEqual(250);
  expect(Math.max(...waits)).toBeLessThanOrEqual(6_250);
  expect(waits.at(-1)).toBeGreaterThanOrEqual(3_750);
  expect(down).toHaveBeenCalledOnce();
  stop();
});

test('stops for good', async () => {
  const [near, far] = channelPair();
  const open = vi.fn(() => Promise.resolve(near));
  const ended = vi.fn();
  far.onClose(ended);
  const stop = keepConnected({ open, onUp: () => undefined, onDown: () => expect.unreachable() });
  await vi.advanceTimersByTimeAsync(0);
  stop();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(open).toHaveBeenCalledOnce();
  expect(ended).toHaveBeenCalledOnce();
});
