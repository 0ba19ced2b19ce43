import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { runCommand } from './command.ts';

const PACKAGE = join(import.meta.dirname, '../node_modules/electron');
/** Stands there since the fetch failed; a start without network then loses no time on it. */
const UNREACHABLE = join(import.meta.dirname, 'out/.stamps/electron-unreachable');
const REMEMBERED_MS = 24 * 3_600_000;

/** How long the address of the binary may take to answer at all, and how long the fetch itself may take. */
const ANSWER_MS = 3_000;
const FETCH_MS = 600_000;

/**
 * Electron's executable: of `ELECTRON_OVERRIDE_DIST_PATH`, or the one fetched into node_modules. Null when there is none.
 */
export function installedElectron(env: NodeJS.ProcessEnv): string | null {
  const name = existsSync(join(PACKAGE, 'path.txt'))
    ? readFileSync(join(PACKAGE, 'path.txt'), 'utf8')
    : process.platform === 'win32'
      ? 'electron.exe'
      : process.platform === 'darwin'
        ? 'Electron.app/Contents/MacOS/Electron'
        : 'electron';
  const file = join(env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(PACKAGE, 'dist'), name);
  return existsSync(file) ? file : null;
}

/**
 * Fetches Electron's binary as its package does (about 110 MB, kept for the next time). Whether its address answers is asked first and
 * briefly; a failure is remembered for a day, so that a computer without network starts at once.
 * @param announce told before the long part
 * @returns the executable, or null
 */
export async function fetchElectron(env: NodeJS.ProcessEnv, announce: () => void): Promise<string | null> {
  if (env['ELECTRON_OVERRIDE_DIST_PATH'] !== undefined || isRemembered()) return null;
  if (await answers(addressOf(env))) {
    announce();
    await runCommand(process.execPath, [join(PACKAGE, 'install.js')], { limitMs: FETCH_MS, cwd: PACKAGE });
    const file = installedElectron(env);
    if (file !== null) {
      rmSync(UNREACHABLE, { force: true });
      return file;
    }
  }
  remember();
  return null;
}

function remember(): void {
  try {
    mkdirSync(dirname(UNREACHABLE), { recursive: true });
    writeFileSync(UNREACHABLE, '');
  } catch {
    // A folder somebody else owns: the next start asks again, which costs seconds and no more.
  }
}

function isRemembered(): boolean {
  return existsSync(UNREACHABLE) && Date.now() - statSync(UNREACHABLE).mtimeMs < REMEMBERED_MS;
}

/** Where the binary comes from; a company's mirror is named by the variables Electron's own installer knows. */
function addressOf(env: NodeJS.ProcessEnv): string {
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8')));
  const mirror = env['NPM_CONFIG_ELECTRON_MIRROR'] ?? env['npm_config_electron_mirror'] ?? env['ELECTRON_MIRROR'];
  return `${mirror ?? 'https://github.com/electron/electron/releases/download/'}v${version}/SHASUMS256.txt`;
}

async function answers(address: string): Promise<boolean> {
  try {
    const response = await fetch(address, { method: 'HEAD', signal: AbortSignal.timeout(ANSWER_MS) });
    return response.ok;
  } catch {
    return false;
  }
}
