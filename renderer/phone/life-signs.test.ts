import { expect, test } from 'vitest';
import { createLifeSigns } from './life-signs.ts';
import type { StatsSource } from './media-stats.ts';

/** A call's report: packets of the transport, answers on the way in use and on another one. */
function reportOf(packets: number, answers: number, elsewhere = 0, restarts = 0) {
  const [used, other] = [`CP${restarts}`, `CP-${restarts}`];
  const stats = new Map<string, unknown>([
    ['T01', { id: 'T01', type: 'transport', packetsReceived: packets, selectedCandidatePairId: used }],
    [used, { id: used, type: 'candidate-pair', responsesReceived: answers }],
    [other, { id: other, type: 'candidate-pair', responsesReceived: elsewhere }],
    ['I', { id: 'I', type: 'inbound-rtp', packetsReceived: packets }],
    ['x', 'no stat at all'],
  ]);
  let readWhole = 0;
  const source: StatsSource = {
    get: (id) => stats.get(id),
    forEach(callback) {
      readWhole += 1;
      stats.forEach((value) => callback(value));
    },
  };
  return { source, readWhole: () => readWhole };
}

test('sound, answers to checks on the way in use and on another are signs; nothing new is none', () => {
  const signs = createLifeSigns();
  const count = (...given: Parameters<typeof reportOf>) => signs(reportOf(...given).source);
  expect(count(10, 1)).toBe(1);
  expect(count(10, 1)).toBe(1);
  expect(count(20, 1)).toBe(2);
  expect(count(20, 2)).toBe(3);
  expect(count(20, 2)).toBe(3);
  expect(count(20, 2, 1)).toBe(4);
  expect(count(20, 2, 1)).toBe(4);
});

test('what came while it was not looked for is no sign later on', () => {
  const signs = createLifeSigns();
  signs(reportOf(10, 1, 1).source);
  signs(reportOf(500, 4, 5).source);
  const count = signs(reportOf(1_000, 9, 11).source);
  expect(signs(reportOf(1_000, 9, 12).source)).toBe(count);
  expect(signs(reportOf(1_000, 9, 13).source), 'but what comes from then on is').toBe(count + 1);
});

test('an ICE restart counts anew: the first answer of the new way is a sign', () => {
  const signs = createLifeSigns();
  signs(reportOf(1_000, 9).source);
  expect(signs(reportOf(0, 0, 0, 1).source)).toBe(1);
  expect(signs(reportOf(0, 0, 0, 1).source)).toBe(1);
  expect(signs(reportOf(0, 1, 0, 1).source)).toBe(2);
});

test('while sound comes the report is not read whole', () => {
  const signs = createLifeSigns();
  signs(reportOf(10, 1).source);
  const later = reportOf(60, 1);
  signs(later.source);
  expect(later.readWhole()).toBe(0);
});

test('no report at all: no sign', () => {
  expect(createLifeSigns()({ get: () => undefined, forEach: () => undefined })).toBe(0);
});
