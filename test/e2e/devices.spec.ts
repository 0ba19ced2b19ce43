import type { Page } from '@playwright/test';
import { expect, test } from './console-fixture.ts';
import { SettingsPage } from './settings-page.ts';

declare global {
  interface Window {
    /** Every audio element that was ever asked to play. */
    played?: Set<HTMLMediaElement>;
    /** Every microphone track that was ever opened. */
    heard?: MediaStreamTrack[];
  }
}

test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => {
    const played = new Set<HTMLMediaElement>();
    const { play } = HTMLMediaElement.prototype;
    HTMLMediaElement.prototype.play = function (this: HTMLMediaElement) {
      played.add(this);
      return play.call(this);
    };
    window.played = played;
    const heard: MediaStreamTrack[] = [];
    const { mediaDevices } = navigator;
    const open = mediaDevices.getUserMedia.bind(mediaDevices);
    mediaDevices.getUserMedia = async (constraints) => {
      const stream = await open(constraints);
      heard.push(...stream.getTracks());
      return stream;
    };
    window.heard = heard;
  });
});

/** The outputs of Chromium's fake devices, by id and by name. */
const outputs = (page: Page): Promise<{ id: string; label: string }[]> =>
  page.evaluate(async () =>
    (await navigator.mediaDevices.enumerateDevices())
      .filter(({ kind, deviceId }) => kind === 'audiooutput' && deviceId !== 'default' && deviceId !== 'communications')
      .map(({ deviceId, label }) => ({ id: deviceId, label })),
  );

/** Microphones that are open now: the system shows them. */
const listening = (page: Page): Promise<number> =>
  page.evaluate(() => (window.heard ?? []).filter(({ readyState }) => readyState === 'live').length);

/** The devices that sound now, by their real sinks. */
const sounding = (page: Page): Promise<string[]> =>
  page.evaluate(() => [...(window.played ?? [])].filter(({ paused }) => !paused).map(({ sinkId }) => sinkId));

test('the ring goes to every device chosen for it, the speech to the headphones, also after a reload', async ({
  consultant,
}) => {
  const { page } = consultant;
  const settings = await SettingsPage.open(consultant);
  const [ringer, headphones] = await outputs(page);
  if (!ringer || !headphones) throw new Error('Chromium has fewer than two fake outputs');
  await settings.ringOn(ringer.label);
  await settings.ringOn(headphones.label);
  await consultant.choose('Наушники', headphones.label);

  await page.reload();
  await expect(consultant.phone('Телефон подключён')).toBeVisible();
  await consultant.go('Настройки');
  await expect(settings.device('Наушники')).toHaveValue(headphones.label);

  await settings.test('Сигнал вызова').click();
  await expect.poll(async () => new Set(await sounding(page)), 'tried').toEqual(new Set([ringer.id, headphones.id]));
  await page.getByRole('button', { name: 'Остановить проверку: Сигнал вызова' }).click();
  await expect.poll(() => sounding(page)).toEqual([]);

  await consultant.button('Позвонить мне сейчас').click();
  await expect(consultant.button('Ответить')).toBeVisible();
  await expect.poll(async () => new Set(await sounding(page)), 'it rings').toEqual(new Set([ringer.id, headphones.id]));
  await consultant.answer();
  await expect.poll(async () => [...new Set(await sounding(page))], 'they talk').toEqual([headphones.id]);
  await consultant.button('Завершить').click();
  await expect.poll(() => sounding(page)).toEqual([]);
});

test('the microphone is tried before a call and closed after; kept open on shift it is open while one is ready, and only then', async ({
  consultant,
}) => {
  const { page } = consultant;
  const settings = await SettingsPage.open(consultant);
  await settings.test('Микрофон').click();
  const level = page.getByRole('meter', { name: 'Уровень микрофона' });
  const values = new Set<string | null>();
  // Chromium's fake microphone beeps.
  await expect.poll(async () => values.add(await level.getAttribute('aria-valuenow')).size).toBeGreaterThan(2);
  await page.getByRole('button', { name: 'Остановить проверку: Микрофон' }).click();
  await expect(level).toBeHidden();
  await expect.poll(() => listening(page)).toBe(0);

  const keepOpen = page.getByRole('switch', { name: 'Держать микрофон открытым на смене' });
  await expect(keepOpen).not.toBeChecked();
  await expect(keepOpen).toHaveAccessibleDescription(/система всё время показывает, что микрофон включён/);
  await keepOpen.click();
  await expect.poll(() => listening(page)).toBe(1);
  await consultant.state('Готов').click();
  await page.getByRole('menuitem', { name: 'Обед' }).click();
  await expect.poll(() => listening(page)).toBe(0);
  await consultant.state('Не готов').click();
  await page.getByRole('menuitem', { name: 'Готов', exact: true }).click();
  await expect.poll(() => listening(page)).toBe(1);
  await page.reload();
  await expect(consultant.phone('Телефон подключён')).toBeVisible();
  await expect.poll(() => listening(page), 'after a reload too').toBe(1);
  await consultant.go('Настройки');
  await keepOpen.click();
  await expect.poll(() => listening(page)).toBe(0);
});
