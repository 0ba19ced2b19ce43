import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { WebSocket, WebSocketServer } from 'ws';
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
  const { page, log, killWindow, shown } = await launch();
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
  await killWindow('console');
  await expect.poll(log).toContain('console-window-died');
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
    const { app, page, servicePid, log } = await launch({
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
    await expect.poll(log, { intervals: [20] }).toContain('service-died');
    // While nobody tells main of the call, closing the window must not end it.
    const closed = await app.evaluate(({ BrowserWindow }) => {
      const isConsole = ({ webContents }: Electron.BrowserWindow) => webContents.getURL().endsWith('/console.html');
      const window = BrowserWindow.getAllWindows().find(isConsole);
      window?.close();
      // «Мини-окно» comes for it: the call is still known while its service starts again.
      const left = BrowserWindow.getAllWindows().filter((one) => one.isVisible() && one !== window).length;
      const hidden = window?.isVisible() === false;
      window?.show();
      return { left, hidden };
    });
    expect(closed).toEqual({ left: 1, hidden: true });
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

  test('a typed password: the console says how it is kept, and a restarted service has it again', async ({
    launch,
  }) => {
    const { app, page, dataDir, servicePid } = await launch();
    const phone = page.getByRole('banner').getByRole('status').filter({ hasText: 'Телефон подключён' });
    await expect(phone).toBeVisible();
    const go = (section: string) => page.getByRole('navigation').getByRole('button', { name: section }).click();
    await go('Настройки');
    await page.getByRole('textbox', { name: 'Телефонный сервер' }).fill(exchange.url);
    await page.getByRole('textbox', { name: 'Внутренний номер' }).fill(exchange.account.number);
    await page.getByLabel('Пароль', { exact: true }).fill(exchange.account.password);
    await page.getByRole('button', { name: 'Сохранить', exact: true }).click();
    await expect(page.getByText('Учебная линия', { exact: true })).toHaveCount(0);
    await expect(phone).toBeVisible();

    // The lab has no key store: nothing goes to the disk, and the console does not claim it.
    const hasKeyStore = await app.evaluate(({ safeStorage }) => safeStorage.isEncryptionAvailable());
    await go('Настройки');
    const kept = hasKeyStore ? 'Хранится в защищённом хранилище системы.' : 'пароль останется в памяти до закрытия';
    await expect(page.getByText(kept)).toBeVisible();
    expect(filesWith(exchange.account.password, dataDir)).toEqual([]);

    const killed = servicePid();
    process.kill(killed, 'SIGKILL');
    await expect.poll(servicePid).not.toBe(killed);
    // The settings are asked for anew when they are opened.
    await go('Рабочее место');
    await go('Настройки');
    await expect(page.getByText('Пароль известен.')).toContainText(kept);
    await expect(phone).toBeVisible();
  });

  test('after the computer slept the phone asks at once whether its server is still there', async ({ launch }) => {
    const heard: string[] = [];
    const proxy = await listenBetween(exchange.url, (message) => heard.push(message));
    const { app, page } = await launch({ config: { sip: { server: proxy.url, ...exchange.account } } });
    await expect(page.getByText('Телефон подключён')).toBeVisible();
    heard.length = 0;
    await app.evaluate(({ powerMonitor }) => {
      powerMonitor.emit('suspend');
      powerMonitor.emit('resume');
    });
    // By itself it asks every half a minute.
    await expect
      .poll(() => heard.filter((message) => message.startsWith('OPTIONS')).length, { timeout: 5_000 })
      .toBe(1);
    await expect(page.getByText('Телефон подключён')).toBeVisible();
    proxy.close();
  });

  test('the phone’s window dead in a call: the desk says the conversation is lost, and a new phone registers', async ({
    launch,
  }) => {
    const { page, log, killWindow } = await launch({ config: { sip: { server: exchange.url, ...exchange.account } } });
    await expect(page.getByText('Телефон подключён')).toBeVisible();
    exchange.callNow({ talkMs: 600_000 });
    await page.getByRole('button', { name: 'Ответить', exact: true }).click();
    await expect(page.getByRole('timer', { name: 'Время консультации' })).toBeVisible();
    await killWindow('phone');
    await expect.poll(log).toContain('phone-window-died');
    await expect(page.getByRole('button', { name: /^Связь прервалась: перезвонить/ })).toBeVisible();
    await expect(page.getByText('Телефон подключён')).toBeVisible();
  });

  test('a call is announced outside a window that is hidden', async ({ launch }) => {
    const { app, page, log } = await launch({ config: { sip: { server: exchange.url, ...exchange.account } } });
    await expect(page.getByText('Телефон подключён')).toBeVisible();
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().forEach((window) => window.hide()));
    exchange.callNow();
    await expect.poll(log).toContain('call-announced');
  });
});

/** A WebSocket between the phone and its server that tells what the phone says. */
async function listenBetween(server: string, tell: (message: string) => void) {
  const proxy = new WebSocketServer({ host: '127.0.0.1', port: 0, handleProtocols: () => 'sip' });
  await once(proxy, 'listening');
  proxy.on('connection', (near) => {
    const far = new WebSocket(server, 'sip');
    const opened = once(far, 'open');
    near.on('message', (data) => {
      if (!Buffer.isBuffer(data)) return;
      const message = data.toString('utf8');
      tell(message);
      void opened.then(() => far.send(message));
    });
    far.on('message', (data, isBinary) => near.send(data, { binary: isBinary }));
    near.on('close', () => far.close());
    far.on('close', () => near.close());
  });
  const address = proxy.address();
  if (address === null || typeof address === 'string') throw new Error('The proxy has no port.');
  return { url: `ws://127.0.0.1:${address.port}`, close: () => proxy.close() };
}

/** The files under a folder that hold a text. */
function filesWith(text: string, folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => readFileSync(file).includes(text));
}

/** What the timer shows, in seconds. */
async function secondsLeft(timer: { textContent(): Promise<string | null> }): Promise<number> {
  const shown = /(\d+):(\d\d)/.exec((await timer.textContent()) ?? '');
  return Number(shown?.[1]) * 60 + Number(shown?.[2]);
}
