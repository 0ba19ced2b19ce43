import { expect, test } from './console-fixture.ts';
import { Workplace } from './workplace.ts';

test('a reload in a call: the tab held the call, so it is lost, and the screen says so', async ({ consultant }) => {
  await consultant.button('Позвонить мне сейчас').click();
  await consultant.answer();
  await consultant.comment.fill('до перезагрузки');
  await expect(consultant.saved).toBeVisible();
  await consultant.page.reload();
  await expect(consultant.text('Связь прервалась').first()).toBeVisible();
  await expect(consultant.page.getByRole('button', { name: /перезвонить, осталось 14:\d\d/ })).toBeVisible();
  await expect(consultant.comment).toHaveValue('до перезагрузки');
  await expect(consultant.phone('Телефон подключён')).toBeVisible();

  await test.step('the redial keeps the consultation and its elapsed time', async () => {
    const inquiry = await consultant.inquiry();
    await consultant.page.getByRole('button', { name: /перезвонить, осталось/ }).click();
    await consultant.button('Пользователь у телефона').click();
    await expect(consultant.timer).toHaveText(/^14:\d\d$/);
    expect(await consultant.inquiry()).toBe(inquiry);
  });
});

test('a second tab takes over on request, and never in a call', async ({ consultant, served, context }) => {
  const second = new Workplace(await context.newPage());
  await second.page.goto(served.origin);
  await expect(second.page.getByRole('heading', { name: 'Открыто в другом окне' })).toBeVisible();

  await consultant.button('Позвонить мне сейчас').click();
  await consultant.answer();
  await second.page.reload();
  await expect(second.page.getByText('В другом окне идёт разговор.')).toBeVisible();
  await expect(second.button('Продолжить здесь')).toBeDisabled();
  await consultant.button('Завершить').click();
  await consultant.closeAsNotHeld('Тишина');

  await second.page.reload();
  await second.button('Продолжить здесь').click();
  await expect(second.phone('Телефон подключён')).toBeVisible();
  await expect(consultant.page.getByRole('heading', { name: 'Открыто в другом окне' })).toBeVisible();
  await second.button('Позвонить мне сейчас').click();
  await second.answer();
  await second.button('Завершить').click();
  await second.closeAsNotHeld('Тишина');

  await test.step('and back again, without a reload', async () => {
    await consultant.button('Продолжить здесь').click();
    await expect(consultant.phone('Телефон подключён')).toBeVisible();
    await consultant.button('Позвонить мне сейчас').click();
    await consultant.answer();
    await consultant.button('Завершить').click();
  });
});

test('the computer’s clock is set back an hour in a call: the timer goes on', async ({ consultant }) => {
  await consultant.page.clock.install();
  await consultant.button('Позвонить мне сейчас').click();
  await consultant.answer();
  await consultant.page.clock.setSystemTime(Date.now() - 3_600_000);
  await expect.poll(() => consultant.secondsLeft()).toBeLessThan(14 * 60 + 57);
  expect(await consultant.secondsLeft()).toBeGreaterThan(14 * 60);
  await consultant.button('Завершить').click();
});

test('the consultant’s own state outlives a reload', async ({ consultant }) => {
  await consultant.state('Готов').click();
  await consultant.page.getByRole('menuitem', { name: 'Обед' }).click();
  await expect(consultant.state('Не готов · обед')).toBeVisible();
  await consultant.page.reload();
  await expect(consultant.state('Не готов · обед')).toBeVisible();
  await consultant.button('Готов к звонкам').click();
  await expect(consultant.state('Готов ·')).toBeVisible();
});
