import { expect, test, type Locator, type Page } from '@playwright/test';
import { serveGallery, type Gallery } from '../gallery/serve.ts';
import { STATES } from '../gallery/states/index.ts';
import { openState } from '../gallery/views.ts';

/** What a consultant is told and may change of the console itself: keys, help, the first start. Over the gallery's desk in memory. */
let gallery: Gallery;
test.beforeAll(async () => {
  test.setTimeout(180_000);
  gallery = await serveGallery();
});
test.afterAll(() => gallery.close());

declare global {
  interface Window {
    /** What live parts of the page have said. */
    spoken?: string[];
  }
}
const heard = (page: Page): Promise<string[]> => page.evaluate(() => window.spoken ?? []);

const show = (page: Page, state: string): Promise<void> => page.evaluate((name) => window.gallery.show(name), state);
const open = async (page: Page, state: string): Promise<void> => {
  await page.goto(gallery.url(state));
  await expect(page.locator('main')).toBeVisible();
};
const asked = (page: Page, name: string): Promise<number> =>
  page.evaluate(
    (wanted) => window.gallery.calls.filter((call) => JSON.stringify(call).includes(`"name":"${wanted}"`)).length,
    name,
  );

const words = async (of: Locator): Promise<string[]> =>
  (await of.allInnerTexts()).map((text) => text.replace(/\s+/g, ' '));

test('a key of one’s own works at once and is shown; a taken one names who has it, a reserved one says why', async ({
  page,
}) => {
  await open(page, 'idle-ready');
  await page.getByRole('navigation').getByRole('button', { name: 'Настройки' }).click();
  const keys = page.getByRole('region', { name: 'Клавиши' });
  const change = keys.getByRole('button', { name: 'Изменить клавишу: Удержание' });
  const press = async (key: string) => {
    await change.focus();
    await page.keyboard.press('Enter');
    await expect(keys.getByRole('button', { name: 'Нажмите клавишу…' })).toBeFocused();
    await page.keyboard.press(key);
  };

  await press('F4');
  await expect(keys.getByRole('alert')).toHaveText('Нельзя назначить F4: её весь день нажимают в 1С.');
  await press('F7');
  await expect(keys.getByRole('alert')).toHaveText('Занята: F7 уже делает «Микрофон».');
  await press('Escape');
  await expect(change).toBeFocused();
  await press('Alt+KeyH');
  await expect(keys.getByRole('alert')).toHaveCount(0);
  await expect(keys.getByRole('button', { name: 'Вернуть F6: Удержание' })).toBeVisible();

  await page.getByRole('navigation').getByRole('button', { name: 'Рабочее место' }).click();
  await show(page, 'talking');
  await expect(page.getByRole('button', { name: 'На удержание' })).toContainText('Alt H');
  await page.keyboard.press('F6');
  await page.keyboard.press('Alt+KeyH');
  await expect.poll(() => asked(page, 'hold')).toBe(1);

  await show(page, 'idle-ready');
  await page.getByRole('navigation').getByRole('button', { name: 'Настройки' }).click();
  await press('F7');
  await keys.getByRole('button', { name: 'Поменять местами' }).click();
  await expect(keys.getByRole('listitem').filter({ hasText: 'Удержание' })).toContainText('F7');
  await expect(keys.getByRole('listitem').filter({ hasText: 'Микрофон' })).toContainText('Alt H');
  await keys.getByRole('button', { name: 'Вернуть все клавиши' }).click();
  await expect(keys.getByRole('listitem').filter({ hasText: 'Удержание' })).toContainText('F6');
});

test('«?» says what may be done now, by the list of Ctrl+K; it gives way to a call', async ({ page }) => {
  await open(page, 'wrap-up');
  const comment = page.getByRole('textbox', { name: 'Комментарий' });
  const help = page.getByRole('dialog', { name: 'Что можно сделать сейчас' });
  await comment.focus();
  await page.keyboard.type('Почему?');
  await expect(comment).toHaveValue('Почему?');
  await expect(help).toHaveCount(0);
  await page.getByRole('combobox', { name: 'Тема' }).focus();
  await page.keyboard.press('?');
  await expect(help).toContainText('Разговор окончен');

  const told = await words(help.getByRole('listitem').getByRole('button'));
  await page.keyboard.press('Escape');
  await expect(page.getByRole('combobox', { name: 'Тема' })).toBeFocused();
  await page.keyboard.press('Control+KeyK');
  await expect(page.getByPlaceholder('Раздел или действие')).toBeFocused();
  // «Ctrl+K» lists the help itself as well.
  const listed = await words(page.locator('[data-action]'));
  expect(told.filter((title) => !listed.includes(title))).toEqual([]);
  expect(listed).toHaveLength(told.length + 1);
  await page.keyboard.press('Escape');

  await page.keyboard.press('F1');
  await help.getByRole('button', { name: 'Поиск' }).press('Enter');
  await expect(help).toHaveCount(0);
  await expect(page.getByRole('textbox', { name: 'Поиск' })).toBeFocused();

  await show(page, 'idle-ready');
  await page.keyboard.press('F1');
  await expect(help).toContainText('Вы готовы');
  await show(page, 'ringing');
  await expect(help).toHaveCount(0);
  await page.keyboard.press('Enter');
  await expect.poll(() => asked(page, 'answer')).toBe(1);
});

test('the first start explains itself once, and never in a call', async ({ page }) => {
  await open(page, 'first-start');
  const intro = page.getByRole('region', { name: 'Первый раз здесь?' });
  await expect(intro).toContainText('нажмите F2, чтобы ответить');
  await show(page, 'talking');
  await expect(page.getByRole('timer')).toBeVisible();
  await expect(intro).toHaveCount(0);
  await show(page, 'idle-ready');
  await intro.getByRole('button', { name: 'Понятно' }).click();
  await expect(intro).toHaveCount(0);
  await expect.poll(() => asked(page, 'savePersonalSettings')).toBe(1);
});

test('one’s own settings are asked for once, whatever the screens show', async ({ page }) => {
  await open(page, 'idle-ready');
  for (const state of ['ringing', 'talking', 'idle-ready', 'ringing', 'idle-ready']) await show(page, state);
  await expect(page.getByRole('button', { name: 'Позвонить', exact: true })).toBeVisible();
  expect(await asked(page, 'settings')).toBe(1);
});

/** What a screen reader is given to say: each text put into a live part of the page, in order. */
const listen = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const live = '[aria-live]:not([aria-live="off"]), [role="status"], [role="alert"]';
    window.spoken = [];
    const say = (node: Node) => {
      const text = (node.textContent ?? '').replace(/\s+/g, ' ').trim();
      if (text !== '') window.spoken?.push(text);
    };
    new MutationObserver((changes) => {
      for (const { type, target, addedNodes } of changes) {
        const element = target instanceof Element ? target : target.parentElement;
        if (element === null) continue;
        const inside = element.closest(live) !== null;
        if (type === 'characterData' && inside) say(target);
        for (const node of addedNodes) {
          if (inside) say(node);
          else if (node instanceof Element)
            for (const one of [node, ...node.querySelectorAll(live)]) if (one.matches(live)) say(one);
        }
      }
    }).observe(document.body, { childList: true, characterData: true, subtree: true });
  });

const SAID: Record<'ru' | 'en', Record<string, readonly (string | RegExp)[]>> = {
  ru: {
    ringing: ['Входящий звонок: Петрова Анна · ООО «Аптека на Заречной» · Тула'],
    talking: [/^Идёт консультация\. Осталось 07:\d\d$/],
    'connection-away': ['Связь с телефонным сервером пропала, разговор продолжается. Подключаемся снова'],
    warn: [/^Осталось меньше 3 минут\. Осталось 02:\d\d$/],
    last: [/^Последняя минута: заканчивайте\. Осталось 00:\d\d$/, /^Второй звонок: /],
    limit: ['Время истекло'],
    'idle-unclosed': [/не отвечает/],
  },
  en: {
    ringing: ['Incoming call: Петрова Анна · ООО «Аптека на Заречной» · Тула'],
    talking: [/^Consultation in progress\. 07:\d\d left$/],
    'connection-away': ['The phone server is away, the conversation goes on. Connecting again'],
    warn: [/^Less than 3 minutes left\. 02:\d\d left$/],
    last: [/^Last minute: come to an end\. 00:\d\d left$/, /^Second call: /],
    limit: ['Time is up'],
    'idle-unclosed': [/no answer/],
  },
};

for (const language of ['ru', 'en'] as const) {
  test(`a screen reader hears calls, stages, troubles and ends once each, in ${language}`, async ({ page }) => {
    await open(page, 'idle-ready');
    await page.evaluate((spoken) => window.gallery.speak(spoken), language);
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    await listen(page);
    for (const [state, said] of Object.entries(SAID[language])) {
      await page.evaluate(() => void (window.spoken = []));
      await show(page, state);
      await expect.poll(() => heard(page), state).toHaveLength(said.length);
      const words = await heard(page);
      for (const one of said)
        expect(words, state).toContainEqual(one instanceof RegExp ? expect.stringMatching(one) : one);
    }
    // A timer ticks beside all this, and nothing of it is said.
    await show(page, 'talking');
    const timer = page.getByRole('timer');
    const left = await timer.innerText();
    await page.evaluate(() => void (window.spoken = []));
    await expect(timer).not.toHaveText(left);
    expect((await heard(page)).filter((text) => /\d/.test(text))).toEqual([]);
  });
}

test('a failure is said once, as an alert', async ({ page }) => {
  await open(page, 'failure');
  await listen(page);
  await page.getByRole('button', { name: 'Позвонить мне сейчас' }).press('Enter');
  await expect.poll(() => heard(page)).toHaveLength(1);
  await expect(page.getByRole('alert')).toHaveCount(1);
});

test('Ctrl+K is a combobox: the arrows move what a screen reader hears, and Enter takes it', async ({ page }) => {
  await open(page, 'talking');
  await page.keyboard.press('Control+KeyK');
  const search = page.getByRole('combobox', { name: 'Действия и разделы' });
  const list = page.getByRole('listbox', { name: 'Действия и разделы' });
  await expect(search).toBeFocused();
  await expect(search).toHaveAttribute('aria-expanded', 'true');
  await expect(search).toHaveAttribute('aria-controls', (await list.getAttribute('id')) ?? 'no id');
  await expect(list.getByRole('group', { name: 'Разделы' }).getByRole('option', { name: 'Журнал' })).toBeVisible();

  /** The one row the search points at, chosen for eye and ear alike. */
  const isHeard = async (name: string | RegExp) => {
    const row = list.getByRole('option', { name, selected: true });
    await expect(row).toHaveAttribute('data-selected', 'true');
    await expect(list.getByRole('option', { selected: true })).toHaveCount(1);
    await expect(search).toHaveAttribute('aria-activedescendant', (await row.getAttribute('id')) ?? 'no id');
  };
  await page.keyboard.press('ArrowDown');
  await isHeard(/^На удержание/);
  await page.keyboard.press('ArrowDown');
  await isHeard(/^Выключить микрофон/);
  await page.keyboard.press('ArrowUp');
  await isHeard(/^На удержание/);
  // The call is over while the list is open: what is marked is still what is heard.
  await page.keyboard.type('жур');
  await isHeard(/^Журнал/);
  await show(page, 'wrap-up');
  await isHeard(/^Журнал/);
  await page.keyboard.type('ъъ');
  await expect(search).toHaveAttribute('aria-expanded', 'false');
  await expect(search).not.toHaveAttribute('aria-activedescendant', /./);
  await expect(page.getByRole('status').filter({ hasText: 'Ничего' })).toBeVisible();
  for (let typed = 0; typed < 2; typed += 1) await page.keyboard.press('Backspace');
  await isHeard(/^Журнал/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Журнал' })).toBeVisible();
});

test('messages cover neither timer, nor buttons, nor the card’s choices; in a low window the newest stands alone', async ({
  page,
}) => {
  await openState(page, gallery.url('notices'), STATES['notices']);
  const region = page.getByRole('region', { name: 'Сообщения' });
  const alerts = region.getByRole('alert');
  const covered = async () => {
    const over = await region.evaluate((one) => one.getBoundingClientRect().toJSON() as DOMRect);
    const meets = (one: Element, box: DOMRect) => {
      const { left, right, top, bottom } = one.getBoundingClientRect();
      return left < box.right && box.left < right && top < box.bottom && box.top < bottom;
    };
    const names = {
      timer: page.getByRole('timer'),
      buttons: page.getByRole('group', { name: 'Управление разговором' }),
    };
    for (const field of ['Тема', 'Результат'])
      Object.assign(names, { [field]: page.getByRole('combobox', { name: field }) });
    const found: string[] = [];
    for (const [name, one] of Object.entries(names)) if (await one.evaluate(meets, over)) found.push(name);
    return found;
  };
  await expect(alerts).toHaveCount(3);
  for (const [width, height] of [
    [1280, 720],
    [900, 720],
    [853, 480],
    [640, 360],
  ] as const) {
    await page.setViewportSize({ width, height });
    expect(await covered(), `${width}×${height}`).toEqual([]);
  }
  await expect(region).toContainText('и ещё 3');
  await region.getByRole('button', { name: 'Отменить' }).focus();
  await page.keyboard.press('Tab');
  await expect(alerts.first().getByRole('button', { name: 'Закрыть сообщение' })).toBeFocused();
  await expect(alerts.first()).toBeInViewport({ ratio: 0.9 });
});
