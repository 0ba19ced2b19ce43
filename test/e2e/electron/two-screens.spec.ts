import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { startTrainingLine, type TrainingLine } from '../../../electron/training/training-line.ts';
import { expect, test as base } from './console-app.ts';
import { console, drag, miniPage, miniState, safely } from './mini-window.ts';
import { TwoScreens } from './two-screens.ts';

const PATIENT = { timeout: 20_000 };

const test = base.extend<{ screens: TwoScreens | string; exchange: TrainingLine }>({
  screens: async ({ playwright: _ }, use) => {
    const screens = await TwoScreens.start();
    await use(screens);
    if (typeof screens !== 'string') await screens.end();
  },
  exchange: async ({ playwright: _ }, use) => {
    const nothing = () => undefined;
    const exchange = await startTrainingLine({
      users: [{ name: 'Петрова Анна', number: '+79161234567', organisation: 'ООО «Ромашка»', registrationNumber: '1' }],
      pace: null,
      now: Date.now,
      random: Math.random,
      log: { debug: nothing, warn: nothing },
    });
    await use(exchange);
    await exchange.close();
  },
});

test('«Мини-окно» on two screens: comes over when its screen is unplugged, and back to its place there', async ({
  screens,
  exchange,
  launch,
}) => {
  test.skip(typeof screens === 'string', String(screens));
  if (typeof screens === 'string') return;
  screens.plug();
  const { app, page, dataDir } = await launch({
    config: { sip: { server: exchange.url, ...exchange.account } },
    env: { DISPLAY: screens.display },
  });
  await expect(page.getByText('Телефон подключён')).toBeVisible(PATIENT);
  expect(await lefts(app)).toEqual([0, 1024]);

  // Never put anywhere: on the console's screen.
  await console(app, 'hide');
  exchange.callNow({ talkMs: 600_000 });
  await expect.poll(() => miniState(app), PATIENT).toMatchObject({ visible: true, inside: true });
  const bounds = async () => (await miniState(app))?.bounds;
  const first = await bounds();
  if (first === undefined) throw new Error('There is no mini window.');
  expect(first.x + first.width).toBeLessThan(1024);

  const mini = await miniPage(app);
  await expect(mini.getByRole('button', { name: 'Ответить' })).toBeVisible(PATIENT);
  await drag(mini, { x: 1100 - first.x, y: 40 - first.y });
  const second = { ...first, x: 1100, y: 40 };
  await expect.poll(bounds, PATIENT).toEqual(second);
  // From the corner of its own screen.
  const kept = () => safely(() => readFileSync(join(dataDir, 'electron/mini-window.json'), 'utf8'));
  await expect.poll(kept, PATIENT).toContain('{"x":76,"y":40}');

  screens.unplug();
  await expect.poll(() => lefts(app), PATIENT).toEqual([0]);
  await expect.poll(bounds, PATIENT).toEqual(first);
  expect(await miniState(app)).toMatchObject({ visible: true, inside: true, onTop: true });

  screens.plug();
  await expect.poll(() => lefts(app), PATIENT).toEqual([0, 1024]);
  await console(app, 'show');
  await console(app, 'focus');
  await expect.poll(async () => (await miniState(app))?.visible, PATIENT).toBe(false);
  await console(app, 'hide');
  await expect.poll(() => miniState(app), PATIENT).toMatchObject({ visible: true, bounds: second });
});

/** Where the screens begin, from the left. */
const lefts = (app: ElectronApplication) =>
  app.evaluate(({ screen }) => screen.getAllDisplays().map(({ bounds }) => bounds.x));
