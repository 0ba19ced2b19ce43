import { join } from 'node:path';
import { z } from 'zod';
import { runCommand, stopChildrenOnInterrupt, tail } from './command.ts';

const ROOT = join(import.meta.dirname, '..');
const CRUISER = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
const RULES = join(ROOT, '.dependency-cruiser.cjs');

/** The parts the rules speak of. */
const FOLDERS = ['shared', 'electron', 'renderer', 'build'];

const cruiseResult = z.object({
  modules: z.array(z.object({ source: z.string() })),
  summary: z.object({
    violations: z.array(
      z.object({ from: z.string(), to: z.string(), rule: z.object({ name: z.string(), severity: z.string() }) }),
    ),
  }),
});

/** What the check found: `modules` read in each folder, and each forbidden import in one line. */
export interface DependencyReport {
  modules: Record<string, number>;
  violations: string[];
}

/**
 * Holds the imports of a source tree against the rules of `.dependency-cruiser.cjs`. Throws when the tool itself fails.
 * @param root folder that has shared/, electron/, renderer/ and build/
 */
export async function checkDependencies(root = ROOT): Promise<DependencyReport> {
  const args = [CRUISER, '--config', RULES, '--output-type', 'json', ...FOLDERS];
  const { output } = await runCommand(process.execPath, args, { cwd: root, limitMs: 180_000 });
  if (!output.startsWith('{')) throw new Error(`dependency-cruiser: ${tail(output)}`);
  const { modules, summary } = cruiseResult.parse(JSON.parse(output));
  const counted = FOLDERS.map((folder): [string, number] => {
    return [folder, modules.filter(({ source }) => source.startsWith(`${folder}/`)).length];
  });
  return {
    modules: Object.fromEntries(counted),
    violations: summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`),
  };
}

/** Without an API of TypeScript to read them with, the tool passes over every file in silence: that is a failure. */
export function unreadFolders({ modules }: DependencyReport): string[] {
  return FOLDERS.filter((folder) => !modules[folder]);
}

if (import.meta.main) {
  stopChildrenOnInterrupt();
  const report = await checkDependencies();
  const unread = unreadFolders(report);
  for (const folder of unread) console.log(`no module was read in ${folder}/`);
  for (const violation of report.violations) console.log(violation);
  console.log(`${JSON.stringify(report.modules)}, ${report.violations.length} forbidden imports`);
  process.exitCode = unread.length + report.violations.length > 0 ? 1 : 0;
}
