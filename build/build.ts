/**
 * `npm run build`: the pages (vite) and Electron's processes (esbuild) into build/out. A part whose sources have not changed is left
 * alone; `--force` builds all.
 */
import { join } from 'node:path';
import { build as buildPages } from 'vite';
import { bundleNode } from './node-bundles.ts';
import { fingerprint, isFresh, stamp, unstamp } from './stamp.ts';

type Part = { name: string; sources: string[]; result: string; run: () => Promise<unknown> };

const PARTS: Part[] = [
  {
    name: 'pages',
    sources: ['renderer', 'shared', 'build/vite.config.ts', 'package-lock.json'],
    result: 'build/out/renderer/console.html',
    run: () => buildPages({ configFile: join(import.meta.dirname, 'vite.config.ts') }),
  },
  {
    name: 'processes',
    sources: ['electron', 'shared', 'build/node-bundles.ts', 'build/icons', 'package-lock.json'],
    result: 'build/out/main/main.cjs',
    run: bundleNode,
  },
];

/**
 * Builds what is stale.
 * @param options.force builds everything
 * @param options.only names of the parts to look at: `pages` is all that a browser needs
 * @returns the names of the parts that were built
 */
export async function build(options: { force?: boolean; only?: string[] } = {}): Promise<string[]> {
  const built: string[] = [];
  for (const part of PARTS) {
    if (options.only && !options.only.includes(part.name)) continue;
    const print = fingerprint(part.sources);
    if (!options.force && isFresh(part.name, print, part.result)) continue;
    unstamp(part.name);
    await part.run();
    stamp(part.name, print);
    built.push(part.name);
  }
  return built;
}

if (import.meta.main) {
  const startedAt = performance.now();
  try {
    const built = await build({ force: process.argv.includes('--force') });
    const seconds = ((performance.now() - startedAt) / 1_000).toFixed(1);
    console.log(built.length === 0 ? 'build: up to date' : `build: ${built.join(', ')} in ${seconds} s`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}
