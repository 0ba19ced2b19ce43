import { expect as hasty } from '@playwright/test';
import { BookingForm } from '../e2e/booking-form.ts';
import { EventsPage } from '../e2e/events-page.ts';
import { JournalPage } from '../e2e/journal-page.ts';
import type { Workplace } from '../e2e/workplace.ts';

/** Nobody waits for a figure here, and the machine may be busy. */
const expect = hasty.configure({ timeout: 30_000 });

/** Every so many calls something else happens too. */
const EVERY = { booked: 2, secondCall: 3, declined: 4, looksAround: 5, limit: 50 };

/** A shift of so many calls with everything the console has: call after call, then a look at events, journal and settings. */
export async function workShift(consultant: Workplace, calls: number, after: (call: number) => Promise<void>) {
  const fast = consultant.page.getByRole('switch', { name: 'Быстрые часы' });
  await fast.click();
  await expect(fast).toBeChecked();
  for (let call = 1; call <= calls; call += 1) {
    if (call % EVERY.declined === 0) await declined(consultant);
    await oneCall(consultant, call);
    if (call % EVERY.looksAround === 0) await looksAround(consultant);
    await after(call);
  }
}

async function oneCall(consultant: Workplace, call: number): Promise<void> {
  const { page } = consultant;
  await consultant.button('Позвонить мне сейчас').click();
  await consultant.answer();
  if (call % EVERY.limit === 0) {
    await consultant.comment.fill(`до предела ${call}`);
    await expect(consultant.stage('Время истекло')).toBeVisible({ timeout: 90_000 });
    await consultant.closeAsNotHeld('Сорвался');
    await expect(page.getByRole('region', { name: 'Сегодня' })).toBeVisible();
  } else {
    await page.keyboard.press('F6');
    await consultant.identify('заречн нижний', 'ООО «Аптека на Заречной»');
    await page.keyboard.press('F6');
    await consultant.button('Выключить микрофон').click();
    await consultant.comment.fill(`касса не печатает чек, звонок ${call}`);
    await expect(consultant.saved).toBeVisible();
    if (call % EVERY.booked === 0) {
      await page.keyboard.press('F8');
      await new BookingForm(page).save();
    }
    if (call % EVERY.secondCall === 0) {
      await consultant.button('Второй звонок').click();
      await consultant.secondCall.getByRole('button', { name: 'В событие' }).click();
      await expect(consultant.secondCall).toBeHidden();
    }
    await consultant.button('Завершить').click();
    await consultant.closeAs('Ошибки и восстановление', 'Вопрос решён');
  }
}

async function declined(consultant: Workplace): Promise<void> {
  await consultant.button('Позвонить мне сейчас').click();
  await consultant.button('Отклонить').click();
  // On a busy machine the user may be the first to give up.
  await expect(consultant.text(/вызов (отклонён|отменён)/)).toBeVisible();
}

/** Events are closed until there is none, the journal is searched and a story opened, «Пропущенные» put aside, settings looked at. */
async function looksAround(consultant: Workplace): Promise<void> {
  const { page } = consultant;
  await EventsPage.open(consultant);
  const open = page.getByRole('row').filter({ has: page.getByRole('button', { name: 'Позвонить', exact: true }) });
  for (let left = await open.count(); left > 0; left -= 1) {
    const row = open.first();
    await row.getByRole('button', { name: /^Подробно: / }).click();
    const details = page.getByRole('region', { name: 'Подробности события' });
    await details.getByRole('button', { name: 'Результат', exact: true }).click();
    await details.getByRole('radio', { name: /Отменено/ }).click();
    await details.getByRole('button', { name: 'Записать результат', exact: true }).click();
    await expect(open).toHaveCount(left - 1);
  }
  const journal = await JournalPage.open(consultant);
  await journal.search('касса чек');
  await journal.rows
    .first()
    .getByRole('button', { name: /^Открыть обращение / })
    .click();
  await expect(page.getByRole('complementary', { name: 'Вся история обращения' })).toBeVisible();
  await page.getByRole('navigation').getByRole('button', { name: 'Пропущенные' }).click();
  // All of them, so that each look finds and leaves the same screens.
  const waiting = consultant.button('Не требуется');
  const none = page.getByText('Пропущенных нет');
  await expect(waiting.first().or(none)).toBeVisible();
  for (let left = await waiting.count(); left > 0; left -= 1) {
    await waiting.first().click();
    await expect(waiting).toHaveCount(left - 1);
  }
  await consultant.go('Настройки');
  await expect(page.getByRole('region', { name: 'Данные' })).toBeVisible();
  await consultant.go('Рабочее место');
}
