import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inside, miniPlace, NO_PLACES, withPlace, type Screen } from './mini-place.ts';

const SIZE = { width: 460, height: 116 };
const LEFT: Screen = { id: 1, workArea: { x: 0, y: 0, width: 1920, height: 1040 } };
/** A second screen at 150 %: fewer pixels of its own, and above the first. */
const RIGHT: Screen = { id: 2, workArea: { x: 1920, y: -200, width: 1280, height: 680 } };

test('never put anywhere: the lower right corner of the console’s screen', () => {
  expect(miniPlace(NO_PLACES, [LEFT, RIGHT], 1, SIZE)).toEqual({ x: 1436, y: 900, ...SIZE });
  expect(miniPlace(NO_PLACES, [LEFT, RIGHT], 2, SIZE)).toEqual({ x: 2716, y: 340, ...SIZE });
});

test('its place is kept for each screen, and it comes up where it was moved last', () => {
  const first = withPlace(NO_PLACES, LEFT, { x: 100, y: 50, ...SIZE });
  const both = withPlace(first, RIGHT, { x: 2_000, y: -100, ...SIZE });
  expect(miniPlace(both, [LEFT, RIGHT], 1, SIZE)).toEqual({ x: 2_000, y: -100, ...SIZE });
  // That screen is unplugged: the other one's own place.
  expect(miniPlace(both, [LEFT], 1, SIZE)).toEqual({ x: 100, y: 50, ...SIZE });
  // It is back, and somewhere else.
  const moved = { id: 2, workArea: { x: -1_280, y: 0, width: 1_280, height: 680 } };
  expect(miniPlace(both, [LEFT, moved], 1, SIZE)).toEqual({ x: -1_200, y: 100, ...SIZE });
});

test('whatever was kept and whatever the screens are now, all of it is on one of them', () => {
  const number = fc.integer({ min: -20_000, max: 20_000 });
  const screen = fc.record({
    id: fc.integer({ min: 1, max: 4 }),
    workArea: fc.record({
      x: number,
      y: number,
      width: fc.integer({ min: SIZE.width, max: 8_000 }),
      height: fc.integer({ min: SIZE.height, max: 5_000 }),
    }),
  });
  const kept = fc.record({
    last: fc.option(fc.constantFrom('1', '2', '3', '4')),
    screens: fc.dictionary(fc.constantFrom('1', '2', '3', '4'), fc.record({ x: number, y: number })),
  });
  fc.assert(
    fc.property(
      kept,
      fc.array(screen, { minLength: 1, maxLength: 4 }),
      fc.integer({ min: 1, max: 5 }),
      (places, screens, on) => {
        const area = miniPlace(places, screens, on, SIZE);
        expect(screens.some(({ workArea }) => JSON.stringify(inside(area, workArea)) === JSON.stringify(area))).toBe(
          true,
        );
      },
    ),
  );
});
