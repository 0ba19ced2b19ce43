import { startTrainingLine, type TrainingLine } from '../../../electron/training/training-line.ts';
import { expect, test } from './console-app.ts';

const CALLER = {
  name: 'Ольга Петрова',
  number: '+79161234567',
  organisation: 'ООО «Ромашка»',
  registrationNumber: '1',
};

test('a call taken from the hidden phone goes on while the console’s window is loaded anew, and after its crash', async ({
  launch,
}) => {
  const { app, page, log } = await launch();
  await expect(page.getByText('Телефон подключён')).toBeVisible();
  await page.getByRole('button', { name: 'Позвонить мне сейчас' }).click();
  await page.getByRole('button', { name: 'Ответить', exact: true }).click();
  const timer = page.getByRole('timer', { name: 'Время консультации' });
  await expect(timer).toBeVisible();
  await page.getByRole('textbox', { name: 'Комментарий' }).fill('Не открывается отчёт');
  await expect(page.getByText('Сохранено').first()).toBeVisible();
  const before = await secondsLeft(timer);

  await page.reload();
  await expect(timer).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Комментарий' })).toHaveValue('Не открывается отчёт');
  const afterReload = await secondsLeft(timer);
  expect(afterReload).toBeLessThanOrEqual(before);
  expect(before - afterReload).toBeLessThan(20);

  // The window's process dies; main loads the page again.
  await app.evaluate(({ BrowserWindow }) => {
    const isConsole = ({ webContents }: Electron.BrowserWindow) => webContents.getURL().endsWith('/console.html');
    BrowserWindow.getAllWindows().find(isConsole)?.webContents.forcefullyCrashRenderer();
  });
  await expect.poll(log).toContain('console-window-died');
  // Playwright gives a crashed page up, so what the window shows is asked through main.
  const shown = () =>
    app.evaluate(({ BrowserWindow }) => {
      const isConsole = ({ webContents }: Electron.BrowserWindow) => webContents.getURL().endsWith('/console.html');
      const contents = BrowserWindow.getAllWindows().find(isConsole)?.webContents;
      if (!contents || contents.isCrashed() || contents.isLoading()) return '';
      return contents.executeJavaScript('document.body.innerText').then(String);
    });
  await expect.poll(shown, { timeout: 20_000 }).toMatch(/Идёт консультация\n1\d:\d\d/);
});

test.describe('with an exchange outside the service', () => {
  let exchange: TrainingLine;
  test.beforeEach(async () => {
    const nothing = () => undefined;
    exchange = await startTrainingLine({
      users: [CALLER],
      pace: null,
      now: Date.now,
      random: Math.random,
      log: { debug: nothing, warn: nothing },
    });
  });
  test.afterEach(() => exchange.close());

  test('the service killed in a call starts again: the call goes on, the clock keeps its start', async ({ launch }) => {
    const { page, servicePid } = await launch({
      config: { consultant: { name: 'Мария Иванова' }, sip: { server: exchange.url, ...exchange.account } },
    });
    await expect(page.getByText('Телефон подключён')).toBeVisible();
    await expect(page.getByText('Учебная линия')).toHaveCount(0);

    exchange.callNow({ talkMs: 600_000 });
    await page.getByRole('button', { name: 'Ответить', exact: true }).click();
    const timer = page.getByRole('timer', { name: 'Время консультации' });
    await expect(timer).toBeVisible();
    await page.getByRole('textbox', { name: 'Комментарий' }).fill('До сбоя');
    await expect(page.getByText('Сохранено').first()).toBeVisible();
    const answeredAt = exchange.status().calls[0]?.answeredAt ?? 0;

    const killed = servicePid();
    process.kill(killed, 'SIGKILL');
    await expect.poll(servicePid).not.toBe(killed);
    await expect(timer).toBeVisible();
    await expect(page.getByRole('textbox', { name: 'Комментарий' })).toHaveValue('До сбоя');

    // The same call at the exchange, and a clock that still counts from its answer.
    expect(exchange.status().calls.map((call) => call.answeredAt)).toEqual([answeredAt]);
    const elapsedS = (Date.now() - answeredAt) / 1_000;
    expect(Math.abs(15 * 60 - (await secondsLeft(timer)) - elapsedS)).toBeLessThan(3);

    // It obeys the service that was restarted.
    await page.getByRole('button', { name: 'Завершить', exact: true }).click();
    await expect.poll(() => exchange.status().calls.length).toBe(0);
  });

  test('a call is announced outside a window that is hidden', async ({ launch }) => {
    const { app, page, log } = await launch({ config: { sip: { server: exchange.url, ...exchange.account } } });
    await expect(page.getByText('Телефон подключён')).toBeVisible();
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().forEach((window) => window.hide()));
    exchange.callNow();
    await expect.poll(log).toContain('call-announced');
  });
});

/** What the timer shows, in seconds. */
async function secondsLeft(timer: { textContent(): Promise<string | null> }): Promise<number> {
  const shown = /(\d+):(\d\d)/.exec((await timer.textContent()) ?? '');
  return Number(shown?.[1]) * 60 + Number(shown?.[2]);
}
