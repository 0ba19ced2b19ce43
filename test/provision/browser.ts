import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { runCommand, tail } from '../../build/command.ts';
import { ROOT } from './lab.ts';
import type { Place } from './lab.ts';
import { aptInstall, canInstallPackages, runTwice, which } from './system.ts';

const PLAYWRIGHT = join(ROOT, 'node_modules/@playwright/test/cli.js');

/** Names a Chromium goes by on PATH. */
const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];

/**
 * Provides Chromium: Playwright's own when it is there, else the system's; when there is neither, from Debian's
 * packages as root on Debian and by Playwright's download elsewhere. `LINE15_CHROMIUM` names another one.
 */
export async function provideChromium(): Promise<Place> {
  const found = findChromium();
  if (found !== null) return describe(found);
  const reason = canInstallPackages()
    ? await aptInstall(['chromium'])
    : await runTwice(process.execPath, [PLAYWRIGHT, 'install', 'chromium'], { limitMs: 300_000 }).then((result) =>
        result.code === 0 ? null : `playwright install chromium: ${tail(result.output, 3)}`,
      );
  const installed = findChromium();
  return installed === null ? { path: null, note: reason ?? 'installed, but not found' } : describe(installed);
}

function findChromium(): string | null {
  const named = process.env.LINE15_CHROMIUM;
  if (named !== undefined) return named;
  const own = chromium.executablePath();
  if (existsSync(own)) return own;
  return NAMES.map(which).find((path) => path !== null) ?? null;
}

async function describe(path: string): Promise<Place> {
  const version = await runCommand(path, ['--version'], { limitMs: 30_000 });
  if (version.code !== 0) return { path: null, note: `${path} does not start: ${tail(version.output, 3)}` };
  return { path, note: tail(version.output, 1).trim() };
}
