import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keepSameParts } from './same-parts.ts';

test('a part that equals what it was is what it was; one that changed is the new one, in whatever depth', () => {
  const before = { now: 1, call: { id: 'a', history: [{ n: 1 }, { n: 2 }] }, line: { open: true } };
  const now = { now: 2, call: { id: 'a', history: [{ n: 1 }, { n: 3 }] }, line: { open: true } };
  const { line, call } = before;
  expect(keepSameParts(before, now)).toBe(false);
  expect(now.line).toBe(line);
  expect(now.call).not.toBe(call);
  expect(now.call.history[0]).toBe(call.history[0]);
  expect(now.call.history[1]).toEqual({ n: 3 });
});

test('a list that became longer or shorter, an object instead of a list, and nothing instead of something are changes', () => {
  for (const [was, is] of [
    [[1], [1, 2]],
    [[1, 2], [1]],
    [[], {}],
    [{}, null],
    [null, {}],
    [{ a: 1 }, { b: 1 }],
    [{ a: 1, b: undefined }, { a: 1 }],
  ]) {
    const [before, now] = [{ part: was }, { part: is }];
    expect(keepSameParts(before, now), JSON.stringify([was, is])).toBe(false);
    expect(now.part).toBe(is);
  }
});

test('whatever is given: the outcome is what came, its equal parts the old ones', () => {
  const data = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.jsonValue({ maxDepth: 3 }));
  fc.assert(
    fc.property(data, data, (before, now) => {
      const [was, came] = [structuredClone(before), structuredClone(now)];
      keepSameParts(before, now);
      expect(now).toEqual(came);
      expect(before).toEqual(was);
      const again = structuredClone(now);
      expect(keepSameParts(now, again)).toBe(true);
      Object.entries(now).forEach(([key, part]) => expect(again[key]).toBe(part));
    }),
  );
});
