import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkDependencies, unreadFolders } from '../../build/deps.ts';
import { ROOT } from '../provision/lab.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'line15-deps-'));
  for (const part of ['shared', 'electron', 'renderer', 'build']) mkdirSync(join(folder, part));
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'junction');
  writeFileSync(join(folder, 'tsconfig.json'), readFileSync(join(ROOT, 'tsconfig.json')));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** Writes modules, each with nothing but its imports. */
function write(modules: Record<string, string[]>): void {
  for (const [file, imports] of Object.entries(modules)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), imports.map((from) => `import '${from}';\n`).join('') || 'export {};\n');
  }
}

test('each rule bites', async () => {
  write({
    'shared/ours.ts': ['../electron/clock.ts'],
    'shared/platform.ts': ['node:fs'],
    'shared/regulation/rule.ts': ['zod'],
    'electron/clock.ts': ['../build/build.ts'],
    'electron/desk/desk.ts': ['../line/line.ts'],
    'electron/line/line.ts': [],
    'electron/service.ts': ['electron'],
    'renderer/page.ts': ['../build/build.ts'],
    'renderer/console/call.ts': ['sip.js'],
    'renderer/phone/phone.ts': ['react', 'zod'],
    'build/build.ts': ['./circle.ts'],
    'build/circle.ts': ['./build.ts'],
  });
  const { violations } = await checkDependencies(folder);
  const broken = new Set(violations.map((line) => line.slice(0, line.indexOf(':'))));
  const rules = readFileSync(join(ROOT, '.dependency-cruiser.cjs'), 'utf8').matchAll(/name: '([\w-]+)'/g);
  expect([...broken].sort()).toEqual([...rules].map(([, name]) => name).sort());
});

test('a lawful tree has no violations, and a folder in which nothing was read is named', async () => {
  write({
    'shared/ours.ts': [],
    'electron/clock.ts': ['../shared/ours.ts'],
    'renderer/page.ts': ['../shared/ours.ts'],
  });
  const report = await checkDependencies(folder);
  expect(report.violations).toEqual([]);
  expect(unreadFolders(report)).toEqual(['build']);
});
