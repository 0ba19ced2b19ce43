import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from './console-fixture.ts';

test.use({ provisioned: null });

test('a registry is imported from a file, its mistakes named, and the data folder copied', async ({ consultant }) => {
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

  await data.getByRole('button', { name: 'Сделать копию сейчас' }).click();
  await expect(data.getByText(/^Копия сделана и проверена/)).toBeVisible({ timeout: 60_000 });

  await data.getByRole('textbox', { name: 'Хранить, месяцев' }).fill('12');
  await expect(data.getByText(/Удалять нечего: всё моложе/)).toBeVisible();
});
