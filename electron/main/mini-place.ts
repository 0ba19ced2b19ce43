import { z } from 'zod';

/** A rectangle in the screen's own (scaled) pixels. */
export type Area = { x: number; y: number; width: number; height: number };
/** A screen as far as places are concerned: what a task bar leaves of it. */
export type Screen = { id: number; workArea: Area };

const offset = z.object({ x: z.number().int(), y: z.number().int() });
/** Where the mini window was put on each screen, from the corner of what the task bar leaves; `last`: the screen it was moved on last. */
export const miniPlaces = z.object({ last: z.string().nullable(), screens: z.record(z.string(), offset) });
export type MiniPlaces = z.infer<typeof miniPlaces>;

export const NO_PLACES: MiniPlaces = { last: null, screens: {} };
/** Away from the edges, where it was never put: clear of the clock and of a maximised window's own buttons. */
const MARGIN = 24;

/**
 * Where the mini window comes up: on the screen it was moved on last, at its place there; without one, or when that screen is gone, on the
 * console's screen. Always whole inside a screen, whatever became of its size.
 * @param screens at least one
 * @param consoleScreen id of the screen the console is on
 */
export function miniPlace(
  { last, screens: known }: MiniPlaces,
  screens: readonly Screen[],
  consoleScreen: number,
  size: { width: number; height: number },
): Area {
  const chosen =
    screens.find(({ id }) => String(id) === last) ?? screens.find(({ id }) => id === consoleScreen) ?? screens[0];
  if (!chosen) return { x: 0, y: 0, ...size };
  const { workArea } = chosen;
  const kept = known[String(chosen.id)] ?? {
    x: workArea.width - size.width - MARGIN,
    y: workArea.height - size.height - MARGIN,
  };
  return inside({ x: workArea.x + kept.x, y: workArea.y + kept.y, ...size }, workArea);
}

/** The places once the window was put at `area` on this screen. */
export function withPlace(places: MiniPlaces, { id, workArea }: Screen, area: Area): MiniPlaces {
  const put = { x: Math.round(area.x - workArea.x), y: Math.round(area.y - workArea.y) };
  return { last: String(id), screens: { ...places.screens, [String(id)]: put } };
}

/** The rectangle moved, not cut, so that all of it is seen; what is larger than the screen begins at its corner. */
export function inside(area: Area, within: Area): Area {
  const clamp = (at: number, size: number, from: number, room: number) =>
    Math.round(Math.max(from, Math.min(at, from + room - size)));
  return {
    ...area,
    x: clamp(area.x, area.width, within.x, within.width),
    y: clamp(area.y, area.height, within.y, within.height),
  };
}
