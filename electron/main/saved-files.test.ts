import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { outcomeOf } from './saved-files.ts';

test('saved, cancelled, or why it was not written', () => {
  const folder = mkdtempSync(join(tmpdir(), 'line15-saved-'));
  const at = (...path: string[]) => ({ getSavePath: () => join(folder, ...path) });
  writeFileSync(join(folder, 'file'), '');
  expect(outcomeOf(at('a.csv'), 'completed')).toBe('saved');
  expect(outcomeOf(at('a.csv'), 'cancelled')).toBe('cancelled');
  expect(outcomeOf(at('a.csv'), 'interrupted')).toBe('not-written');
  expect(outcomeOf(at('gone', 'a.csv'), 'interrupted')).toBe('folder-gone');
  expect(outcomeOf(at('file', 'a.csv'), 'interrupted'), 'a file is no folder').toBe('folder-gone');
  rmSync(folder, { recursive: true });
});
