import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { BuildOptions } from 'esbuild';

const ROOT = join(import.meta.dirname, '..');
const OUT = join(import.meta.dirname, 'out');

const common: BuildOptions = {
  absWorkingDir: ROOT,
  bundle: true,
  platform: 'node',
  charset: 'utf8',
  minifySyntax: true,
  keepNames: true,
  legalComments: 'none',
  logLevel: 'warning',
};

/**
 * Electron's own processes, as CommonJS (a sandboxed preload can be nothing else) in the syntax of Node 16, which the test lab's
 * Electron has.
 */
const electronBundle = (entry: string, outfile: string): BuildOptions => ({
  ...common,
  entryPoints: [join(ROOT, entry)],
  outfile: join(OUT, outfile),
  format: 'cjs',
  target: 'node16',
  external: ['electron'],
});

/** The service process and its threads: each one file for utilityProcess and for plain Node. Only the native database stays outside. */
const serviceBundle = (entry: string, outfile: string): BuildOptions => ({
  ...common,
  entryPoints: [join(ROOT, entry)],
  outfile: join(OUT, outfile),
  format: 'esm',
  target: 'node24',
  external: ['better-sqlite3', 'pg-native'],
  // CommonJS packages inside an ES module still ask for these three.
  banner: {
    js: [
      "import { createRequire as line15Require } from 'node:module';",
      "import { dirname as line15Dirname } from 'node:path';",
      'const require = line15Require(import.meta.url);',
      'const __filename = import.meta.filename;',
      'const __dirname = line15Dirname(__filename);',
    ].join('\n'),
  },
});

/** Bundles what Electron runs: main, preload and the service process; the icons go with them. Throws when a source does not compile. */
export async function bundleNode(): Promise<void> {
  await Promise.all([
    build(electronBundle('electron/main/main.ts', 'main/main.cjs')),
    build(electronBundle('electron/preload/preload.ts', 'preload/preload.cjs')),
    build(serviceBundle('electron/service.ts', 'service/service.mjs')),
    build(serviceBundle('electron/line/registry/import/import-worker.ts', 'service/registry-import-worker.mjs')),
    build(serviceBundle('electron/backup/backup-worker.ts', 'service/backup-worker.mjs')),
  ]);
  cpSync(join(import.meta.dirname, 'icons'), join(OUT, 'icons'), {
    recursive: true,
    filter: (source) => !source.endsWith('.svg'),
  });
}
