import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startAtSamePort } from './same-port.ts';

let folder = '';
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'line15-port-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What starts asks for, where `taken` is not free and any free one is 40001. */
function starts(taken = 0) {
  const asked: number[] = [];
  const run = () =>
    startAtSamePort(join(folder, 'port'), (port) => {
      asked.push(port);
      return port === taken && port !== 0
        ? Promise.reject(new Error('EADDRINUSE'))
        : Promise.resolve({ url: `ws://127.0.0.1:${port === 0 ? 40_001 : port}` });
    });
  return { asked, run };
}

test('the first start takes any port, the next ones the same', async () => {
  const { asked, run } = starts();
  expect((await run()).url).toBe('ws://127.0.0.1:40001');
  expect((await run()).url).toBe('ws://127.0.0.1:40001');
  expect(asked).toEqual([0, 40_001]);
});

test('a port that is taken meanwhile is given up, and the new one is kept', async () => {
  writeFileSync(join(folder, 'port'), '40002');
  const { asked, run } = starts(40_002);
  expect((await run()).url).toBe('ws://127.0.0.1:40001');
  expect(asked).toEqual([40_002, 0]);
  expect(readFileSync(join(folder, 'port'), 'utf8')).toBe('40001');
});

test.each(['', 'nonsense', '80', '70000', '4.5'])('what is no port of ours (%s) is not asked for', async (text) => {
  writeFileSync(join(folder, 'port'), text);
  const { asked, run } = starts();
  await run();
  expect(asked).toEqual([0]);
});
