import { mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runCommand } from '../../build/command.ts';

/** Runs `npm run data` as an administrator does. */
async function data(folder: string, ...args: string[]) {
  const command = [join(import.meta.dirname, '../../electron/data.ts'), ...args, '--data-dir', join(folder, 'data')];
  const { code, output } = await runCommand(process.execPath, command, { limitMs: 60_000 });
  return { code, output };
}

test('an administrator imports a registry, copies the data folder, checks the copy and restores it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'line15-data-'));
  const file = join(folder, 'r.csv');
  writeFileSync(file, 'Рег. номер;Организация\n1;ООО «А»\n;ООО «Б»\n');
  const refused = await data(folder, 'import', file);
  expect(refused.code).toBe(1);
  expect(refused.output).toContain('Строка 3, Рег. номер: Нет регистрационного номера');
  const imported = await data(folder, 'import', file, '--skip-mistakes');
  expect(imported.output).toContain('Лицензий: 1');

  expect(await data(folder, 'backup', join(folder, 'copies'))).toMatchObject({ code: 0 });
  const [name = ''] = readdirSync(join(folder, 'copies'));
  const copy = join(folder, 'copies', name);
  expect((await data(folder, 'check', copy)).output).toContain('Копия цела');
  expect(await data(folder, 'restore', copy)).toMatchObject({ code: 0 });
  expect(readdirSync(join(folder, 'data')).some((one) => one.startsWith('before-restore-'))).toBe(true);

  mkdirSync(join(folder, 'empty'));
  expect(await data(folder, 'restore', join(folder, 'empty'))).toMatchObject({ code: 1 });
  expect(await data(folder, 'nonsense')).toMatchObject({ code: 2 });
}, 180_000);
