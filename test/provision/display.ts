import { aptInstall, which } from './system.ts';
import type { Lab } from './lab.ts';

/** The programs of a place, by their Debian packages; the first is the one that is named. */
const NEEDED = {
  xvfb: { 'xvfb-run': 'xvfb', xauth: 'xauth' },
  keyboard: { xdotool: 'xdotool', sxhkd: 'sxhkd' },
} as const;

/**
 * Provides the display of machines without one, and the hands at it: `xdotool` presses keys, `sxhkd` is another program that has taken some.
 * What is not there comes by one call of apt-get. Needed on Linux only.
 */
export async function provideDisplay(): Promise<Pick<Lab, 'xvfb' | 'keyboard'>> {
  if (process.platform !== 'linux') {
    const nothing = { path: null, note: 'not needed: this system has a display' };
    return { xvfb: nothing, keyboard: { path: null, note: 'keys are pressed under X11 only' } };
  }
  const lacking = Object.values(NEEDED)
    .flatMap((programs) => Object.entries(programs))
    .filter(([program]) => which(program) === null);
  const reason = lacking.length === 0 ? null : await aptInstall(lacking.map(([, name]) => name));
  const place = (programs: Readonly<Record<string, string>>) => {
    const [first = '', ...others] = Object.keys(programs);
    const path = [...others, first].every((program) => which(program) !== null) ? which(first) : null;
    return { path, note: path === null ? (reason ?? 'installed, but not found') : [first, ...others].join(', ') };
  };
  return { xvfb: place(NEEDED.xvfb), keyboard: place(NEEDED.keyboard) };
}
