import { expect, test } from './console-fixture.ts';
import { JournalPage } from './journal-page.ts';
import { Workplace } from './workplace.ts';

test('killed in a call: the next start shows it as interrupted, everything typed is there, a redial goes on', async ({
  consultant,
  served,
  context,
}) => {
  await consultant.button('Позвонить мне сейчас').click();
  await consultant.answer();
  const inquiry = await consultant.inquiry();
  await consultant.identify('заречн нижний', 'ООО «Аптека на Заречной»');
  await consultant.comment.fill('не печатается этикетка');
  await expect(consultant.saved).toBeVisible();
  await expect(consultant.timer).not.toHaveText('15:00');
  await served.kill();
  await consultant.page.close();

  await served.startAgain();
  const next = await new Workplace(await context.newPage()).open(served.link);
  await expect(next.text('Разговор прерван')).toBeVisible();
  await expect(next.text(/Программа остановилась во время разговора/)).toBeVisible();
  await expect(next.comment).toHaveValue('не печатается этикетка');
  await expect(next.field('Организация')).toHaveValue('ООО «Аптека на Заречной»');
  expect(await next.inquiry()).toBe(inquiry);
  await expect(next.button('Закрыть консультацию')).toBeVisible();

  await test.step('a redial goes on with the elapsed time under the same number', async () => {
    await next.button('Перезвонить').click();
    await next.button('Пользователь у телефона').click();
    await expect(next.timer).toHaveText(/^14:\d\d$/);
    expect(await next.inquiry()).toBe(inquiry);
    await next.button('Завершить').click();
    await next.closeAs('Ошибки и восстановление', 'Вопрос решён');
  });

  const journal = await JournalPage.open(next);
  await expect(journal.rows).toHaveCount(1);
  const story = await journal.story(inquiry);
  await expect(story.getByRole('listitem')).toContainText([
    'Программа остановилась',
    'Перезвонили',
    'Карточка закрыта',
  ]);
});

test('killed in a call and the page still open: it says so, keeps what is typed, and goes on with the next start', async ({
  consultant,
  served,
}) => {
  await consultant.button('Позвонить мне сейчас').click();
  await consultant.answer();
  await served.kill();
  await expect(consultant.page.getByText(/Нет связи с программой на этом компьютере/)).toBeVisible();
  await consultant.comment.fill('набрано без связи');
  await expect(consultant.page.getByText('Ещё не сохранено: нет связи')).toBeVisible();
  await served.startAgain();
  await expect(consultant.saved).toBeVisible({ timeout: 20_000 });
  await expect(consultant.comment).toHaveValue('набрано без связи');
  // The training line died with the console, and the call with it.
  await expect(consultant.page.getByRole('button', { name: /перезвонить, осталось/ })).toBeVisible({ timeout: 30_000 });
  // It is there again at its old address, the only one this page's policy lets it talk to.
  await expect(consultant.page.getByText('Телефон подключён')).toBeVisible({ timeout: 30_000 });
});
