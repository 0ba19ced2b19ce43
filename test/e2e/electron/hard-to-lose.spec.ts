import { mergeTests } from '@playwright/test';
import type { Locator } from '@playwright/test';
import { openAllDay } from '../console-fixture.ts';
import { test as inElectron } from './console-app.ts';
import type { ConsoleApp } from './console-app.ts';
import type { Asterisk } from '../../pbx/asterisk.ts';
import { expect, test as onExchange } from '../../pbx/fixture.ts';

const ANNA = { number: '+73432224455', name: 'Иванова Анна' };
const LIMIT_S = 15 * 60;

/** The console in Electron, its phone on the real exchange. */
const test = mergeTests(onExchange, inElectron).extend<{ consoleApp: ConsoleApp }>({
  consoleApp: async ({ launch, pbx }, use) => {
    const consoleApp = await launch({
      config: {
        consultant: { name: 'Мария Иванова' },
        line: { notices: openAllDay() },
        sip: { server: pbx.wsUrl, number: '101', password: 'secret-101', domain: '127.0.0.1' },
      },
    });
    await expect(consoleApp.page.getByText('Телефон подключён')).toBeVisible({ timeout: 20_000 });
    await use(consoleApp);
  },
});

test('the console’s window is loaded anew in a call, and dies in it: call, sound, clock and typed text are there again', async ({
  consoleApp,
  pbx,
}) => {
  test.setTimeout(120_000);
  const { page, log, killWindow, shown } = consoleApp;
  const call = await pbx.call(ANNA);
  await page.getByRole('button', { name: 'Ответить', exact: true }).click();
  const timer = page.getByRole('timer', { name: 'Время консультации' });
  await expect(timer).toBeVisible();
  const comment = page.getByRole('textbox', { name: 'Комментарий' });
  await comment.fill('Не открывается отчёт');
  await expect(page.getByText('Сохранено', { exact: true })).toBeVisible();

  await page.reload();
  await expect(comment).toHaveValue('Не открывается отчёт');
  await clockIsTrue(timer, pbx);
  await soundFlows(pbx);

  await killWindow('console');
  await expect.poll(log).toContain('console-window-died');
  await expect.poll(shown, { timeout: 20_000 }).toMatch(/Идёт консультация\n1\d:\d\d[^]*Не открывается отчёт/);
  await soundFlows(pbx);
  await call.hangUp();
  await expect.poll(shown).toContain('Разговор завершил пользователь');
});

test('the service dies: a call that rings meanwhile is on the screen, one that is up goes on with its clock, one that ends is ended', async ({
  consoleApp,
  pbx,
}) => {
  test.setTimeout(120_000);
  const { page, servicePid } = consoleApp;
  const killService = () => process.kill(servicePid(), 'SIGKILL');
  const timer = page.getByRole('timer', { name: 'Время консультации' });

  const first = servicePid();
  killService();
  const call = await pbx.call(ANNA);
  await page.getByRole('button', { name: 'Ответить', exact: true }).click({ timeout: 30_000 });
  await expect(timer).toBeVisible();
  expect(servicePid()).not.toBe(first);
  await page.getByRole('textbox', { name: 'Комментарий' }).fill('До сбоя');
  await expect(page.getByText('Сохранено', { exact: true })).toBeVisible();

  const second = servicePid();
  killService();
  await soundFlows(pbx);
  await expect.poll(servicePid, { timeout: 20_000 }).not.toBe(second);
  await expect(page.getByText('Нет связи с программой')).toBeHidden();
  await clockIsTrue(timer, pbx);
  await expect(page.getByRole('textbox', { name: 'Комментарий' })).toHaveValue('До сбоя');
  await soundFlows(pbx);

  killService();
  await call.hangUp();
  await expect(page.getByRole('main').getByText('Разговор завершил пользователь')).toBeVisible({ timeout: 20_000 });
  await expect(timer).toBeHidden();
});

/** Sound goes both ways, by the exchange's own counters. */
async function soundFlows(pbx: Asterisk): Promise<void> {
  const packets = async () => {
    const stats = await pbx.cli('pjsip show channelstats');
    const line = stats.split('\n').find((one) => one.includes(' 101-')) ?? '';
    const [, received, sent] = /\d\d:\d\d:\d\d\s+\S+\s+(\d+)\s+\d+\s+\d+\s+[\d.]+\s+(\d+)/.exec(line) ?? [];
    return { received: Number(received ?? NaN), sent: Number(sent ?? NaN) };
  };
  const before = await packets();
  await expect
    .poll(async () => {
      const now = await packets();
      return now.received > before.received + 20 && now.sent > before.sent + 20;
    })
    .toBe(true);
}

/** No second is lost: the time since the exchange saw the answer is what the timer counts. */
async function clockIsTrue(timer: Locator, pbx: Asterisk): Promise<void> {
  const answered = pbx.ami.events.findLast(
    ({ Event, Channel = '', ChannelStateDesc }) =>
      Event === 'Newstate' && Channel.startsWith('PJSIP/101-') && ChannelStateDesc === 'Up',
  );
  const [minutes, seconds] = (await timer.innerText()).split(':').map(Number);
  const elapsedS = Date.now() / 1_000 - Number(answered?.Timestamp);
  expect(Math.abs(LIMIT_S - (minutes ?? NaN) * 60 - (seconds ?? NaN) - elapsedS)).toBeLessThan(2);
}
