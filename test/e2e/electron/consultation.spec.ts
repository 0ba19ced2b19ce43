import { expect, test } from './console-app.ts';

test('a consultation from the ring to the journal', async ({ launch }) => {
  const { page } = await launch();
  await expect(page.getByText('Телефон подключён')).toBeVisible();
  // The desk decides and the switch shows it, so it is on a moment after the click.
  const fastClock = page.getByRole('switch', { name: 'Быстрые часы' });
  await fastClock.click();
  await expect(fastClock).toBeChecked();
  await page.getByRole('button', { name: 'Позвонить мне сейчас' }).click();
  await page.getByRole('button', { name: 'Ответить', exact: true }).click();

  // The fast clock: a minute of consultation in four seconds.
  const timer = page.getByRole('timer', { name: 'Время консультации' });
  await expect(timer).toHaveText(/14:\d\d/);
  await expect(timer).toHaveText(/13:\d\d/);

  await expect(page.getByRole('textbox', { name: 'Поиск' })).toBeFocused();
  const candidate = page.getByRole('button', { name: /^Выбрать: / }).first();
  await candidate.click();
  await expect(page.getByRole('textbox', { name: 'Регистрационный номер' })).not.toHaveValue('');
  const organisation = await page.getByRole('textbox', { name: 'Организация' }).inputValue();

  await page
    .getByRole('textbox', { name: 'Комментарий' })
    .fill('Не проводится документ: обновить до последнего релиза');
  await page.getByRole('button', { name: 'Завершить', exact: true }).click();

  await expect(page.getByText('Оформление').first()).toBeVisible();
  for (const list of ['Тема', 'Результат']) {
    await page.getByRole('combobox', { name: list }).focus();
    await page.keyboard.press('1');
  }
  const close = page.getByRole('button', { name: 'Закрыть консультацию' });
  await expect(close).toBeEnabled();
  await close.click();

  await expect(page.getByRole('button', { name: 'Позвонить мне сейчас' })).toBeEnabled();
  await page.getByRole('button', { name: 'Журнал' }).click();
  await expect(page.getByText(organisation).first()).toBeVisible();
});
