import { join } from 'node:path';
import { runCommand, stopChildrenOnInterrupt } from './command.ts';

const ROOT = join(import.meta.dirname, '..');
const TSC = join(ROOT, 'node_modules/@typescript/cli/bin/tsc');

/** One project per environment: what one may import, another may not. */
const PROJECTS = ['tsconfig.json', 'electron/tsconfig.json', 'renderer/tsconfig.json', 'test/tsconfig.json'];

/** Type checks every environment at once; prints the mistakes and returns whether there were none. */
export async function checkTypes(): Promise<boolean> {
  const checks = PROJECTS.map(async (project) => {
    const { code, output } = await runCommand(process.execPath, [TSC, '-p', project], { cwd: ROOT, limitMs: 180_000 });
    console.log(`${code === 0 ? 'ok  ' : 'FAIL'} ${project}`);
    if (code !== 0) console.log(output);
    return code === 0;
  });
  return (await Promise.all(checks)).every((ok) => ok);
}

if (import.meta.main) {
  stopChildrenOnInterrupt();
  process.exitCode = (await checkTypes()) ? 0 : 1;
}
