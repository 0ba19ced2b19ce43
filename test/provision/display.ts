import { aptInstall, which } from './system.ts';
import type { Lab, Place } from './lab.ts';

/** The programs of a place, the named one first, with the Debian packages they come by. */
const NEEDED = {
  xvfb: { programs: ['xvfb-run', 'xauth'], packages: ['xvfb', 'xauth'] },
  keyboard: { programs: ['xdotool', 'sxhkd'], packages: ['xdotool', 'sxhkd'] },
  screens: {
    programs: ['Xorg', 'xrandr'],
    packages: ['xserver-xorg-core', 'xserver-xorg-video-dummy', 'x11-xserver-utils'],
  },
} as const;
type Needed = (typeof NEEDED)[keyof typeof NEEDED];

/**
 * Provides the display of machines without one, and the hands at it: `xdotool` presses keys, `sxhkd` is another program that has taken some,
 * and Xorg's dummy driver has screens that are plugged in and out. What is not there comes by one call of apt-get where it can. Needed on Linux only.
 */
export async function provideDisplay(): Promise<Pick<Lab, keyof typeof NEEDED>> {
  if (process.platform !== 'linux') {
    const onlyX11 = { path: null, note: 'there is no X11 on this system' };
    return { xvfb: { path: null, note: 'not needed: this system has a display' }, keyboard: onlyX11, screens: onlyX11 };
  }
  const isThere = ({ programs }: Needed) => programs.every((program) => which(program) !== null);
  const lacking = Object.values(NEEDED).filter((needed) => !isThere(needed));
  let reason = lacking.length === 0 ? null : await aptInstall(lacking.flatMap(({ packages }) => [...packages]));
  // One package that is not known here takes no other along.
  if (reason !== null) for (const { packages } of lacking) reason = (await aptInstall([...packages])) ?? reason;
  const place = (needed: Needed): Place =>
    isThere(needed)
      ? { path: which(needed.programs[0]), note: needed.programs.join(', ') }
      : { path: null, note: reason ?? 'installed, but not found' };
  return { xvfb: place(NEEDED.xvfb), keyboard: place(NEEDED.keyboard), screens: place(NEEDED.screens) };
}
