import { expect, test, type Page } from '@playwright/test';
import { Keyboard } from './keyboard.ts';
import { Workplace } from './workplace.ts';

/** What an administrator provisions for the day: a limit that the training line's fast clock passes in 16 seconds. */
export const SHORT_LIMIT = {
  limit: '04:00',
  warningBefore: '02:00',
  lastMinuteBefore: '01:00',
  noticeBefore: '00:30',
} as const;

/** A small day on the training line by keyboard alone, the same in a browser and in Electron, under SHORT_LIMIT. Its phone is registered. */
export async function keyboardDay(page: Page): Promise<void> {
  const consultant = new Workplace(page);
  const keyboard = await Keyboard.of(page);
  const idle = page.getByRole('region', { name: 'Сегодня' });
  const choice = (name: string) => page.getByRole('combobox', { name, exact: true });
  let inquiry = '';

  /** What it was about and what came of it, by digits; Ctrl+Enter closes. */
  const close = async () => {
    await keyboard.reach(choice('Тема'));
    await keyboard.press('3');
    await expect(choice('Тема')).toContainText('3.1.3');
    await keyboard.reach(choice('Результат'));
    await keyboard.press('1');
    await expect(choice('Результат')).toContainText('Вопрос решён');
    await expect(consultant.saved).toBeVisible();
    await keyboard.press('Control+Enter');
    await expect(idle).toBeVisible();
    await keyboard.focusIsSeen();
  };

  await test.step('the first start is read and put away; the next action has the focus', async () => {
    await keyboard.use(consultant.button('Понятно'));
    await expect(consultant.button('Понятно')).toHaveCount(0);
    await keyboard.focusIsSeen();
  });

  await test.step('«Начать смену» with the sound check: each answer has the focus when it is asked for', async () => {
    await keyboard.use(consultant.button('Начать смену'));
    const shift = page.getByRole('dialog', { name: 'Начать смену' });
    await keyboard.use(shift.getByRole('button', { name: 'Проверить звук' }));
    const heard = shift.getByRole('button', { name: 'Слышу', exact: true });
    for (const asked of ['Вы себя слышите?', 'Сейчас звучит сигнал вызова']) {
      await expect(shift).toContainText(asked);
      await expect(heard).toBeFocused();
      await keyboard.press('Enter');
    }
    await expect(shift.getByRole('button', { name: 'Начать смену' })).toBeFocused();
    await keyboard.press('Enter');
    await expect(shift).toHaveCount(0);
    await expect(consultant.text(/Смена с \d\d:\d\d/)).toBeVisible();
    await keyboard.focusIsSeen();
  });

  await test.step('not ready and ready again, and help that says what may be done', async () => {
    await keyboard.command('Не готов: Перерыв');
    await expect(consultant.state('Не готов · перерыв')).toBeVisible();
    await keyboard.use(consultant.button('Готов к звонкам'));
    await expect(consultant.state(/^Готов/)).toBeVisible();
    await keyboard.focusIsSeen();
    await keyboard.press('F1');
    const help = page.getByRole('dialog', { name: 'Что можно сделать сейчас' });
    await expect(help).toContainText('Вы готовы');
    await keyboard.press('Escape');
    await expect(help).toHaveCount(0);
    await keyboard.focusIsSeen();
  });

  await test.step('a call is answered by Enter; the caller is found by search and taken by Alt+1', async () => {
    await keyboard.command('Позвонить мне сейчас');
    await expect(consultant.button('Ответить')).toBeVisible();
    await keyboard.focusIsSeen();
    await keyboard.press('Enter');
    await expect(consultant.timer).toBeVisible();
    await expect(consultant.field('Поиск')).toBeFocused();
    inquiry = await consultant.inquiry();
    await keyboard.type('заречн нижний');
    await expect(page.getByRole('option').first()).toContainText('Аптека на Заречной');
    await keyboard.press('Alt+Digit1');
    await expect(consultant.comment).toBeFocused();
    await keyboard.type('Не открывается приходная накладная');
    await expect(consultant.saved).toBeVisible();
  });

  await test.step('hold and microphone, and nothing is lost of where one types', async () => {
    await keyboard.press('F6');
    await expect(consultant.button('Снять с удержания')).toBeVisible();
    await keyboard.press('F6', 'F7');
    await expect(consultant.button('Включить микрофон')).toBeVisible();
    await keyboard.press('F7');
    await expect(consultant.comment).toBeFocused();
  });

  await test.step('«Действия» by digits: one saying is taken, one is taken back by Ctrl+K', async () => {
    await keyboard.use(consultant.button('Действия'));
    await expect(page.getByRole('menuitem').first()).toBeFocused();
    await keyboard.press('1');
    const item = page.getByRole('combobox', { name: 'Что вне компетенции' });
    await expect(item).toBeFocused();
    await keyboard.press('4', 'Alt+Enter');
    await expect(consultant.saying).toHaveCount(0);
    await expect(consultant.comment).toBeFocused();
    const card = page.getByRole('complementary', { name: 'Кто звонит' });
    await expect(card).toContainText('Вне компетенции');
    await keyboard.command('Отменить: Записано: Вне компетенции');
    await expect(card).not.toContainText('Вне компетенции');
    await expect(consultant.comment).toBeFocused();

    await keyboard.command('Жалоба');
    await expect(consultant.saying).toContainText('п. 5.1');
    await keyboard.press('Alt+Enter');
    await expect(consultant.saying).toHaveCount(0);
    await expect(consultant.comment).toBeFocused();
  });

  await test.step('an event is booked by F8', async () => {
    await keyboard.press('F8');
    const form = page.getByRole('dialog', { name: 'Записать событие' });
    await expect(form).toBeVisible();
    await keyboard.focusIsSeen();
    await expect(form.getByRole('status')).toContainText('до');
    await keyboard.press('Control+Enter');
    await expect(form).toHaveCount(0);
    await expect(consultant.comment).toBeFocused();
  });

  await test.step('Shift+F2 ends, digits say what it was, Ctrl+Enter closes', async () => {
    await keyboard.press('Shift+F2');
    await expect(consultant.button('Закрыть консультацию')).toBeVisible();
    await keyboard.focusIsSeen();
    await close();
  });

  await test.step('F9 takes the event, and dials it', async () => {
    await keyboard.press('F9');
    await expect(page.getByRole('main').getByRole('button', { name: /^Позвонить: / })).toBeVisible();
    await keyboard.focusIsSeen();
    await keyboard.press('F9');
    await keyboard.use(consultant.button('Пользователь у телефона'));
    await expect(consultant.timer).toBeVisible();
    await keyboard.focusIsSeen();
    await keyboard.press('Shift+F2');
    await expect(consultant.button('Закрыть консультацию')).toBeVisible();
    await keyboard.focusIsSeen();
    await close();
  });

  await test.step('the limit: signal and farewell on the fast clock, then «Записать событие» is the next action', async () => {
    await keyboard.use(consultant.button('Готов к звонкам'));
    await expect(consultant.state(/^Готов/)).toBeVisible();
    await keyboard.command('Позвонить мне сейчас');
    await expect(consultant.button('Ответить')).toBeVisible();
    await keyboard.press('Enter');
    await expect(consultant.timer).toBeVisible();
    const fast = page.getByRole('switch', { name: 'Быстрые часы' });
    await keyboard.reach(fast);
    await keyboard.press('Space');
    await expect(fast).toBeChecked();
    await expect(consultant.stage('Время истекло')).toBeVisible({ timeout: 60_000 });
    await expect(consultant.button('Новая консультация')).toBeVisible();
    await keyboard.use(page.getByRole('main').getByRole('button', { name: 'Записать событие' }));
    const form = page.getByRole('dialog', { name: 'Записать событие' });
    await expect(form.getByRole('status')).toContainText('до');
    await keyboard.press('Control+Enter');
    await expect(form).toHaveCount(0);
    await keyboard.use(consultant.button('Не смог назвать'));
    await close();
  });

  await test.step('the journal finds the first consultation; «Продолжение» links the last to it; the export is at hand', async () => {
    await keyboard.command('Журнал');
    const search = page.getByRole('searchbox', { name: 'Поиск по журналу' });
    await expect(page.getByRole('button', { name: /^Открыть обращение / })).toHaveCount(3);
    await keyboard.use(page.getByRole('button', { name: /^Открыть обращение / }).first());
    const story = page.getByRole('complementary', { name: 'Вся история обращения' });
    await expect(story).toContainText('Пользователь услышал предупреждение');
    await keyboard.use(consultant.button('Продолжение'));
    await keyboard.type(inquiry);
    await keyboard.press('Enter');
    await expect(story).toContainText(`Продолжение обращения ${inquiry}`);
    await keyboard.focusIsSeen();
    await keyboard.reach(consultant.button('Выгрузить'), 'Shift+Tab');
    await keyboard.press('Enter');
    await expect(page.getByRole('menuitem').first()).toBeFocused();
    // The list takes keys a moment after it is shown.
    await expect(async () => {
      await keyboard.press('ArrowDown');
      await expect(page.locator('[role="menuitem"]:focus')).toHaveCount(1, { timeout: 1_000 });
    }).toPass({ timeout: 20_000 });
    await keyboard.press('Escape');
    await expect(consultant.button('Выгрузить')).toBeFocused();
    await keyboard.reach(search, 'Shift+Tab');
    await keyboard.type('накладная');
    await expect(page.getByRole('row').getByRole('button', { name: /^Открыть обращение / })).toHaveCount(1);
  });

  await test.step('«Настройки», down to the keys', async () => {
    await keyboard.command('Настройки');
    await keyboard.reach(page.getByRole('button', { name: 'Изменить клавишу: Ответить' }));
    await keyboard.command('Рабочее место');
    await expect(idle).toBeVisible();
    await keyboard.focusIsSeen();
  });

  await test.step('«Закончить смену»: an event of one’s own goes back to the queue; nobody is held', async () => {
    await keyboard.press('F9');
    await expect(consultant.state('Не готов · работа с событиями')).toBeVisible();
    await keyboard.use(consultant.button('Закончить смену'));
    const shift = page.getByRole('dialog', { name: 'Закончить смену' });
    await keyboard.use(shift.getByRole('button', { name: 'Вернуть всё в очередь' }));
    await expect(shift.getByRole('region', { name: 'Ваши события' })).toContainText('нет');
    await keyboard.use(shift.getByRole('button', { name: 'Закончить смену' }));
    await expect(consultant.text(/Смена закончена в \d\d:\d\d/)).toBeVisible();
    await keyboard.focusIsSeen();
  });
  await keyboard.mouseIsUnused();
}
