import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { listPackage } from '@electron/asar';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';

/** What an installed console cannot do without. */
const REQUIRED = [
  'package.json',
  'build/out/main/main.cjs',
  'build/out/preload/preload.cjs',
  'build/out/service/service.mjs',
  'build/out/renderer/console.html',
  'build/out/renderer/phone.html',
  'build/out/renderer/monitor.html',
  'node_modules/better-sqlite3/lib/index.js',
];

/** States of a fuse in the wire: the characters 0 and 1; others mean that this Electron has no such fuse. */
const OFF = '0'.charCodeAt(0);
const ON = '1'.charCodeAt(0);

/** The fuses an Electron binary carries, by the names electron-builder gives them; those it does not have are absent. */
export async function readFuses(binary: string): Promise<Record<string, boolean>> {
  const wire = await getCurrentFuseWire(binary);
  const fuses: Record<string, boolean> = {};
  for (const [name, index] of Object.entries(FuseV1Options)) {
    if (typeof index === 'string') continue;
    const state = Number(wire[index]);
    if (state === ON || state === OFF) fuses[name[0]?.toLowerCase() + name.slice(1)] = state === ON;
  }
  return fuses;
}

/** A packed application on disk. */
export interface PackedApp {
  /** Its `resources` folder, with app.asar. */
  resources: string;
  binary: string;
}

/** Looks into a packed application and returns what is wrong with it, one line each; nothing: it is whole. */
export async function checkPackage(app: PackedApp, fuses: Record<string, boolean>): Promise<string[]> {
  const archive = join(app.resources, 'app.asar');
  if (!existsSync(archive)) return ['there is no app.asar'];
  const files = listPackage(archive, { isPack: false }).map((file) => file.replaceAll('\\', '/').replace(/^\//, ''));
  const problems = REQUIRED.filter((file) => !files.includes(file)).map((file) => `missing in app.asar: ${file}`);

  const stray = files.filter((file) => /\.(ts|tsx|map)$/.test(file) || /^node_modules\/(?!better-sqlite3)/.test(file));
  problems.push(...stray.map((file) => `should not be in app.asar: ${file}`));

  const binaries = files.filter((file) => file.endsWith('.node'));
  if (binaries.length === 0) problems.push('no binary of better-sqlite3');
  const inside = binaries.filter((file) => !existsSync(join(app.resources, 'app.asar.unpacked', file)));
  problems.push(...inside.map((file) => `not unpacked: ${file}`));

  const found = await readFuses(app.binary);
  for (const [name, wanted] of Object.entries(fuses)) {
    if (found[name] !== wanted) problems.push(`fuse ${name} is ${found[name]}, not ${wanted}`);
  }
  return problems;
}
