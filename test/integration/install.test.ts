import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { runCommand, tail } from '../../build/command.ts';
import { withGypfile } from '../../build/lock-gypfile.ts';
import { ROOT } from '../provision/lab.ts';
import { which } from '../provision/system.ts';

const lockSchema = z.object({
  lockfileVersion: z.number(),
  packages: z.record(z.string(), z.looseObject({ hasInstallScript: z.boolean().optional() })),
});
const manifestSchema = z.object({
  allowScripts: z.record(z.string(), z.boolean()),
  dependencies: z.record(z.string(), z.string()),
});

const lockText = readFileSync(join(ROOT, 'package-lock.json'), 'utf8');
const lock = lockSchema.parse(JSON.parse(lockText));
const manifest = manifestSchema.parse(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')));

/** What `npm ci` of the database alone needs. */
const PACKAGES = ['better-sqlite3', 'node-addon-api'];

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'line15-install-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** npm's own script, started with this Node; under `npm test` npm says where it is. */
function npmScript(): string {
  const npm = process.env.npm_execpath ?? which('npm');
  if (npm === null) throw new Error('npm is not on PATH');
  return npm;
}

/** The environment of a bare machine: Node and nothing else on PATH, and no word of the npm that runs this test. */
function bareEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^npm_(config_(\w+_)?prefix|package_|lifecycle_)/.test(name),
  );
  return { ...Object.fromEntries(kept), PATH: dirname(process.execPath) };
}

test('the lock says that better-sqlite3 is not to be compiled', () => {
  expect(withGypfile(lockText), 'run: node build/lock-gypfile.ts').toBe(lockText);
});

test('every package that runs a script at installation is decided upon', () => {
  const scripted = Object.entries(lock.packages)
    .filter(([, { hasInstallScript }]) => hasInstallScript === true)
    .map(([path]) => path.replace(/^.*node_modules\//, ''));
  expect(scripted.length).toBeGreaterThan(0);
  // macOS only, skipped elsewhere: its script is never run here.
  expect(scripted.filter((name) => name !== 'fsevents' && !(name in manifest.allowScripts))).toEqual([]);
});

test('no address of a registry is locked', () => {
  expect(Object.entries(lock.packages).filter(([, entry]) => 'resolved' in entry)).toEqual([]);
});

test('npm ci installs the database without Python or a compiler, and it loads', async () => {
  const dependencies = { 'better-sqlite3': manifest.dependencies['better-sqlite3'] };
  const root = { name: 'install-test', version: '1.0.0', dependencies };
  const paths = PACKAGES.map((name) => `node_modules/${name}`);
  const smallLock = {
    name: root.name,
    version: root.version,
    lockfileVersion: lock.lockfileVersion,
    requires: true,
    packages: { '': root, ...Object.fromEntries(paths.map((path) => [path, lock.packages[path]] as const)) },
  };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(root));
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify(smallLock));

  const args = ['ci', '--prefix', folder, '--ignore-scripts=false', '--prefer-offline', '--no-audit', '--no-fund'];
  const options = { cwd: folder, env: bareEnvironment(), limitMs: 55_000 };
  const installed = await runCommand(process.execPath, [npmScript(), ...args], options);
  expect(installed.code, tail(installed.output)).toBe(0);
  expect(existsSync(join(folder, 'node_modules/better-sqlite3/build')), 'nothing was compiled').toBe(false);

  const script =
    "const D = require('better-sqlite3'); console.log(new D(':memory:').prepare('select 6 * 7').pluck().get())";
  const loaded = await runCommand(process.execPath, ['-e', script], options);
  expect(loaded.output.trim()).toBe('42');
});
