import { expect, test, type Page } from '@playwright/test';
import { Keyboard } from './keyboard.ts';
import { Workplace } from './workplace.ts';

/** A small day on the training line by keyboard alone, the same in a browser and in Electron. Its phone is registered. */
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

  await test.step('not ready and ready again, fast clock, and help that says what may be done', async () => {
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

  await test.step('the journal finds the first consultation; «Продолжение» links the second to it; the export is at hand', async () => {
    await keyboard.command('Журнал');
    const search = page.getByRole('searchbox', { name: 'Поиск по журналу' });
    await expect(page.getByRole('button', { name: /^Открыть обращение / })).toHaveCount(2);
    await keyboard.use(page.getByRole('button', { name: /^Открыть обращение / }).first());
    await keyboard.use(consultant.button('Продолжение'));
    await keyboard.type(inquiry);
    await keyboard.press('Enter');
    const story = page.getByRole('complementary', { name: 'Вся история обращения' });
    await expect(story).toContainText(`Продолжение обращения ${inquiry}`);
    await keyboard.focusIsSeen();
    await keyboard.reach(consultant.button('Выгрузить'), 'Shift+Tab');
    await keyboard.press('Enter');
    await expect(page.getByRole('menuitem').first()).toBeVisible();
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
  await keyboard.mouseIsUnused();
}
