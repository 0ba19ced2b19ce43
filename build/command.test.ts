import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { runCommand, tail } from './command.ts';

const node = (script: string, limitMs = 10_000) => runCommand(process.execPath, ['-e', script], { limitMs });

test('a command’s output and exit code are a value', async () => {
  const result = await node('console.log("out"); console.error("err"); process.exit(3)');
  expect(result).toMatchObject({ code: 3, timedOut: false });
  expect(result.output).toContain('out\n');
  expect(result.output).toContain('err\n');
});

test('a program that is not there is a failure with its name, not an exception', async () => {
  const result = await runCommand('no-such-program-of-line15', [], { limitMs: 1_000 });
  expect(result.code).toBeNull();
  expect(result.output).toContain('no-such-program-of-line15');
});

test('past the limit the child and all it started are killed', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'line15-command-'));
  const pulse = join(folder, 'pulse');
  const grandchild = `setInterval(() => require('node:fs').appendFileSync(${JSON.stringify(pulse)}, '.'), 10)`;
  const result = await node(
    `require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(grandchild)}]);
     setInterval(() => {}, 1000);`,
    1_000,
  );
  expect(result.timedOut).toBe(true);
  const beats = statSync(pulse).size;
  expect(beats).toBeGreaterThan(0);
  await sleep(200);
  expect(statSync(pulse).size).toBe(beats);
  rmSync(folder, { recursive: true });
});

test('a tail is the last lines', () => {
  expect(tail('a\nb\nc\n', 2)).toBe('b\nc');
});
