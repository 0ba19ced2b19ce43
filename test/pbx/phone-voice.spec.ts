import { expect, talk, test } from './phone-fixture.ts';
import { readRecording } from './recording.ts';
import { launchWithVoice } from './voice-file.ts';

// A browser of its own: its microphones hear somebody who never stops speaking.
test.use({ launchOptions: launchWithVoice() });

const RATE = 8_000;
const PIECE_MS = 10;

/** Stretches of a recording in which nothing is heard, ms, between the first sound and the last. */
function gaps(samples: Int16Array): number[] {
  const size = (RATE * PIECE_MS) / 1_000;
  const loud: number[] = [];
  for (let start = 0; start + size <= samples.length; start += size) {
    const piece = samples.subarray(start, start + size);
    if (piece.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0) > 150) loud.push(start / size);
  }
  return loud.slice(1).map((index, before) => (index - (loud[before] ?? 0) - 1) * PIECE_MS);
}

test('speaking while the microphone is off is said; nothing of it is heard', async ({ phone, pbx }) => {
  const { call, callId } = await talk(phone, pbx, { record: true });
  await phone.order({ kind: 'mute', callId, muted: true });
  await expect.poll(async () => (await phone.last('call-sound'))?.state.warnings).toEqual(['speaking-muted']);
  await phone.pass(1_500);
  await phone.order({ kind: 'mute', callId, muted: false });
  await expect.poll(async () => (await phone.last('call-sound'))?.state.warnings).toEqual([]);
  await phone.pass(1_000);
  await call.hangUp();
  await phone.fact('ended');
  const silences = gaps(await readRecording(call.recording?.agent ?? '')).filter((ms) => ms > 500);
  expect(silences.length, 'one silence: the muted seconds').toBe(1);
  expect(silences[0]).toBeGreaterThan(2_000);
});
