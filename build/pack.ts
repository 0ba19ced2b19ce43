/**
 * `npm run pack` packs what `npm run build` has built for this system; `-- --dir` only lays out the application's folder
 * and checks it (offline, CI); `-- --win`, `-- --mac`, `-- --linux` with target names build installers, which needs their tools.
 */
import { cp, mkdir, rm } from 'node:fs/promises';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, Platform } from 'electron-builder';
import { z } from 'zod';
import { builderConfig, fusesFor } from './electron-builder.ts';
import type { ElectronSource } from './electron-builder.ts';
import { checkPackage, readFuses } from './package-check.ts';
import type { PackedApp } from './package-check.ts';
import { stageApp } from './stage-app.ts';

const ROOT = join(import.meta.dirname, '..');
const DIST = join(ROOT, 'build/dist');
const STAGED = join(DIST, 'app');

/** What was asked for on the command line. */
interface Order {
  platform: Platform;
  targets: string[];
}

/** Reads `--dir`, `--linux|--win|--mac [target …]`; without any, this system's installers. */
function orderFrom(args: readonly string[]): Order {
  const platforms: Record<string, Platform> = {
    '--linux': Platform.LINUX,
    '--win': Platform.WINDOWS,
    '--mac': Platform.MAC,
  };
  const platform = args.map((arg) => platforms[arg]).find((found) => found !== undefined) ?? Platform.current();
  const targets = args.includes('--dir') ? ['dir'] : args.filter((arg) => !arg.startsWith('--'));
  return { platform, targets };
}

/**
 * Electron to pack. `ELECTRON_OVERRIDE_DIST_PATH` names an unpacked one, as for Electron itself: the test lab's, older,
 * whose own start file must go, or it would be the application. Else Electron's own, unpacked in node_modules or fetched.
 */
async function findElectron(platform: Platform): Promise<ElectronSource> {
  const folder = join(ROOT, 'node_modules/electron');
  const manifest: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const { version } = z.object({ version: z.string() }).parse(manifest);
  const lab = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (lab === undefined) {
    const own = join(folder, 'dist');
    const isHere = platform === Platform.current() && existsSync(join(own, 'version'));
    return { version, dist: isHere ? own : null, fuses: null };
  }
  const dist = join(DIST, 'electron');
  await rm(dist, { recursive: true, force: true });
  await cp(lab, dist, { recursive: true });
  await rm(join(dist, 'resources'), { recursive: true, force: true });
  await mkdir(join(dist, 'resources'));
  return { version, dist, fuses: new Set(Object.keys(await readFuses(join(dist, 'electron')))) };
}

/** Where electron-builder leaves the unpacked application, installers or not. */
function packedApp(platform: Platform): PackedApp {
  const arch = process.arch === 'x64' ? '' : `-${process.arch}`;
  if (platform === Platform.MAC) {
    const contents = join(DIST, `mac${arch}/Line15.app/Contents`);
    return { resources: join(contents, 'Resources'), binary: join(contents, 'MacOS/Line15') };
  }
  const folder = join(DIST, `${platform === Platform.LINUX ? 'linux' : 'win'}${arch}-unpacked`);
  const binary = join(folder, platform === Platform.LINUX ? 'line15' : 'Line15.exe');
  return { resources: join(folder, 'resources'), binary };
}

/** Packs and checks the result. Returns what is wrong; an empty list is success. */
async function pack(order: Order): Promise<string[]> {
  const electron = await findElectron(order.platform);
  await stageApp(ROOT, STAGED, order.platform.nodeName);
  await build({
    projectDir: ROOT,
    config: builderConfig({ app: STAGED, output: DIST }, electron),
    targets: order.platform.createTarget(order.targets.length > 0 ? order.targets : null),
    publish: 'never',
  });
  return checkPackage(packedApp(order.platform), fusesFor(electron));
}

const problems = await pack(orderFrom(process.argv.slice(2)));
for (const problem of problems) console.error(problem);
if (problems.length === 0) console.log('packed and checked: build/dist');
process.exitCode = problems.length === 0 ? 0 : 1;
