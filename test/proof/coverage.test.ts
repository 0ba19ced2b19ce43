import { expect, test } from 'vitest';
import { runCommand } from '../../build/command.ts';
import { ROOT } from '../provision/lab.ts';

test('the rules’ own tests reach every branch, function and line of them (thresholds of vitest.config.ts)', async () => {
  const args = ['node_modules/vitest/vitest.mjs', 'run', '--project', 'unit', '--coverage', 'shared/regulation'];
  const { code, output } = await runCommand(process.execPath, args, { cwd: ROOT, limitMs: 170_000 });
  expect(output).toMatch(/All files\D+100 \|\s+100 \|\s+100 \|\s+100 \|/);
  expect(code).toBe(0);
});
