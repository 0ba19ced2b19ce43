import { expect, test } from 'vitest';
import { createCallStorm } from './call-storm.ts';

function lab() {
  let now = 0;
  const told: string[] = [];
  const storm = createCallStorm(
    () => now,
    (what, refused) => told.push(`${what} ${refused}`),
  );
  const ring = (count: number, everyMs: number) => {
    let rung = 0;
    for (let call = 0; call < count; call += 1) {
      if (storm.mayRing()) rung += 1;
      now += everyMs;
    }
    return rung;
  };
  return { ring, told, rest: (ms: number) => (now += ms) };
}

test('25 calls in a row, and a queue that rings again each second for an hour, all ring', () => {
  expect(lab().ring(25, 1_000)).toBe(25);
  expect(lab().ring(3_600, 1_000)).toBe(3_600);
});

test('50 calls a second for 10 s: no more than 40 ring, and it is told twice, not 460 times', () => {
  const { ring, told, rest } = lab();
  expect(ring(500, 20)).toBeLessThanOrEqual(40);
  expect(told).toEqual(['began 1']);
  rest(20_000);
  expect(ring(1, 0)).toBe(1);
  expect(told).toEqual(['began 1', expect.stringMatching(/^over 46\d$/)]);
});
