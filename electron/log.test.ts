import { mkdtempSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openLog } from './log.ts';

const newFolder = () => mkdtempSync(join(tmpdir(), 'line15-log-'));

/** The lines of a log, parsed. */
const linesOf = (path: string): unknown[] =>
  readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line): unknown => JSON.parse(line));

test('a log that grew too large while it was written makes room; the one before is kept', () => {
  const dataDir = newFolder();
  const path = join(dataDir, 'logs', 'service.log');
  const log = openLog(dataDir, 'service', 1_000).named('part');
  for (let count = 1; count <= 100; count += 1) log('info', 'counted', { count });
  expect(statSync(path).size).toBeLessThan(1_200);
  expect(statSync(`${path}.1`).size).toBeLessThan(1_200);
  expect(linesOf(path).at(-1)).toMatchObject({ what: 'counted', part: 'part', count: 100 });

  openLog(dataDir, 'service', 10).named('part')('info', 'opened again');
  expect(linesOf(path)).toMatchObject([{ what: 'opened again' }]);
  expect(linesOf(`${path}.1`).at(-1)).toMatchObject({ count: 100 });
});

test('a line is bounded, and stays JSON', () => {
  const dataDir = newFolder();
  openLog(dataDir, 'service').named('part')('warn', 'long', { text: '"'.repeat(1_000_000) });
  const path = join(dataDir, 'logs', 'service.log');
  expect(statSync(path).size).toBeLessThan(50_000);
  expect(linesOf(path)).toMatchObject([{ what: 'long', cut: expect.stringMatching(/^\{"text":/) as string }]);
});
