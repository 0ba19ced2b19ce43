/** `npm start` as a real process: why it is the browser is said first, the address comes last. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createI18n } from '../../shared/i18n/i18n.ts';
import { ROOT } from '../provision/lab.ts';

const { t } = createI18n('ru');
/** A first start builds the pages. */
const START_MS = 50_000;

let folder: string;
let child: ChildProcess | null;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'line15-start-'));
  child = null;
});
afterEach(() => {
  child?.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

/** Starts the console; `output` is all it has printed, `ended` its exit code. */
function start(...flags: string[]) {
  const started = spawn(process.execPath, ['build/start.ts', ...flags], { cwd: ROOT });
  child = started;
  let output = '';
  for (const stream of [started.stdout, started.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => void (output += text));
  const ended = new Promise<number | null>((resolve) => started.once('close', resolve));
  return { output: () => output, ended, kill: (signal: NodeJS.Signals) => started.kill(signal) };
}

test('--web says why in the first line and only there, gives the address in the last, and ends when told', async () => {
  const console = start('--web', '--no-open', '--port', '0', '--data-dir', join(folder, 'data'));
  await expect.poll(console.output, { timeout: START_MS }).toMatch(/token=\S+\n$/);
  const lines = console.output().trimEnd().split('\n');
  expect(lines[0]).toBe(t('shell:start.asked'));
  const reasons = (['asked', 'root', 'noDisplay', 'noBinary', 'ended'] as const).map((why) => t(`shell:start.${why}`));
  expect(lines.filter((line) => reasons.includes(line))).toHaveLength(1);
  const link = lines.at(-1) ?? '';
  expect(link).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\S*token=\S+$/);
  const opened = await fetch(link, { redirect: 'manual' });
  expect(opened.status).toBe(303);

  console.kill('SIGTERM');
  expect(await console.ended).toBe(0);
});

test('an unknown flag is named before anything is built or started', async () => {
  const console = start('--wbe');
  expect(await console.ended).toBe(2);
  expect(console.output()).toBe(`${t('shell:arguments.unknown', { flag: '--wbe' })}\n`);
});
