import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createPackageWithOptions } from '@electron/asar';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkPackage } from './package-check.ts';
import type { PackedApp } from './package-check.ts';

/** The marker by which Electron's fuses are found in its binary, then version 1 and the number of fuses. */
const WIRE = Buffer.concat([Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'), Buffer.from([1, 8])]);

const WHOLE = [
  'build/out/main/main.cjs',
  'build/out/preload/preload.cjs',
  'build/out/service/service.mjs',
  'build/out/renderer/console.html',
  'build/out/renderer/phone.html',
  'build/out/renderer/monitor.html',
  'node_modules/better-sqlite3/lib/index.js',
  'node_modules/better-sqlite3/prebuilds/linux-x64.node',
  'package.json',
];

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'line15-package-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** Packs a stand-in application with these files. */
async function packed(files: string[], unpack: string | undefined): Promise<PackedApp> {
  for (const file of files) {
    mkdirSync(dirname(join(folder, 'app', file)), { recursive: true });
    writeFileSync(join(folder, 'app', file), 'x');
  }
  const resources = join(folder, 'resources');
  await createPackageWithOptions(join(folder, 'app'), join(resources, 'app.asar'), { unpack });
  const binary = join(folder, 'line15');
  // RunAsNode off, cookie encryption on, the rest off.
  writeFileSync(binary, Buffer.concat([Buffer.from('ELF'), WIRE, Buffer.from('01000000')]));
  return { resources, binary };
}

test('a whole package has no problems', async () => {
  const app = await packed(WHOLE, '*.node');
  expect(await checkPackage(app, { runAsNode: false, enableCookieEncryption: true })).toEqual([]);
});

test('each fault is named: missing and stray files, native code inside, a fuse not as decided', async () => {
  const files = WHOLE.filter((file) => !file.includes('preload')).concat('build/out/main/main.cjs.map');
  const app = await packed(files, undefined);
  expect(await checkPackage(app, { runAsNode: true })).toEqual([
    'missing in app.asar: build/out/preload/preload.cjs',
    'should not be in app.asar: build/out/main/main.cjs.map',
    'not unpacked: node_modules/better-sqlite3/prebuilds/linux-x64.node',
    'fuse runAsNode is false, not true',
  ]);
});

test('without an archive there is nothing to check', async () => {
  expect(await checkPackage({ resources: folder, binary: 'none' }, {})).toEqual(['there is no app.asar']);
});
