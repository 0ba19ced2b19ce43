import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';

/** What an installed console needs to know of the project's package.json. */
const manifestSchema = z.object({
  name: z.string(),
  productName: z.string(),
  version: z.string(),
  description: z.string(),
  author: z.string(),
  license: z.string(),
  type: z.string(),
  main: z.string(),
  dependencies: z.record(z.string(), z.string()),
});

/** The only package that is not bundled: it carries native code. */
const NATIVE = 'better-sqlite3';

/**
 * Lays out the folder that becomes the archive: the built processes and pages where package.json's `main` expects them,
 * and the one native package with the binaries of one system. Everything else is already inside the bundles.
 * @param root the project's folder; @param target where to; @param platform `linux`, `win32` or `darwin`
 */
export async function stageApp(root: string, target: string, platform: string): Promise<void> {
  await rm(target, { recursive: true, force: true });
  await mkdir(target, { recursive: true });
  const { dependencies, ...manifest } = manifestSchema.parse(
    JSON.parse(await readFile(join(root, 'package.json'), 'utf8')),
  );
  const version = dependencies[NATIVE];
  if (version === undefined) throw new Error(`package.json has no ${NATIVE}`);
  const staged = { ...manifest, dependencies: { [NATIVE]: version } };
  await writeFile(join(target, 'package.json'), `${JSON.stringify(staged, null, 2)}\n`);

  await cp(join(root, 'build/out'), join(target, 'build/out'), {
    recursive: true,
    filter: (source) => !source.endsWith('.map') && !source.includes('.stamps'),
  });

  const from = join(root, 'node_modules', NATIVE);
  const to = join(target, 'node_modules', NATIVE);
  const binaries = (await readdir(join(from, 'prebuilds'))).filter((file) => file.startsWith(`${platform}-`));
  for (const file of ['lib', 'LICENSE', ...binaries.map((name) => join('prebuilds', name))]) {
    await mkdir(dirname(join(to, file)), { recursive: true });
    await cp(join(from, file), join(to, file), { recursive: true });
  }
  // Its own dependency is headers for compiling, which nobody does here.
  const native = z.looseObject({}).parse(JSON.parse(await readFile(join(from, 'package.json'), 'utf8')));
  const { dependencies: _headers, devDependencies: _tools, scripts: _scripts, ...rest } = native;
  await writeFile(join(to, 'package.json'), `${JSON.stringify(rest, null, 2)}\n`);
}
