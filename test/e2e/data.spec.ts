import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from './console-fixture.ts';
import { addPast } from './past-in-journal.ts';

test.use({ provisioned: null });

test('a registry is imported from a file, its mistakes named, another called off, and the data folder copied', async ({
  consultant,
  served,
}) => {
  const file = join(mkdtempSync(join(tmpdir(), 'line15-registry-')), 'Реестр.csv');
  writeFileSync(
    file,
    '\uFEFFРег. номер;Организация;Город\r\n1;ООО «Новый реестр»;Тверь\r\n;ООО «Без номера»;Тверь\r\n',
  );
  await consultant.go('Настройки');
  const data = consultant.page.getByRole('region', { name: 'Данные' });
  await expect(data.getByText('лицензий: 10 000')).toBeVisible();
  await data.getByLabel('Файл реестра').setInputFiles(file);

  await expect(data.getByRole('combobox', { name: 'Что в столбце «Рег. номер»' })).toHaveValue('Регистрационный номер');
  await data.getByRole('button', { name: 'Проверить и загрузить' }).click();
  await expect(data.getByText('Строк с ошибками: 1. Реестр пока прежний')).toBeVisible({ timeout: 60_000 });
  await expect(data.getByRole('row', { name: /^3 Рег\. номер Нет регистрационного номера/ })).toBeVisible();
  await data.getByRole('button', { name: 'Загрузить без этих строк' }).click();
  await expect(data.getByText('Реестр загружен. Лицензий: 1')).toBeVisible();
  await expect(data.getByText('лицензий: 1', { exact: false }).first()).toBeVisible();

  await test.step('a large file: how far it is, and called off; the registry is the one before', async () => {
    const large = join(mkdtempSync(join(tmpdir(), 'line15-registry-')), 'Большой.csv');
    const rows = Array.from({ length: 100_000 }, (_, n) => `${8_000_000 + n};ООО «Аптека ${n}»;Тверь`);
    writeFileSync(large, ['\uFEFFРег. номер;Организация;Город', ...rows, ''].join('\r\n'));
    await data.getByLabel('Файл реестра').setInputFiles(large);
    await data.getByRole('button', { name: 'Проверить и загрузить' }).click();
    const bar = data.getByRole('progressbar', { name: /Строки проверяются|Реестр записывается/ });
    await expect(bar).toHaveAttribute('aria-valuenow', /^\d+$/);
    await data.getByRole('button', { name: 'Отменить загрузку' }).click();
    await expect(data.getByText('Загрузка отменена. Реестр прежний')).toBeVisible();
    await expect(bar).toBeHidden();
    await expect(data.getByText(/^По данным на .* лицензий: 1$/)).toBeVisible();
  });

  await data.getByRole('button', { name: 'Сделать копию сейчас' }).click();
  await expect(data.getByText(/^Копия сделана и проверена/)).toBeVisible({ timeout: 60_000 });

  await data.getByRole('textbox', { name: 'Хранить, месяцев' }).fill('12');
  await expect(data.getByText(/Удалять нечего: всё моложе/)).toBeVisible();
  // The last consultation stays whatever its age: inquiry numbers go on from it.
  for (const daysAgo of [800, 1]) addPast(served, { daysAgo, organisation: 'Аптека «Прошлая»', closed: true });
  await data.getByRole('textbox', { name: 'Хранить, месяцев' }).fill('24');
  await expect(
    data.getByText(/^Будет удалено: консультаций 1, событий 0, всё старше \d\d\.\d\d\.\d{4}\./),
  ).toBeVisible();
  await expect(data.getByText('Удаление начнётся после сохранения.')).toBeVisible();
});
