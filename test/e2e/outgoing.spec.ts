import { expect, test } from './console-fixture.ts';
import { JournalPage } from './journal-page.ts';

test('the keypad of «Набрать номер» dials; the clock starts with the user at the phone', async ({ consultant }) => {
  const { page } = consultant;
  await consultant.button('Клавиатура').click();
  for (const digit of '88312223344') await consultant.button(`Цифра ${digit}`).click();
  await expect(consultant.text('Наберём +7 831 222-33-44')).toBeVisible();
  await page.keyboard.press('Escape');
  await consultant.button('Позвонить').click();
  await expect(consultant.text('Набираем номер')).toBeVisible();
  await consultant.button('Пользователь у телефона').click();
  await expect(consultant.timer).toHaveText(/^14:5\d$/);
  await expect(consultant.text('+7 831 222-33-44').first()).toBeVisible();
});

test('«Перезвонить» in the journal dials the number of a consultation', async ({ consultant }) => {
  await consultant.button('Позвонить мне сейчас').click();
  await consultant.answer();
  const number = await consultant.field('Телефон').inputValue();
  const inquiry = await consultant.inquiry();
  await consultant.button('Завершить').click();
  await consultant.closeAsNotHeld('Сорвался');

  const journal = await JournalPage.open(consultant);
  await journal.rows.getByRole('button', { name: 'Перезвонить' }).click();
  await consultant.button('Пользователь у телефона').click();
  await expect(consultant.timer).toHaveText(/^14:5\d$/);
  await expect(consultant.field('Телефон')).toHaveValue(number);
  expect(await consultant.inquiry(), 'a closed consultation does not go on').not.toBe(inquiry);
  await consultant.button('Завершить').click();
  await consultant.closeAsNotHeld('Тишина');

  // Whose it is, is said before it is dialled.
  await consultant.paste('Набрать номер', inOtherForm(number));
  await expect(consultant.text(`Наберём ${number}`)).toBeVisible();
  await expect(consultant.page.getByRole('status').getByText(/^возможно, \S/)).toBeVisible();
  await JournalPage.open(consultant);
  await expect(journal.rows).toHaveCount(2);
});

/** «+7 343 222-44-55» as somebody else may write it: «8(343)222 44 55». */
const inOtherForm = (number: string): string => number.replace(/^\+7 (\d+) /, '8($1)').replaceAll('-', ' ');
