import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startTrainingLine, type TrainingLine } from '../../../electron/training/training-line.ts';
import { ROOT } from '../../provision/lab.ts';
import { electronToStart, expect, test } from './console-app.ts';
import { console, drag, miniPage, miniState, safely } from './mini-window.ts';

const LONG = {
  name: 'Константинопольская Александра',
  number: '+79161234567',
  organisation: 'Муниципальное унитарное предприятие «Центральная районная аптека № 124»',
  registrationNumber: '1',
};
const PATIENT = { timeout: 20_000 };

let exchange: TrainingLine;
test.beforeEach(async () => {
  const nothing = () => undefined;
  exchange = await startTrainingLine({
    users: [LONG],
    pace: null,
    now: Date.now,
    random: Math.random,
    log: { debug: nothing, warn: nothing },
  });
});
test.afterEach(() => exchange.close());

test('«Мини-окно» at 150 %: comes with a call behind the console, obeys, moves, and goes with the console', async ({
  launch,
}) => {
  test.slow();
  const { app, page, dataDir } = await launch({
    config: { consultant: { name: 'Мария Иванова' }, sip: { server: exchange.url, ...exchange.account } },
    flags: ['--force-device-scale-factor=1.5'],
  });
  await expect(page.getByText('Телефон подключён')).toBeVisible(PATIENT);
  expect(await miniState(app)).toBeNull();

  // Another program is in front: the console is not.
  await console(app, 'hide');
  exchange.callNow({ talkMs: 600_000 });
  await expect.poll(() => miniState(app), PATIENT).toMatchObject({ visible: true, focused: false, onTop: true });
  const { bounds, inside } = (await miniState(app)) ?? {};
  expect(inside).toBe(true);
  expect((await miniState(app))?.title).toBe('Line15 · Мини-окно');
  if (!bounds) throw new Error('There is no mini window.');

  const mini = await miniPage(app);
  expect(await mini.evaluate(() => devicePixelRatio)).toBe(1.5);
  const card = mini.getByRole('main', { name: 'Мини-окно' });
  await expect(card).toContainText('Входящий звонок');
  const over = () => card.evaluate((one) => [one.scrollWidth - one.clientWidth, one.scrollHeight - one.clientHeight]);
  expect(await over(), 'all of it is in the window').toEqual([0, 0]);
  await mini.getByRole('button', { name: 'Ответить' }).click();
  await expect(mini.getByRole('timer', { name: 'Время консультации' })).toContainText(/1\d:\d\d/, PATIENT);
  await expect(card).toContainText('Идёт консультация');
  expect(await over()).toEqual([0, 0]);
  await mini.getByRole('button', { name: 'На удержание' }).click();
  await expect(card).toContainText('На удержании', PATIENT);
  await mini.getByRole('button', { name: 'Снять с удержания' }).click();
  await expect(card).toContainText('Идёт консультация', PATIENT);
  await mini.getByRole('button', { name: 'Выключить микрофон' }).click();
  await expect(card).toContainText('Микрофон выключен', PATIENT);
  await mini.getByRole('button', { name: 'Включить микрофон' }).click();
  expect(await miniState(app)).toMatchObject({ focused: false });

  await drag(mini, { x: -150, y: -90 });
  // At 150 % a place is rounded to the screen's real points.
  const movedBy = async () => {
    const now = (await miniState(app))?.bounds ?? bounds;
    return Math.max(Math.abs(now.x - bounds.x + 150), Math.abs(now.y - bounds.y + 90));
  };
  await expect.poll(movedBy, PATIENT).toBeLessThanOrEqual(2);
  const kept = () => readFileSync(join(dataDir, 'electron/mini-window.json'), 'utf8');
  await expect.poll(() => safely(kept), PATIENT).toContain('"screens"');

  // «Записать событие» brings the console forward with the form; the mini window has done its work.
  await mini.getByRole('button', { name: 'Записать событие' }).click();
  await expect(page.getByRole('complementary', { name: 'Записать событие' }).or(page.getByRole('dialog'))).toBeVisible(
    PATIENT,
  );
  await expect.poll(() => console(app, 'isVisible'), PATIENT).toBe(true);
  await console(app, 'focus');
  await expect.poll(async () => (await miniState(app))?.visible, PATIENT).toBe(false);

  await console(app, 'hide');
  await expect.poll(() => miniState(app), PATIENT).toMatchObject({ visible: true, focused: false });
  expect(await movedBy()).toBeLessThanOrEqual(2);
  // One press alone ends nothing: it is void after three seconds.
  const end = mini.getByRole('button', { name: /^Завершить/ });
  await end.click();
  await expect(end).toHaveAccessibleName('Завершить: нажмите ещё раз');
  await expect(end).toHaveAccessibleName('Завершить', PATIENT);
  expect(exchange.status().calls).toHaveLength(1);
  await end.dblclick();
  await expect.poll(() => exchange.status().calls.length, PATIENT).toBe(0);
  await expect.poll(async () => (await miniState(app))?.visible, PATIENT).toBe(false);
});

test('phone links and global keys: off until switched on, a number is never dialled by itself', async ({ launch }) => {
  test.slow();
  const { app, page, dataDir } = await launch({
    config: { sip: { server: exchange.url, ...exchange.account } },
    flags: ['tel:8-916-123-45-67'],
  });
  const number = page.getByRole('textbox', { name: 'Набрать номер' });
  await expect(number).toHaveValue('+7 916 123-45-67', PATIENT);
  await expect(page.getByText('из ссылки tel:8-916-123-45-67')).toBeVisible();

  const open = async (link: string) => {
    const { executablePath, args, env } = electronToStart();
    const second = spawn(executablePath, [...args, ROOT, '--data-dir', dataDir, link], { env, stdio: 'ignore' });
    expect(await new Promise((resolve) => second.once('exit', resolve))).toBe(0);
  };
  await page.getByRole('navigation').getByRole('button', { name: 'Журнал' }).click();
  await open('sip:%2B74952312200@pbx.example.org');
  await expect(number).toHaveValue('+7 495 231-22-00', PATIENT);
  await open('callto:*21*89161234567#');
  await expect(page.getByRole('alert').filter({ hasText: 'В ссылке не номер телефона' })).toBeVisible(PATIENT);
  await expect(number).toHaveValue('+7 495 231-22-00');
  expect(exchange.status().calls).toEqual([]);
  expect(exchange.status().recent).toEqual([]);
  // A press dials it; this one is busy.
  await page.getByRole('button', { name: 'Позвонить', exact: true }).click();
  await expect
    .poll(() => exchange.status().recent, PATIENT)
    .toMatchObject([{ direction: 'outgoing', number: '+74952312200', end: { statusCode: 486 } }]);

  // Another program (here: another owner in this one) holds one of the keys.
  const ANSWER = 'Control+Shift+F2';
  const END = 'Control+Shift+F3';
  await app.evaluate(({ globalShortcut }, key) => globalShortcut.register(key, () => undefined), END);
  const registered = (key: string) =>
    app.evaluate(({ globalShortcut }, asked) => globalShortcut.isRegistered(asked), key);
  expect(await registered(ANSWER)).toBe(false);
  await page.getByRole('navigation').getByRole('button', { name: 'Настройки' }).click();
  const keys = page.getByRole('switch', { name: 'Ответить и завершить из любой программы' });
  await expect(keys).not.toBeChecked();
  await keys.click();
  await expect(page.getByText('Сочетание занято другой программой: Ctrl+Shift+F3.')).toBeVisible(PATIENT);
  expect(await registered(ANSWER)).toBe(true);
  await keys.click();
  await expect.poll(() => registered(ANSWER), PATIENT).toBe(false);

  // «Мини-окно» switched off stays away.
  await page.getByRole('switch', { name: 'Мини-окно' }).click();
  await console(app, 'hide');
  exchange.callNow();
  await expect.poll(() => exchange.status().calls.length, PATIENT).toBe(1);
  await expect(page.getByRole('button', { name: 'Ответить', exact: true })).toBeAttached(PATIENT);
  expect(await miniState(app)).toBeNull();
});
