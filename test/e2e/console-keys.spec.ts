import { expect, test, type Page } from '@playwright/test';
import { serveGallery, type Gallery } from '../gallery/serve.ts';

/** The console by keyboard, over the gallery's desk in memory: what a key asks of the desk, and where the focus is. */
let gallery: Gallery;
test.beforeAll(async () => {
  gallery = await serveGallery();
});
test.afterAll(() => gallery.close());

/** What the page asked of its desk by this name, oldest first. */
const asked = (page: Page, name: string): Promise<unknown[]> =>
  page.evaluate((wanted) => {
    const calls = window.gallery.calls.filter(
      (call): call is { name: string; args: unknown } =>
        typeof call === 'object' && call !== null && 'name' in call && call.name === wanted,
    );
    return calls.map(({ args }) => args);
  }, name);

const show = (page: Page, state: string): Promise<void> => page.evaluate((name) => window.gallery.show(name), state);

const open = async (page: Page, state: string): Promise<void> => {
  await page.goto(gallery.url(state));
  await expect(page.locator('main')).toBeVisible();
};

test('Enter answers: the focus is where the next action is', async ({ page }) => {
  await open(page, 'idle-ready');
  await show(page, 'ringing');
  await expect(page.getByRole('button', { name: 'Ответить' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect.poll(() => asked(page, 'answer')).toEqual([{ callId: 'call-1' }]);
});

test('Enter in a text field does not answer, F2 does; the field keeps the focus', async ({ page }) => {
  await open(page, 'idle-ready');
  const dial = page.getByRole('textbox', { name: 'Набрать номер' });
  await dial.fill('8 (916) 123-45-67');
  await expect(page.getByText('Наберём +7 916 123-45-67')).toBeVisible();
  await page.getByRole('navigation').getByRole('button', { name: 'Журнал' }).click();
  const search = page.getByRole('main').getByRole('textbox').first();
  await search.fill('аптека');
  await show(page, 'ringing');
  await expect(page.getByRole('button', { name: 'Ответить' })).toBeVisible();
  await expect(search).toBeFocused();
  await page.keyboard.press('Enter');
  expect(await asked(page, 'answer')).toEqual([]);
  await page.keyboard.press('F2');
  await expect.poll(() => asked(page, 'answer')).toHaveLength(1);
});

test('a ring takes «Набрать номер» away: the number stays, and the Enter meant for it does not answer', async ({
  page,
}) => {
  await open(page, 'idle-ready');
  const dial = page.getByRole('textbox', { name: 'Набрать номер' });
  await dial.pressSequentially('8916');
  // The very moment «Ответить» has the focus, whatever the machine's load.
  await page.evaluate(() => {
    document.addEventListener('focusin', ({ target }) => {
      const enter = { key: 'Enter', code: 'Enter', bubbles: true, cancelable: true };
      if (target instanceof HTMLButtonElement) document.body.dispatchEvent(new KeyboardEvent('keydown', enter));
    });
  });
  await show(page, 'ringing');
  await expect(page.getByRole('button', { name: 'Ответить' })).toBeFocused();
  expect(await asked(page, 'answer')).toEqual([]);
  await show(page, 'idle-ready');
  await expect(dial).toHaveValue('8916');
});

test('a wrap-up that runs out under the fingers presses nothing of the next screen', async ({ page }) => {
  await open(page, 'wrap-up');
  await page.getByRole('textbox', { name: 'Комментарий' }).pressSequentially('оста');
  await show(page, 'idle-ready');
  await expect(page.getByRole('main')).toBeFocused();
  await page.keyboard.type('лось \n');
  expect([...(await asked(page, 'takeEvent')), ...(await asked(page, 'dial'))]).toEqual([]);
});

test('the call’s keys by their place on the keyboard; Esc does nothing', async ({ page }) => {
  await open(page, 'talking');
  for (const key of ['F6', 'F7', 'Escape', 'F4']) await page.keyboard.press(key);
  await expect.poll(() => asked(page, 'hold')).toEqual([{ callId: 'call-1', held: true }]);
  expect(await asked(page, 'mute')).toEqual([{ callId: 'call-1', muted: true }]);
  expect(await asked(page, 'hangUp')).toEqual([]);
  await page.keyboard.press('Shift+F2');
  await expect.poll(() => asked(page, 'hangUp')).toHaveLength(1);
});

test('the search has the focus at the answer; a candidate is one press, and the comment comes next', async ({
  page,
}) => {
  await open(page, 'talking');
  await expect(page.getByRole('textbox', { name: 'Поиск' })).toBeFocused();
  await page.keyboard.press('Alt+Digit2');
  await expect.poll(() => asked(page, 'takeCandidate')).toEqual([{ consultationId: 'consultation-1', entryId: 'r2' }]);
  await expect(page.getByRole('textbox', { name: 'Комментарий' })).toBeFocused();
});

test('search as one types: one question for a word, Enter takes the first answer', async ({ page }) => {
  await open(page, 'talking');
  await expect(page.getByRole('textbox', { name: 'Поиск' })).toBeFocused();
  await page.keyboard.type('аптека');
  await expect(page.getByRole('option', { name: /ООО «Аптека на Заречной»/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect.poll(() => asked(page, 'takeCandidate')).toEqual([{ consultationId: 'consultation-1', entryId: 'r1' }]);
  await expect(page.getByRole('option')).toHaveCount(0);
});

test('Alt and a digit take from the search’s answers while they are shown, not from the candidates beneath', async ({
  page,
}) => {
  await open(page, 'talking');
  await expect(page.getByRole('textbox', { name: 'Поиск' })).toBeFocused();
  await page.keyboard.type('аптека');
  await expect(page.getByRole('option')).toHaveCount(3);
  await page.keyboard.press('Alt+Digit2');
  await expect.poll(() => asked(page, 'takeCandidate')).toEqual([{ consultationId: 'consultation-1', entryId: 'r3' }]);
  await expect(page.getByRole('option')).toHaveCount(0);
});

test('nobody of an older answer is taken: Enter waits for the answer to what is typed', async ({ page }) => {
  await open(page, 'talking');
  const search = page.getByRole('textbox', { name: 'Поиск' });
  const options = page.getByRole('option');
  await search.fill('аптека');
  await expect(options).toHaveCount(3);
  // All in one breath: «аптека» is answered, «фарм» cannot be yet.
  await page.evaluate(async () => {
    const field = document.activeElement;
    if (!(field instanceof HTMLInputElement)) throw new Error('the search has lost the focus');
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, 'фарм');
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await new Promise((drawn) => setTimeout(drawn));
    const press = (init: KeyboardEventInit) =>
      field.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init }));
    press({ key: '1', code: 'Digit1', altKey: true });
    press({ key: 'Enter', code: 'Enter' });
  });
  await expect.poll(() => asked(page, 'takeCandidate')).toEqual([{ consultationId: 'consultation-1', entryId: 'r2' }]);
  await search.fill('аптека');
  await expect(options).toHaveCount(3);
  await search.fill('');
  await search.fill('нет');
  expect(await options.count(), 'the list before is forgotten with its text').toBe(0);
});

test('what was typed into an event’s form waits while a call is answered', async ({ page }) => {
  await open(page, 'idle-ready');
  const events = page.getByRole('navigation').getByRole('button', { name: 'События' });
  const reason = page.getByRole('textbox', { name: 'Причина' });
  const openForm = async () => {
    await events.click();
    await page
      .getByRole('button', { name: /^Подробно/ })
      .first()
      .click();
    await page.getByRole('button', { name: 'Перенести' }).click();
  };
  await openForm();
  await reason.fill('просит после обеда');
  await show(page, 'ringing');
  await page.keyboard.press('F2');
  await expect(page.getByRole('button', { name: 'Отклонить' })).toBeVisible();
  await openForm();
  await expect(reason).toHaveValue('просит после обеда');
});

test('a second call neither steals the focus nor moves the timer', async ({ page }) => {
  await open(page, 'warn');
  const comment = page.getByRole('textbox', { name: 'Комментарий' });
  await comment.focus();
  const timer = page.getByRole('timer', { name: 'Время консультации' });
  const before = await timer.boundingBox();
  await show(page, 'last');
  await expect(page.getByRole('region', { name: 'Второй звонок' })).toBeVisible();
  await expect(comment).toBeFocused();
  expect(await timer.boundingBox()).toEqual(before);
  await show(page, 'granted');
  await expect(page.getByText('Продлено на 3 мин: восстановление базы, почти закончили')).toBeVisible();
  expect(await timer.boundingBox()).toEqual(before);
});

test('topic and outcome by digit; Ctrl+Enter jumps to what is missing', async ({ page }) => {
  await open(page, 'wrap-up');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('textbox', { name: 'Регистрационный номер' })).toBeFocused();
  await page.getByRole('combobox', { name: 'Тема' }).focus();
  await page.keyboard.press('3');
  await expect(page.getByRole('combobox', { name: 'Тема' })).toHaveText('3.1.3 Обновление');
  await expect(page.getByRole('combobox', { name: 'Результат' }), 'the next choice has the cursor').toBeFocused();
  await page.keyboard.press('Digit2');
  await expect(page.getByRole('combobox', { name: 'Результат' })).toHaveText(
    'Консультация дана, пользователь проверит',
  );
  await expect
    .poll(async () => (await asked(page, 'editCard')).at(-1))
    .toMatchObject({ patch: { outcome: 'user-will-check' } });
  expect(await asked(page, 'closeConsultation')).toEqual([]);
});

test('Ctrl+Enter closes what is complete', async ({ page }) => {
  await open(page, 'wrap-up-complete');
  await page.keyboard.press('Control+Enter');
  await expect.poll(() => asked(page, 'closeConsultation')).toEqual([{ consultationId: 'consultation-1' }]);
});

test('what is typed and not yet acknowledged survives a reload', async ({ page }) => {
  await open(page, 'unsaved');
  const comment = page.getByRole('textbox', { name: 'Комментарий' });
  await comment.fill('Ошибка при проведении');
  await expect(page.getByText('Сохраняется…')).toBeVisible();
  await page.reload();
  await expect(comment).toHaveValue('Ошибка при проведении');
  await expect(page.getByText('Сохранено', { exact: true })).toHaveCount(0);
});

test('a text too long is kept whole, said at its field, holds back no other, and nothing is closed without it', async ({
  page,
}) => {
  await open(page, 'wrap-up-complete');
  const log = 'Ошибка формата потока. '.repeat(1_000);
  const comment = page.getByRole('textbox', { name: 'Комментарий' });
  await comment.fill(log);
  await expect(page.getByText('Слишком длинно: 23 000 знаков, помещается 20 000')).toBeVisible();
  await expect(page.getByText('Не сохранено: слишком длинно')).toBeVisible();
  await page.getByRole('button', { name: 'Развернуть карточку' }).click();
  await page.getByRole('textbox', { name: 'Контактное лицо' }).fill('Анна');
  await expect.poll(async () => (await asked(page, 'editCard')).at(-1)).toMatchObject({ patch: { contact: 'Анна' } });
  expect(JSON.stringify(await asked(page, 'editCard')), 'the desk never sees it').not.toContain('Ошибка формата');
  await page.keyboard.press('Control+Enter');
  await expect(comment, 'what is not saved has the cursor').toBeFocused();
  await expect(page.getByRole('alert').filter({ hasText: 'Не закрыто: набранное не сохранено' })).toBeVisible();
  expect(await asked(page, 'closeConsultation')).toEqual([]);
  await page.reload();
  await expect(comment, 'a reload cuts nothing either').toHaveValue(log);
  await comment.fill('Ошибка формата потока');
  await expect(page.getByText('Сохранено', { exact: true })).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect.poll(() => asked(page, 'closeConsultation')).toHaveLength(1);
});

test('«Сохранено» comes with the desk’s word', async ({ page }) => {
  await open(page, 'talking');
  await page.getByRole('textbox', { name: 'Комментарий' }).fill('Не открывается форма');
  await expect(page.getByText('Сохранено', { exact: true })).toBeVisible();
  expect((await asked(page, 'editCard')).at(-1)).toMatchObject({ patch: { comment: 'Не открывается форма' } });
});

test('Ctrl+K finds a place by its name', async ({ page }) => {
  await open(page, 'idle-ready');
  await page.keyboard.press('Control+KeyK');
  await expect(page.getByPlaceholder('Раздел или действие')).toBeFocused();
  await page.keyboard.type('Настр');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('navigation').getByRole('button', { name: 'Настройки' })).toHaveAttribute(
    'aria-current',
    'page',
  );
});

test('the comment keeps the cursor through a stage, the end of the call and a panel', async ({ page }) => {
  await open(page, 'warn');
  const comment = page.getByRole('textbox', { name: 'Комментарий' });
  await comment.focus();
  await show(page, 'last');
  await expect(page.getByRole('region', { name: 'Второй звонок' })).toBeVisible();
  await expect(comment).toBeFocused();
  await page.keyboard.press('Control+KeyK');
  await expect(page.getByPlaceholder('Раздел или действие')).toBeFocused();
  await page.keyboard.type('Жалоба');
  await page.keyboard.press('Enter');
  const panel = page.getByRole('dialog', { name: 'Сказать пользователю' });
  await expect(panel).toContainText('k@rarus.ru');
  await expect(comment, 'the words are read out while one types').toBeFocused();
  const beside = await panel.boundingBox();
  const box = await comment.boundingBox();
  const timer = await page.getByRole('timer', { name: 'Время консультации' }).boundingBox();
  const right = Math.max((box?.x ?? 0) + (box?.width ?? 0), (timer?.x ?? 0) + (timer?.width ?? 0));
  expect(right, 'it covers neither').toBeLessThanOrEqual(beside?.x ?? 0);
  await page.keyboard.type('!');
  await page.keyboard.press('Alt+Enter');
  await expect
    .poll(() => asked(page, 'say'))
    .toEqual([{ consultationId: 'consultation-1', id: 'complaint', detail: '', program: null }]);
  await expect(panel).toHaveCount(0);
  await expect(comment).toBeFocused();
  await show(page, 'wrap-up');
  await expect(page.getByRole('button', { name: 'Закрыть консультацию' })).toBeVisible();
  await expect(comment).toBeFocused();
});

test('what a saying needs has the cursor, and is asked for; then the comment has it again', async ({ page }) => {
  await open(page, 'warn');
  const comment = page.getByRole('textbox', { name: 'Комментарий' });
  await page.getByRole('button', { name: 'Действия', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem', { name: 'Удалённое подключение' })).toBeVisible();
  // It takes the keyboard a moment after it is shown.
  await expect(page.locator('[role="menu"]:focus, [role="menu"] :focus')).toHaveCount(1);
  await page.keyboard.press('Digit5');
  const address = page.getByRole('textbox', { name: 'Адрес, который назвал пользователь' });
  await expect(address).toBeFocused();
  await page.keyboard.press('Alt+Enter');
  await expect(page.getByRole('dialog', { name: 'Сказать пользователю' })).toContainText('заполните');
  await page.keyboard.type('123 456 789');
  await page.keyboard.press('Alt+Enter');
  await expect
    .poll(() => asked(page, 'say'))
    .toEqual([
      { consultationId: 'consultation-1', id: 'remote-connection', detail: '123 456 789', program: 'AnyDesk' },
    ]);
  await expect(comment).toBeFocused();
});

test('a complete card folds to one line when the cursor has left it, opens by key, and never folds while typed in', async ({
  page,
}) => {
  await open(page, 'wrap-up-complete');
  const number = page.getByRole('textbox', { name: 'Регистрационный номер' });
  const comment = page.getByRole('textbox', { name: 'Комментарий' });
  await comment.focus();
  const unfold = page.getByRole('button', { name: 'Развернуть карточку' });
  await expect(unfold).toContainText('8102345');
  await expect(number).toBeHidden();
  await unfold.focus();
  await page.keyboard.press('Enter');
  await expect(number).toBeVisible();
  await comment.focus();
  await expect(number, 'opened by hand it stays').toBeVisible();
  await page.getByRole('button', { name: 'Свернуть карточку' }).click();
  await expect(number).toBeHidden();
  await page.keyboard.press('Control+KeyF');
  await expect(page.getByRole('textbox', { name: 'Поиск' })).toBeFocused();
  await page.getByRole('textbox', { name: 'Организация' }).fill('ООО «Новая»');
  await expect(number, 'not while typing').toBeVisible();
});

test('a stage is said once to a screen reader', async ({ page }) => {
  await open(page, 'warn');
  const said = page.locator('[aria-live="polite"]').filter({ hasText: 'Осталось меньше' });
  await expect(said).toHaveText(/^Осталось меньше 3 минут\. Осталось 02:3\d$/);
  const words = await said.innerText();
  const timer = page.getByRole('timer', { name: 'Время консультации' });
  const left = await timer.innerText();
  await expect(timer).not.toHaveText(left);
  expect(await said.innerText()).toBe(words);
});

test('a closed line says that no calls come; the training line and a year without calendar do not', async ({
  page,
}) => {
  const none = page.getByText('Линия закрыта: звонков сейчас не будет.');
  await open(page, 'idle-closed');
  await expect(none).toBeVisible();
  await show(page, 'idle-closed-training');
  await expect(page.getByText('Ждём звонка', { exact: true })).toBeVisible();
  await expect(none).toHaveCount(0);
  await show(page, 'idle-no-calendar');
  await expect(page.getByText('Нет календаря на год', { exact: true })).toBeVisible();
  await expect(page.getByText('Ждём звонка', { exact: true })).toBeVisible();
  await expect(none).toHaveCount(0);
});

test('the connection of the call is away: said in its row, and at the foot while a second call has the row', async ({
  page,
}) => {
  await open(page, 'connection-away');
  const away = page.getByText('Связь с телефонным сервером пропала, разговор продолжается. Подключаемся снова', {
    exact: true,
  });
  await expect(away).toHaveCount(1);
  const timer = page.getByRole('timer', { name: 'Время консультации' });
  const before = await timer.boundingBox();
  await show(page, 'connection-away-second');
  await expect(page.getByRole('region', { name: 'Второй звонок' })).toBeVisible();
  await expect(away).toHaveCount(1);
  expect(await timer.boundingBox()).toEqual(before);
});

test('an answered outgoing call has hold and microphone before «Пользователь у телефона»; «Завершить» keeps its place', async ({
  page,
}) => {
  await open(page, 'dialling');
  const end = page.getByRole('button', { name: 'Завершить' });
  const before = await end.boundingBox();
  await show(page, 'waiting');
  await expect(page.getByRole('button', { name: 'Пользователь у телефона' })).toBeVisible();
  expect(await end.boundingBox()).toEqual(before);
  await page.getByRole('button', { name: 'На удержание' }).click();
  await expect.poll(() => asked(page, 'hold')).toEqual([{ callId: 'call-1', held: true }]);
  await page.getByRole('button', { name: 'Выключить микрофон' }).click();
  await expect.poll(() => asked(page, 'mute')).toEqual([{ callId: 'call-1', muted: true }]);
  await show(page, 'talking');
  await expect(page.getByRole('button', { name: 'Записать событие' })).toBeVisible();
  expect(await end.boundingBox()).toEqual(before);
});

test('the second caller’s open event is said in the strip, and moves nothing', async ({ page }) => {
  await open(page, 'warn');
  const timer = page.getByRole('timer', { name: 'Время консультации' });
  const before = await timer.boundingBox();
  await show(page, 'second-open-event');
  await expect(page.getByRole('region', { name: 'Второй звонок' })).toContainText('Открытое событие: завтра до 18:00');
  expect(await timer.boundingBox()).toEqual(before);
});

test('a candidate the journal alone knows brings no configuration, and the consultant is told to ask', async ({
  page,
}) => {
  await open(page, 'talking-journal-only');
  await page.keyboard.press('Alt+Digit1');
  await expect(page.getByText('Записано по журналу: ООО «Аптека на Заречной». Конфигурацию спросите')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Организация' })).toHaveValue('ООО «Аптека на Заречной»');
  await expect(page.getByRole('combobox', { name: 'Конфигурация' })).toHaveValue('');
  expect(await asked(page, 'takeCandidate')).toEqual([]);
});

test('a minute on hold is said, on the screen and to a screen reader', async ({ page }) => {
  await open(page, 'talking-held');
  await expect(page.getByRole('status').filter({ hasText: 'ждёт уже 1 минуту' })).toBeVisible();
  await expect(page.getByText(/^На удержании/)).toBeVisible();
});

test('2.6: what users asked for urgently before the opening is decided first, confirmed or not', async ({ page }) => {
  await open(page, 'events-opening');
  const first = page.getByRole('region', { name: 'Сначала решите: просят срочно, не подтверждено' });
  await expect(first.getByRole('listitem')).toHaveCount(2);
  await first.getByRole('button', { name: 'Решить' }).first().click();
  await page.keyboard.type('программа работает');
  await first.getByRole('button', { name: 'Не подтверждать' }).click();
  await expect
    .poll(() => asked(page, 'confirmCriticality'))
    .toEqual([{ eventId: 'v3', reason: 'программа работает', confirmed: false }]);
});
