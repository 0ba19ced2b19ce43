import { existsSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runCommand, tail } from '../../build/command.ts';
import { ROOT } from './lab.ts';
import type { Lab } from './lab.ts';
import { canInstallPackages, LAB_ROOT, readText, runTwice } from './system.ts';

type ElectronPlace = Lab['electron'];

const PACKAGE = join(ROOT, 'node_modules/electron');
const LAB_FILES = join(ROOT, 'test/electron-lab');

/** What every start of Electron in tests gets: no sandbox for root, no GPU under a virtual display. */
const ARGS = [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--disable-gpu'];

/**
 * Provides Electron: its own binary when it is there or can be fetched (that is the product's target), else the lab's
 * older one on Debian as root. Once the lab is there no further fetch is tried, so that a second run costs nothing.
 */
export async function provideElectron(): Promise<ElectronPlace> {
  const own = ownBinary();
  if (own !== null) return own;
  const dist = join(LAB_ROOT, 'electron-lab/dist');
  if (existsSync(join(dist, 'electron'))) return labBinary(dist, 'Electron’s own binary is not there');

  const fetched = await runTwice(process.execPath, [join(PACKAGE, 'install.js')], { limitMs: 180_000, cwd: PACKAGE });
  const after = ownBinary();
  if (after !== null) return after;
  const why = `Electron’s own binary could not be fetched (${tail(fetched.output, 1)})`;
  if (!canInstallPackages()) return missing(`${why}; the lab’s needs root on Debian`);
  const lab = await runTwice(join(LAB_FILES, 'provision.sh'), [join(LAB_ROOT, 'electron-lab')], { limitMs: 300_000 });
  if (lab.code !== 0) return missing(`${why}; electron-lab/provision.sh: ${tail(lab.output, 3)}`);
  return labBinary(dist, why);
}

function ownBinary(): ElectronPlace | null {
  const name = readText(join(PACKAGE, 'path.txt'));
  const version = readText(join(PACKAGE, 'dist/version'));
  if (name === null || version === null) return null;
  const path = join(PACKAGE, 'dist', name);
  return existsSync(path) ? { path, note: `Electron ${version}`, kind: 'own', args: ARGS } : null;
}

async function labBinary(dist: string, why: string): Promise<ElectronPlace> {
  // The launcher may be newer here than at the time the lab was made.
  await copyFile(join(LAB_FILES, 'launcher.cjs'), join(dist, 'resources/app/main.cjs'));
  const path = join(dist, 'electron');
  const version = await runCommand(path, [...ARGS, '--version'], { limitMs: 20_000 });
  if (version.code !== 0) return missing(`${path} does not start: ${tail(version.output, 3)}`);
  const args = ['-r', join(LAB_FILES, 'todays-apis.cjs'), ...ARGS];
  return { path, note: `Electron ${version.output.trim()} of the lab: ${why}`, kind: 'lab', args };
}

function missing(note: string): ElectronPlace {
  return { path: null, note, kind: 'lab', args: [] };
}
