import { freeTcpPort } from '../pbx/ports.ts';
import { expect, test } from './console-fixture.ts';
import { MonitorPage } from './monitor-page.ts';
import { SettingsPage } from './settings-page.ts';

test.use({ provisioned: null });

test('the pages of leads and users are off until «Настройки» switch them on', async ({ consultant, browser }) => {
  const settings = await SettingsPage.open(consultant);
  await expect(consultant.page.getByRole('textbox', { name: 'Ссылка старшего смены' })).toBeHidden();
  await settings.openPages(await freeTcpPort());
  const link = await settings.leadLink();

  const lead = await browser.newContext();
  const monitor = await new MonitorPage(await lead.newPage()).open(link);
  await expect(monitor.row('Консультант Готов')).toBeVisible();
  await expect(monitor.page, 'the token leaves the address').not.toHaveURL(/token/);
  await monitor.page.reload();
  await expect(monitor.row('Консультант Готов')).toBeVisible();

  const stranger = await browser.newContext();
  const page = await stranger.newPage();
  await page.goto(new URL('/monitor/', link).href);
  await expect(page.getByRole('heading', { name: 'Нужна ссылка старшего смены' })).toBeVisible();
  await lead.close();
  await stranger.close();
});
