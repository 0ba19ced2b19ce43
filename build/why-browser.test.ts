import { expect, test } from 'vitest';
import { againstElectron, type StartConditions } from './why-browser.ts';

/** A person at a Linux desktop. */
const desktop: StartConditions = { web: false, platform: 'linux', uid: 1000, env: { DISPLAY: ':0' } };

test.each<{ what: string; conditions: Partial<StartConditions>; why: string | null }>([
  { what: 'an X screen', conditions: {}, why: null },
  { what: 'a Wayland screen', conditions: { env: { WAYLAND_DISPLAY: 'wayland-0' } }, why: null },
  { what: 'no screen', conditions: { env: {} }, why: 'noDisplay' },
  { what: 'an empty name of a screen', conditions: { env: { DISPLAY: '' } }, why: 'noDisplay' },
  { what: 'root', conditions: { uid: 0 }, why: 'root' },
  { what: 'root without a screen', conditions: { uid: 0, env: {} }, why: 'root' },
  { what: '--web', conditions: { web: true }, why: 'asked' },
  { what: '--web, which counts before the rest', conditions: { web: true, uid: 0, env: {} }, why: 'asked' },
  { what: '--web on macOS', conditions: { web: true, platform: 'darwin', env: {} }, why: 'asked' },
  { what: 'macOS, root or not', conditions: { platform: 'darwin', uid: 0, env: {} }, why: null },
  { what: 'Windows', conditions: { platform: 'win32', uid: undefined, env: {} }, why: null },
])('$what: $why', ({ conditions, why }) => {
  expect(againstElectron({ ...desktop, ...conditions })).toBe(why);
});
