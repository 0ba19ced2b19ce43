import { expect, talk, test } from './phone-fixture.ts';
import { readRecording } from './recording.ts';
import { RoughNetwork } from './rough-network.ts';
import { launchWithVoice } from './voice-file.ts';

test.use({ launchOptions: launchWithVoice() });

const PIECE = 320;

/** Part of a recording's middle in which somebody is heard, by pieces of 40 ms. */
function heardPart(samples: Int16Array): number {
  const middle = samples.subarray(16_000, -8_000);
  let heard = 0;
  const pieces = Math.floor(middle.length / PIECE);
  for (let index = 0; index < pieces; index += 1) {
    const piece = middle.subarray(index * PIECE, (index + 1) * PIECE);
    if (piece.some((sample) => Math.abs(sample) > 300)) heard += 1;
  }
  return heard / pieces;
}

test('usable at 5 % loss and 100 ± 100 ms of delay: both are heard, the score says how well, the screen is told', async ({
  phone,
  pbx,
}) => {
  test.slow();
  const network = await RoughNetwork.to(pbx.wsUrl, { lossPercent: 5, delayUpToMs: 200, seed: 15 });
  const { call } = await talk(phone, pbx, { server: network.wsUrl, record: true });
  await phone.pass(3_000);
  const tone = await phone.page.evaluate(() => window.harness.toneHeard(1_004, 10_000));
  await call.hangUp();
  const { media } = await phone.fact('ended');
  const voice = heardPart(await readRecording(call.recording?.agent ?? ''));
  const relayed = (100 * network.passed.lost) / network.passed.count;
  await network.close();
  const figures = { relayedLossPercent: relayed, toneHeard: tone, voiceHeard: voice, ...media };
  test.info().annotations.push({ type: 'figures', description: JSON.stringify(figures) });
  expect(relayed, 'the network is as rough as it says').toBeGreaterThan(3.5);
  expect(tone, 'the caller’s tone is there').toBeGreaterThan(0.8);
  expect(voice, 'our voice is there').toBeGreaterThan(0.8);
  // RFC 3550’s running mean follows the last packets: what it says at the end of a call varies.
  expect(media?.jitterMs).toBeGreaterThan(15);
  expect(media?.quality?.averageMos).toBeGreaterThan(2);
  expect(media?.quality?.averageMos).toBeLessThan(4);
  expect(media?.quality?.lossPercent).toBeGreaterThan(2);
});
