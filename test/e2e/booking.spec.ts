import { BookingForm } from './booking-form.ts';
import { expect, test } from './console-fixture.ts';
import { EventsPage } from './events-page.ts';

const PHARMACY = 'ООО «Аптека на Заречной»';

test('F8 in a call: the form knows the card, says the due-by before saving, and the event is in the list', async ({
  consultant,
}) => {
  await consultant.button('Позвонить мне сейчас').click();
  await consultant.answer();
  await consultant.identify('заречн нижний', PHARMACY);
  await expect(consultant.field('Организация')).toHaveValue(PHARMACY);
  await consultant.comment.fill('перезвонить про обмен');
  await consultant.page.keyboard.press('F8');

  const booking = new BookingForm(consultant.page);
  await expect(booking.field('Организация')).toHaveValue(PHARMACY);
  await expect(booking.field('Регистрационный номер')).toHaveValue(/^8\d{6}$/);
  await expect(booking.field('Номер телефона')).not.toHaveValue('');
  await expect(booking.field('Комментарий')).toHaveValue('перезвонить про обмен');
  await expect(booking.due).toContainText('до 23:59');
  await expect(booking.due).toContainText('До закрытия линии больше 30 минут, поэтому сегодня, п. 4.2');
  await booking.whose('Мне');
  await booking.save();
  await expect(consultant.timer, 'the conversation goes on').toBeVisible();

  const events = await EventsPage.open(consultant);
  await expect(events.row(PHARMACY)).toContainText('до 23:59');
  await expect(events.row(PHARMACY)).toContainText('Вы');
});

test('at wrap-up: a number that is missing is named, and nothing typed is lost', async ({ consultant }) => {
  await consultant.button('Позвонить мне сейчас').click();
  await consultant.answer();
  await consultant.button('Завершить').click();
  await expect(consultant.state('Оформление')).toBeVisible();
  await consultant.page.getByRole('button', { name: 'Записать событие' }).click();

  const booking = new BookingForm(consultant.page);
  const number = await booking.field('Номер телефона').inputValue();
  await booking.field('Организация').fill('Аптека «Калинка»');
  await booking.field('Комментарий').fill('не печатается чек');
  await booking.field('Номер телефона').fill('');
  await booking.submit();
  await expect(booking.form.getByText('Укажите номер')).toBeVisible();
  await expect(booking.field('Организация')).toHaveValue('Аптека «Калинка»');
  await expect(booking.field('Комментарий')).toHaveValue('не печатается чек');

  await booking.field('Номер телефона').fill(number);
  await booking.save();
  const events = await EventsPage.open(consultant);
  await expect(events.row('Аптека «Калинка»').getByRole('button', { name: 'Взять', exact: true })).toBeVisible();
});
