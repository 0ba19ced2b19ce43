/** Why the console opens in a browser; a key of the texts `shell:start`. */
export type WhyBrowser = 'asked' | 'root' | 'noDisplay' | 'noBinary' | 'ended';

/** What is known before anything is tried. */
export interface StartConditions {
  /** `--web` was given. */
  web: boolean;
  platform: NodeJS.Platform;
  /** The user's number; undefined on Windows. */
  uid: number | undefined;
  env: Readonly<Record<string, string | undefined>>;
}

/**
 * What the person or the system says against Electron. Only Linux may start a program without a screen, and only there Chromium has no
 * sandbox for root.
 * @returns null when Electron may be tried
 */
export function againstElectron({ web, platform, uid, env }: StartConditions): WhyBrowser | null {
  if (web) return 'asked';
  if (platform !== 'linux') return null;
  if (uid === 0) return 'root';
  return env['DISPLAY'] || env['WAYLAND_DISPLAY'] ? null : 'noDisplay';
}
