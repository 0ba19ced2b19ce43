import { expect, test } from 'vitest';
import { refusalLog } from './refusal-log.ts';

test('refusals are logged once a minute and kind, with a count and a bounded text', () => {
  const lines: unknown[] = [];
  let now = 1_000;
  const refused = refusalLog(
    (level, what, details) => void lines.push({ level, what, ...details }),
    () => now,
  );
  for (let count = 0; count < 50; count += 1) refused('foreign-host', 'x'.repeat(10_000));
  refused('foreign-origin', 'http://evil.example');
  expect(lines).toEqual([
    { level: 'warn', what: 'foreign-host', text: 'x'.repeat(200), count: 1 },
    { level: 'warn', what: 'foreign-origin', text: 'http://evil.example', count: 1 },
  ]);
  now += 60_000;
  refused('foreign-host', 'y');
  expect(lines.slice(2)).toEqual([{ level: 'warn', what: 'foreign-host', text: 'y', count: 50 }]);
  now = 0;
  refused('foreign-host', 'z');
  expect(lines.slice(3)).toEqual([{ level: 'warn', what: 'foreign-host', text: 'z', count: 1 }]);
});
