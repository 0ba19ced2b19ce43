import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');

/** `npm run -s rules` as an integrator runs it: a child with questions written to it. */
function startRules() {
  const child = spawn('npm', ['run', '-s', 'rules'], { cwd: ROOT, stdio: ['pipe', 'pipe', 'inherit'] });
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  return {
    write: (text: string) => void child.stdin.write(text),
    end: () => void child.stdin.end(),
    next: async (): Promise<unknown> => JSON.parse((await answers.next()).value ?? 'null'),
    ended,
  };
}

test('answers come in the order of the questions, and one that means nothing stops nobody', async () => {
  const rules = startRules();
  rules.write('{"ask":"compareReleases","a":"3.0.48.3","b":"3.0.5.1"}\n\nnonsense\r\n');
  rules.write('{"ask":"day","date":"2028-01-10"}\n{"ask":"inn","value":"7707083893"}');
  rules.end();
  expect(await rules.next()).toEqual({ order: 1 });
  expect(await rules.next()).toMatchObject({ error: { code: 'bad-question' } });
  expect(await rules.next()).toMatchObject({ error: { code: 'no-calendar', year: 2028 } });
  expect(await rules.next()).toEqual({ valid: true });
  expect(await rules.ended).toBe(0);
});

test('an answer comes as soon as its question is asked', async () => {
  const rules = startRules();
  rules.write('{"ask":"phone","value":"8 (495) 231-22-45"}\n');
  expect(await rules.next()).toEqual({ number: '+74952312245' });
  rules.write('{"ask":"phone","value":"12"}\n');
  expect(await rules.next()).toEqual({ number: null });
  rules.end();
  expect(await rules.ended).toBe(0);
});

test('10,000 questions get 10,000 answers', async () => {
  const rules = startRules();
  const count = 10_000;
  for (let n = 0; n < count; n += 1) {
    rules.write(`{"ask":"addWorkingMinutes","at":"2026-01-12T09:00:00+03:00","minutes":${n}}\n`);
  }
  rules.end();
  let last: unknown;
  for (let n = 0; n < count; n += 1) last = await rules.next();
  expect(last).toEqual({ at: '2026-02-05T13:39:00.000+03:00' });
  expect(await rules.ended).toBe(0);
});
