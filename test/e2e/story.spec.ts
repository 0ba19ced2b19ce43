import { BookingPage } from './booking-page.ts';
import { expect, openAllDay, test } from './console-fixture.ts';
import { EventsPage } from './events-page.ts';
import { JournalPage } from './journal-page.ts';
import { MonitorPage } from './monitor-page.ts';
import { SettingsPage } from './settings-page.ts';

const CONSULTANT = 'Ильина Мария Петровна';
const USER = {
  name: 'Анна Петрова',
  phone: '8 (831) 222-33-44',
  organisation: 'Аптека «Калинка»',
  topic: 'Ошибка программы',
};

test.use({ provisioned: { line: { listen: { enabled: true, port: 0 }, notices: openAllDay() } } });

test('one call, through every part: consultant, shift lead and user', async ({ consultant, browser }) => {
  test.setTimeout(180_000);
  const leadContext = await browser.newContext();
  const userContext = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });
  const lead = new MonitorPage(await leadContext.newPage());
  const user = new BookingPage(await userContext.newPage());

  await test.step('the links of the lead and of the users are in «Настройки»', async () => {
    const settings = await SettingsPage.open(consultant);
    await lead.open(await settings.leadLink());
    await user.page.goto(await settings.bookingLink());
    await expect(lead.row(CONSULTANT)).toContainText('Готов');
    await expect(user.says('Линия открыта до')).toBeVisible();
    await consultant.go('Рабочее место');
  });

  // 15 minutes are a minute now, and the lead's three more are 12 seconds.
  await consultant.page.getByRole('switch', { name: 'Быстрые часы' }).click();
  await consultant.button('Позвонить мне сейчас').click();
  await consultant.answer();
  const inquiry = await consultant.inquiry();

  await test.step('the lead sees the timer run', async () => {
    await expect(lead.row(CONSULTANT)).toContainText('Говорит');
    await expect
      .poll(async () => Math.abs((await lead.secondsLeft(CONSULTANT)) - (await consultant.secondsLeft())))
      .toBeLessThan(15);
  });

  await test.step('the consultant finds who it is and writes', async () => {
    await consultant.identify('заречн нижний', 'ООО «Аптека на Заречной»');
    await expect(consultant.page.getByText('Консультация по телефону положена')).toBeVisible();
    await consultant.comment.fill('обмен с кассой не проходит');
    await expect(consultant.saved).toBeVisible();
  });

  await test.step('a user finds the line busy and books; the event is in the list within a second', async () => {
    await EventsPage.open(consultant);
    await user.page.reload();
    await expect(user.says('Сейчас все консультанты заняты')).toBeVisible();
    await user.book(USER);
    await expect(consultant.page.getByRole('row').filter({ hasText: USER.organisation })).toBeVisible({
      timeout: 1_000,
    });
    await expect(lead.event(USER.organisation)).toBeVisible({ timeout: 1_000 });
    await expect(user.says(/до 23:59 по московскому времени/)).toBeVisible();
    await consultant.go('Рабочее место');
  });

  await test.step('a second call becomes an event with one action', async () => {
    await consultant.button('Второй звонок').click();
    await consultant.secondCall.getByRole('button', { name: 'В событие' }).click();
    await expect(consultant.secondCall).toBeHidden();
  });

  await test.step('the lead grants three minutes: seen at once, and the limit has moved', async () => {
    await lead.grantThreeMinutes(CONSULTANT, 'восстановление работы');
    await expect(consultant.text('Продлено на 3 мин: восстановление работы')).toBeVisible({ timeout: 1_000 });
    await expect(consultant.text('осталось из 18:00')).toBeVisible();
    await expect(lead.row(CONSULTANT)).toContainText('продлено на 3 минуты: восстановление работы');
  });

  await test.step('the call is cut at the limit, after its stages', async () => {
    await expect(consultant.stage('Осталось меньше 3 минут')).toBeVisible({ timeout: 75_000 });
    await expect(consultant.stage('Последняя минута: заканчивайте')).toBeVisible({ timeout: 15_000 });
    await expect(consultant.stage('Время истекло')).toBeVisible({ timeout: 15_000 });
    await expect(consultant.text('Пользователь слышал прощание · предел 18:00')).toBeVisible();
    await expect(lead.row(CONSULTANT)).toContainText('Оформление');
    await consultant.closeAs('Ошибки и восстановление', 'Консультация дана, пользователь проверит');
  });

  await test.step('the user is called back, and told so', async () => {
    const events = await EventsPage.open(consultant);
    await events.call(USER.organisation);
    await user.expectStatus('Консультант звонит вам');
    await consultant.button('Пользователь у телефона').click();
    await expect(consultant.timer).toBeVisible();
    await expect(consultant.field('Организация')).toHaveValue(USER.organisation);
    await consultant.field('Регистрационный номер').fill('8123456');
    await consultant
      .field('Конфигурация')
      .or(consultant.page.getByRole('combobox', { name: 'Конфигурация' }))
      .fill('УА 3');
    await consultant.button('Завершить').click();
    await consultant.closeAs('Ошибки и восстановление', 'Вопрос решён');
    await user.expectStatus('Звонок состоялся');
    await EventsPage.open(consultant);
    await expect(events.row(USER.organisation)).toContainText(['Обработано']);
    await expect(lead.event(USER.organisation)).toBeHidden();
  });

  await test.step('the journal tells it all', async () => {
    const journal = await JournalPage.open(consultant);
    await journal.search('кассой');
    await expect(journal.rows).toHaveCount(1);
    await journal.search(inquiry);
    const story = await journal.story(inquiry);
    await expect(journal.fact(story, 'Чем закончился')).toHaveText('По пределу');
    await expect(journal.fact(story, 'Предел')).toHaveText('18:00, продлено на 3 мин');
    // The journal's times are real, whatever the clock of the consultation did: 18 fast minutes are 72 seconds.
    await expect(journal.fact(story, 'Разговор')).toHaveText(/^1:1[23]$/);
    await expect(story.getByRole('listitem')).toContainText([
      'Звонок поступил',
      'Ответ',
      'Второй звонок',
      'Записано событие',
      'Продлено',
      'Пользователь услышал предупреждение',
      'Пользователь услышал прощание',
      'Разговор окончен',
    ]);
  });
  await leadContext.close();
  await userContext.close();
});
