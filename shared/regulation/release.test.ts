import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareReleases, parseRelease, releaseVerdict } from './release.ts';
import type { Release } from './release.ts';

describe('2.8: a release is four numbers between points', () => {
  test.each([
    ['3.0.48.3', [3, 0, 48, 3]],
    [' 3.0.48.3 ', [3, 0, 48, 3]],
    ['03.0.048.3', [3, 0, 48, 3]],
    ['3.0.48', null],
    ['3.0.48.3.1', null],
    ['3.0.48.x', null],
    ['3.0.-48.3', null],
    ['последний', null],
    ['3.0.48.3 бета', null],
    ['3,0,48,3', null],
    ['3.0.1234567890.3', null],
    ['', null],
  ])('«%s»', (text, release) => {
    expect(parseRelease(text)).toEqual(release);
  });
});

describe('2.8: compared as numbers', () => {
  test.each([
    ['3.0.48.3', '3.0.5.1', 1],
    ['3.0.5.1', '3.0.48.3', -1],
    ['3.0.48.3', '3.0.48.3', 0],
    ['3.0.48.3', '3.0.48.10', -1],
    ['2.9.99.99', '3.0.0.0', -1],
    ['3.1.0.0', '3.0.99.99', 1],
    ['3.1.5.1', '3.1.4.9', 1],
    ['3.1.4.1', '3.1.4.2', -1],
  ])('%s and %s: %i', (a, b, order) => {
    const [first, second] = [parseRelease(a), parseRelease(b)];
    if (first === null || second === null) throw new Error('not releases');
    expect(compareReleases(first, second)).toBe(order);
  });

  test('reading back keeps a release, and the order turns with its sides', () => {
    const number = fc.nat({ max: 999 });
    const release: fc.Arbitrary<Release> = fc.tuple(number, number, number, number);
    fc.assert(
      fc.property(release, release, (a, b) => {
        expect(parseRelease(a.join('.'))).toEqual(a);
        expect(compareReleases(a, b) + compareReleases(b, a)).toBe(0);
      }),
    );
  });
});

describe('2.8: the verdict on a stated release', () => {
  const latest = '3.0.48.3';
  test.each([
    ['latest', '3.0.48.3', 'theory', 'latest', ['2.8']],
    ['older', '3.0.48.2', 'theory', 'older', ['2.8']],
    ['older, topic not chosen', '3.0.48.2', null, 'older', ['2.8']],
    ['3.1.3 is exempt', '3.0.48.2', 'update', 'older-exempt', ['2.8', '3.1.3']],
    ['3.1.4 is exempt', '3.0.48.2', 'errors', 'older-exempt', ['2.8', '3.1.4']],
    ['newer than ours', '3.0.49.1', 'setup', 'newer', ['2.8']],
    ['stated otherwise never blocks', 'последний', 'theory', 'unknown', []],
    ['not stated', null, 'theory', 'unknown', []],
    ['an edition only', '3.0', 'theory', 'unknown', []],
    ['an earlier edition is another product', '2.0.99.9', 'theory', 'unknown', []],
    ['a later edition too', '4.0.1.1', 'theory', 'unknown', []],
  ])('%s', (_case, stated, topic, verdict, clauses) => {
    expect(releaseVerdict({ stated, latest, topic })).toEqual({ verdict, clauses });
  });

  test('our list not known', () => {
    expect(releaseVerdict({ stated: latest, latest: null, topic: null }).verdict).toBe('unknown');
  });
});
