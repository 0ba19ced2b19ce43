import { expect, test } from 'vitest';
import { beforeCall, closed, duringCall, NOTHING_OBSERVED, waitingSteps, withKnown } from './link-check-steps.ts';

const words = (steps: { step: string; result: string; reason: string | null; value: number | null }[]) =>
  steps.map(({ step, result, reason, value }) =>
    [step, result, reason, value].filter((part) => part !== null).join(' '),
  );

test('before the call: the way to the server, its answer, the microphone', () => {
  const registration = { status: 'registered', failure: null, sipCode: null } as const;
  expect(words(beforeCall(registration, 'granted'))).toEqual(['signalling ok', 'registration ok']);
  expect(words(beforeCall({ status: 'failed', failure: 'wrong-password', sipCode: 401 }, 'granted'))).toEqual([
    'signalling ok',
    'registration failed wrong-password 401',
  ]);
  expect(words(beforeCall({ status: 'failed', failure: 'no-server', sipCode: null }, 'absent'))).toEqual([
    'signalling failed no-server',
    'registration skipped no-server',
    'microphone failed absent',
  ]);
});

test('in the call what is good is said at once, what is not only at its end', () => {
  expect(words(duringCall(NOTHING_OBSERVED, false))).toEqual([
    'microphone running',
    'sound-out running',
    'sound-back running',
    'round-trip running',
    'loss running',
  ]);
  expect(words(duringCall(NOTHING_OBSERVED, true))).toEqual([
    'microphone failed silent',
    'sound-out failed nothing-sent',
    'sound-back failed nothing-came',
    'round-trip warn unknown',
    'loss warn unknown',
  ]);
  const well = {
    voice: { loudness: 0.05, peak: 0.4 },
    packetsSent: 300,
    packetsReceived: 290,
    heard: 0.04,
    roundTripMs: 21.4,
    lossPercent: 0,
  };
  expect(words(duringCall(well, false))).toEqual([
    'microphone ok',
    'sound-out ok',
    'sound-back ok',
    'round-trip ok 21',
    'loss ok 0',
  ]);
  const badly = { ...well, voice: { loudness: 0.001, peak: 0.01 }, heard: 0, roundTripMs: 480, lossPercent: 7.2 };
  expect(words(duringCall(badly, true))).toEqual([
    'microphone warn quiet',
    'sound-out ok',
    'sound-back failed silence',
    'round-trip warn high 480',
    'loss warn high 7',
  ]);
});

test('what was not decided when it ends is skipped', () => {
  const steps = withKnown(waitingSteps(), duringCall({ ...NOTHING_OBSERVED, packetsSent: 5 }, false));
  expect(new Set(words(closed(steps)))).toEqual(
    new Set([
      'signalling skipped',
      'registration skipped',
      'call skipped',
      'microphone skipped',
      'sound-out ok',
      'sound-back skipped',
      'round-trip skipped',
      'loss skipped',
    ]),
  );
});
