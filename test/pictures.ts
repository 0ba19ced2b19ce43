/**
 * `npm run pictures`: makes the README's pictures from the real console on the training line, into build/pictures. Run it after a change
 * that shows, look at them, and commit them.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, expect, type Page } from '@playwright/test';
import { BookingPage } from './e2e/booking-page.ts';
import { openAllDay } from './e2e/console-fixture.ts';
import { ConsoleProcess } from './e2e/console-process.ts';
import { EventsPage } from './e2e/events-page.ts';
import { JournalPage } from './e2e/journal-page.ts';
import { MonitorPage } from './e2e/monitor-page.ts';
import { SettingsPage } from './e2e/settings-page.ts';
import { Workplace } from './e2e/workplace.ts';
import { chromiumLaunch } from './provision/chromium-launch.ts';
import { ROOT } from './provision/lab.ts';

const folder = await mkdtemp(join(tmpdir(), 'line15-pictures-'));
const served = await ConsoleProcess.start({
  folder,
  training: true,
  provisioned: {
    consultant: { name: 'Ильина Мария' },
    line: { listen: { enabled: true, port: 0 }, notices: openAllDay(), latestRelease: '3.0.49.1' },
  },
});
const browser = await chromium.launch(chromiumLaunch());
const settings = { locale: 'ru-RU', timezoneId: 'Europe/Moscow', deviceScaleFactor: 1 };

async function page(more: Parameters<typeof browser.newContext>[0]): Promise<Page> {
  return (await browser.newContext({ ...settings, viewport: { width: 1280, height: 720 }, ...more })).newPage();
}

async function picture(of: Page, name: string): Promise<void> {
  await of.evaluate(() => document.fonts.ready.then(() => undefined));
  // A message that passes would hide what the picture is of.
  await expect(of.getByText('Событие записано')).toBeHidden({ timeout: 15_000 });
  await of.screenshot({ path: join(ROOT, 'build/pictures', `${name}.png`), fullPage: true });
  console.log(`build/pictures/${name}.png`);
}

try {
  const consultant = await new Workplace(await page({ colorScheme: 'light' })).open(served.link);
  await consultant.button('Понятно').click();
  const links = await SettingsPage.open(consultant);
  const lead = new MonitorPage(await page({ colorScheme: 'dark' }));
  await lead.open(await links.leadLink());
  const user = new BookingPage(await page({ viewport: { width: 390, height: 844 }, colorScheme: 'light' }));
  await user.page.goto(await links.bookingLink());
  await consultant.go('Рабочее место');

  await consultant.button('Позвонить мне сейчас').click();
  await expect(consultant.button('Ответить')).toBeVisible();
  await picture(consultant.page, 'ringing');

  await consultant.answer();
  await consultant.identify('заречн нижний', 'ООО «Аптека на Заречной»');
  await consultant.field('Релиз').fill('3.0.48.3');
  await consultant.comment.fill('После обновления до 3.0.48.3 не открывается форма приходной накладной.');
  await expect(consultant.saved).toBeVisible();
  await picture(consultant.page, 'talking');

  await user.page.reload();
  await picture(user.page, 'booking');
  const pharmacies = ['Аптека «Калинка»', 'МУП «Центральная районная аптека № 124»', 'ИП Орехова Н. В.'];
  for (const [index, organisation] of pharmacies.entries()) {
    await user.page.goto(new URL('/', user.page.url()).href);
    await user.book({
      name: 'Анна Петрова',
      phone: `8 (831) 222-33-4${index}`,
      organisation,
      topic: 'Ошибка программы',
    });
  }
  await consultant.button('Второй звонок').click();
  await expect(consultant.secondCall).toBeVisible();
  await picture(consultant.page, 'second-call');
  await consultant.secondCall.getByRole('button', { name: 'В событие' }).click();
  await expect(consultant.secondCall).toBeHidden();
  await picture(lead.page, 'monitor');

  await consultant.button('Завершить').click();
  await expect(consultant.button('Закрыть консультацию')).toBeVisible();
  await picture(consultant.page, 'wrap-up');
  await consultant.closeAs('Обновление', 'Вопрос решён');
  await picture(consultant.page, 'idle');
  await EventsPage.open(consultant);
  await picture(consultant.page, 'events');
  const journal = await JournalPage.open(consultant);
  await journal.search('накладной');
  await expect(journal.rows).toHaveCount(1);
  await picture(consultant.page, 'journal');
} finally {
  await browser.close();
  await served.stop();
  await rm(folder, { recursive: true, force: true });
}
