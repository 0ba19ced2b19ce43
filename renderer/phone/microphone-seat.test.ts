import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { OpenedMicrophone } from './microphone.ts';
import { createMicrophoneSeat } from './microphone-seat.ts';
import { microphoneTrack } from './fake-microphone.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

/** A seat whose attempts come out when the test says so. */
function setUp() {
  const attempts: { of: string; come: (outcome: 'ok' | 'busy' | 'absent' | 'denied') => Promise<void> }[] = [];
  const chosen = { is: 'headset' };
  const tracks: Record<string, ReturnType<typeof microphoneTrack>> = {};
  const taken: string[] = [];
  const seat = createMicrophoneSeat({
    wanted: () => ({ id: chosen.is, standsFor: chosen.is }),
    open: ({ standsFor }) =>
      new Promise<OpenedMicrophone>((resolve) => {
        attempts.push({
          of: standsFor,
          async come(outcome) {
            const track = (tracks[standsFor] = microphoneTrack(standsFor));
            resolve(outcome === 'ok' ? { ok: true, track } : { ok: false, problem: outcome });
            await pass(0);
          },
        });
      }),
    take: (track) => void taken.push(track.id),
  });
  const choose = (standsFor: string) => {
    chosen.is = standsFor;
    seat.changed();
  };
  const asked = () => attempts.map(({ of }) => of);
  const come = (index: number, outcome: 'ok' | 'busy' | 'absent' | 'denied') => attempts[index]?.come(outcome);
  return { seat, choose, asked, come, taken, tracks };
}

test('another program holds the microphone at the answer: the one chosen instead is opened at once', async () => {
  const { seat, choose, asked, come, taken } = setUp();
  const opened = seat.open(true);
  await come(0, 'busy');
  expect(await opened).toEqual({ ok: false, problem: 'busy' });
  expect(seat.problem()).toBe('busy');
  choose('camera');
  await come(1, 'ok');
  expect([asked(), taken, seat.problem()]).toEqual([['headset', 'camera'], ['camera'], null]);
  await pass(60_000);
  expect(asked()).toHaveLength(2);
});

test('a microphone that got its name while it was opened answers the call, and is tried again though the second attempt fails', async () => {
  const { seat, choose, come, taken, asked } = setUp();
  const opened = seat.open(false);
  choose('headset by name');
  await come(0, 'ok');
  expect((await opened).ok).toBe(true);
  await come(1, 'busy');
  await pass(3_000);
  await come(2, 'ok');
  expect([asked(), taken]).toEqual([['headset', 'headset by name', 'headset by name'], ['headset by name']]);
});

test('the other program lets go: opened within seconds, by itself', async () => {
  const { seat, come, taken, asked } = setUp();
  void seat.open(true);
  await come(0, 'busy');
  await pass(3_000);
  await come(1, 'busy');
  expect(seat.problem()).toBe('busy');
  await pass(3_000);
  await come(2, 'ok');
  expect([asked().length, taken]).toEqual([3, ['headset']]);
});

test('nothing was plugged in at the answer: opened when something comes, and not tried in vain before', async () => {
  const { seat, come, taken, asked } = setUp();
  void seat.open(true);
  await come(0, 'absent');
  await pass(60_000);
  expect(asked()).toHaveLength(1);
  seat.changed();
  await come(1, 'ok');
  expect(taken).toEqual(['headset']);
});

test('another one is chosen during the first opening: it is the one that is heard, whichever comes first', async () => {
  for (const order of [
    [0, 1],
    [1, 0],
  ]) {
    const { seat, choose, come, taken, tracks, asked } = setUp();
    void seat.open(true);
    choose('camera');
    seat.changed();
    for (const index of order) await come(index, 'ok');
    expect(asked()).toEqual(['headset', 'camera']);
    expect(taken).toEqual(['camera']);
    expect([tracks['headset']?.readyState, tracks['camera']?.readyState]).toEqual(['ended', 'live']);
  }
});

test('changed there and back while both are being opened: the latest choice is heard', async () => {
  const { seat, choose, come, taken } = setUp();
  void seat.open(true);
  await come(0, 'ok');
  choose('camera');
  choose('headset');
  await come(2, 'ok');
  await come(1, 'ok');
  expect(taken).toEqual(['headset', 'headset']);
});

test('one that cannot be changed to leaves the present one alone, and is tried again', async () => {
  const { seat, choose, come, taken, tracks } = setUp();
  void seat.open(true);
  await come(0, 'ok');
  choose('camera');
  await come(1, 'busy');
  expect(tracks['headset']?.readyState).toBe('live');
  await pass(3_000);
  await come(2, 'ok');
  expect(taken).toEqual(['headset', 'camera']);
});

test('pulled out: over to what is left', async () => {
  const { seat, come, taken, tracks, asked } = setUp();
  void seat.open(true);
  await come(0, 'ok');
  tracks['headset']?.dispatchEvent(new Event('ended'));
  await come(1, 'ok');
  expect([asked().length, taken.length]).toEqual([2, 2]);
});

test('a call that rings on because nothing could be opened opens nothing by itself', async () => {
  const { seat, choose, come, asked } = setUp();
  void seat.open(false);
  await come(0, 'busy');
  await pass(60_000);
  choose('camera');
  seat.changed();
  expect(asked()).toEqual(['headset']);
});

test('what is opened after the end is closed, and nothing more is tried', async () => {
  const opening = setUp();
  void opening.seat.open(true);
  opening.seat.close();
  await opening.come(0, 'ok');
  expect([opening.taken, opening.tracks['headset']?.readyState]).toEqual([[], 'ended']);
  const failed = setUp();
  void failed.seat.open(true);
  await failed.come(0, 'busy');
  failed.seat.close();
  failed.choose('camera');
  await pass(60_000);
  expect(failed.asked()).toEqual(['headset']);
});
