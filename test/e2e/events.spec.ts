import { expect, test } from './console-fixture.ts';
import { EventsPage } from './events-page.ts';

const KALINKA = { organisation: 'Аптека «Калинка»', number: '8 (831) 222-33-44' };

test('an event is taken, given back, moved with a reason, and closed with its result', async ({ consultant }) => {
  const events = await EventsPage.open(consultant);
  await events.book(KALINKA);
  const row = events.row(KALINKA.organisation);
  const take = row.getByRole('button', { name: 'Взять', exact: true });

  await take.click();
  await expect(row).toContainText('Вы');
  const details = await events.details(KALINKA.organisation);
  await details.getByRole('button', { name: 'Вернуть в очередь' }).click();
  await expect(take).toBeVisible();

  await test.step('moved: the time, why, and the due-by that will hold', async () => {
    await details.getByRole('button', { name: 'Перенести' }).click();
    const move = details.getByRole('form', { name: 'Перенести событие' });
    await consultant.choose('День', 'завтра');
    await move.getByRole('textbox', { name: 'Время по Москве' }).fill('1030');
    await move.getByRole('button', { name: 'Перенести', exact: true }).click();
    await expect(move.getByText('Укажите причину')).toBeVisible();
    await move.getByRole('textbox', { name: 'Причина' }).fill('будет бухгалтер');
    await expect(move.getByRole('status', { name: 'Срок обработки' })).toContainText('По желанию пользователя');
    await move.getByRole('button', { name: 'Перенести', exact: true }).click();
    await expect(row).toContainText('завтра до 23:59');
    await expect(details.getByRole('listitem').filter({ hasText: 'Перенесено' })).toContainText('будет бухгалтер');
  });

  await details.getByRole('button', { name: 'Результат' }).click();
  const result = details.getByRole('form', { name: 'Чем закончилось' });
  await result.getByRole('radio', { name: 'Отменено пользователем' }).check();
  await result.getByRole('button', { name: 'Записать результат' }).click();
  await expect(row).toContainText('Отменено пользователем');
  await expect(row).toContainText('в срок');
});

test('4.2: outside the user’s own convenient hours a call is warned of first', async ({ consultant }) => {
  // Vladivostok is seven hours ahead of Moscow all year round.
  const hourThere = (ahead: number): string =>
    String((new Date(Date.now() + (10 + ahead) * 3_600_000).getUTCHours() + 24) % 24).padStart(2, '0');
  const hours: [string, string] = [`${hourThere(2)}:00`, `${hourThere(4)}:00`];
  const far = { organisation: 'Аптека «Восток»', number: '8 (423) 222-33-44', convenient: hours };
  const events = await EventsPage.open(consultant);
  await events.book(far);
  const row = events.row(far.organisation);
  await expect(row).toContainText(`удобно с ${hours[0]} до ${hours[1]}`);
  await events.call(far.organisation);
  await expect(row.getByRole('button', { name: 'Всё равно позвонить' })).toBeVisible();
  const warning = consultant.page.getByRole('alert').filter({ hasText: 'У пользователя неудобное время' });
  await expect(warning).toContainText(`просил звонить с ${hours[0]} до ${hours[1]}`);
  await consultant.button('Не звонить').click();
  await expect(row.getByRole('button', { name: 'Позвонить', exact: true })).toBeVisible();

  await test.step('by F9 and by the main action of the workplace too; the second press goes on', async () => {
    await row.getByRole('button', { name: 'Взять', exact: true }).click();
    await consultant.go('Рабочее место');
    await expect(consultant.button(`Позвонить: ${far.organisation}`)).toBeVisible();
    await consultant.page.keyboard.press('F9');
    await expect(warning).toBeVisible();
    await consultant.button(`Всё равно позвонить: ${far.organisation}`).click();
  });
  await expect(consultant.text('Набираем номер').or(consultant.button('Пользователь у телефона'))).toBeVisible();
});

test('a criticality confirmed with its reason comes first', async ({ consultant }) => {
  const events = await EventsPage.open(consultant);
  await events.book(KALINKA);
  await events.book({ organisation: 'Аптека «Рябина»', number: '8 (831) 222-33-55' });
  const order = events.row(/Калинка|Рябина/);
  await expect(order).toContainText(['Калинка', 'Рябина']);

  const details = await events.details('Аптека «Рябина»');
  await details.getByRole('button', { name: 'Подтвердить критичность' }).click();
  const form = details.getByRole('form', { name: 'Подтвердить критичность' });
  await form.getByRole('textbox', { name: 'Почему срочно' }).fill('касса не пробивает чеки');
  await form.getByRole('button', { name: 'Подтвердить критичность' }).click();
  await expect(order).toContainText(['Рябина', 'Калинка']);
  await expect(order.first()).toContainText('Критичность подтверждена');
  await expect(details).toContainText('касса не пробивает чеки');
});

test('nobody could be reached: the attempt is recorded, and the event stays', async ({ consultant }) => {
  // The training line says «busy» to numbers that end in 00.
  const busy = { organisation: 'Аптека «Липа»', number: '8 (831) 222-33-00' };
  const events = await EventsPage.open(consultant);
  await events.book(busy);
  await events.call(busy.organisation);
  await expect(consultant.text('+7 831 222-33-00: занято')).toBeVisible();
  await consultant.go('События');
  await expect(events.row(busy.organisation).getByRole('cell', { name: '1', exact: true })).toBeVisible();
  const details = await events.details(busy.organisation);
  await expect(details.getByRole('listitem').filter({ hasText: /: занято$/ })).toHaveCount(1);
  await expect(details.getByRole('button', { name: 'Результат' })).toBeVisible();
});

test('given up while it rings: that was an attempt too', async ({ consultant }) => {
  // The training line lets numbers that end in 99 ring.
  const silent = { organisation: 'Аптека «Тишина»', number: '8 (831) 222-33-99' };
  const events = await EventsPage.open(consultant);
  await events.book(silent);
  await events.call(silent.organisation);
  await expect(consultant.text('Набираем номер')).toBeVisible();
  await consultant.button('Завершить').click();
  await consultant.go('События');
  const details = await events.details(silent.organisation);
  await expect(details.getByRole('listitem').filter({ hasText: /: не ответил$/ })).toHaveCount(1);
});
