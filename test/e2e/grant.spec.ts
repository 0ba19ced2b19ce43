import { expect, openAllDay, test } from './console-fixture.ts';
import { MonitorPage } from './monitor-page.ts';
import { SettingsPage } from './settings-page.ts';

const CONSULTANT = 'Ильина Мария Петровна';

test.use({ provisioned: { line: { listen: { enabled: true, port: 0 }, notices: openAllDay() } } });

test('«+5 минут» needs a reason; with it the limit moves at once', async ({ consultant, browser }) => {
  const settings = await SettingsPage.open(consultant);
  const link = await settings.leadLink();
  await consultant.go('Рабочее место');
  await consultant.button('Позвонить мне сейчас').click();
  await consultant.answer();

  const context = await browser.newContext();
  const lead = await new MonitorPage(await context.newPage()).open(link);
  await lead.grantFiveMinutes(CONSULTANT, '');
  await expect(lead.page.getByText('Укажите причину: она сохранится')).toBeVisible();
  await expect(consultant.text('осталось из 15:00')).toBeVisible();

  await lead.page.getByRole('button', { name: 'сложный случай' }).click();
  await lead.page.getByRole('button', { name: 'Продлить на 5 минут' }).click();
  await expect(consultant.text('Продлено на 5 мин: сложный случай')).toBeVisible();
  await expect(consultant.text('осталось из 20:00')).toBeVisible();
  expect(await consultant.secondsLeft()).toBeGreaterThan(18 * 60);
  await expect(lead.row(CONSULTANT)).toContainText('продлено на 5 минут: сложный случай');
  await context.close();
});
