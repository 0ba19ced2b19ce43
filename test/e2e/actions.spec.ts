import { expect, test } from './console-fixture.ts';
import { JournalPage } from './journal-page.ts';

/** A known caller, and everything said to them under a clause, on the training line. */
test('a known caller: a complete card in five key presses, what was said sets the outcome and stays in the story', async ({
  consultant,
}) => {
  test.setTimeout(120_000);
  const { page } = consultant;
  await consultant.button('Позвонить мне сейчас').click();
  await expect(consultant.button('Ответить')).toBeVisible();
  await page.keyboard.press('F2');
  await expect(consultant.timer).toBeVisible();
  await expect(page.getByRole('group', { name: 'Кто это может быть' })).toBeVisible();

  let presses = 0;
  const press = async (key: string) => {
    presses += 1;
    await page.keyboard.press(key);
  };
  await press('Alt+Digit1');
  await expect(consultant.field('Регистрационный номер')).not.toHaveValue('');
  await expect(consultant.field('Организация')).not.toHaveValue('');
  await expect(page.getByRole('combobox', { name: 'Конфигурация' })).not.toHaveValue('');
  expect(presses, 'three facts are one press').toBe(1);
  await expect(consultant.comment).toBeFocused();
  await press('Control+Enter');
  await expect(page.getByRole('combobox', { name: 'Тема' })).toBeFocused();
  await press('Digit4');
  await expect(page.getByRole('combobox', { name: 'Результат' })).toBeFocused();
  await press('Digit1');
  await expect(page.getByRole('combobox', { name: 'Результат' })).toHaveText('Вопрос решён');
  expect(presses, 'after the answer').toBeLessThanOrEqual(5);
  await consultant.comment.click();
  await expect(consultant.button('Развернуть карточку')).toBeVisible();

  await consultant.action('Вне компетенции');
  await page.getByRole('combobox', { name: 'Что вне компетенции' }).press('4');
  await expect(consultant.saying).toContainText('п. 3.2');
  await consultant.saying.getByRole('button', { name: 'Сказано' }).click();
  await expect(consultant.button('Развернуть карточку')).toContainText('Вне компетенции');
  await expect(consultant.comment, 'and one types on').toBeFocused();
  await consultant.action('Запросить сведения');
  await consultant.field('Какие сведения запрошены').fill('версию платформы');
  await page.keyboard.press('Alt+Enter');
  await consultant.button('Отменить').click();
  await expect(consultant.button('Развернуть карточку'), 'what followed is taken back').toContainText(
    'Вне компетенции',
  );

  await consultant.action('Удалённое подключение');
  await consultant.field('Адрес, который назвал пользователь').fill('123 456 789');
  await page.keyboard.press('Alt+Enter');
  await expect(consultant.saying).toBeHidden();

  await consultant.action('Предупредить о недопустимых выражениях');
  await consultant.saying.getByRole('button', { name: 'Предупреждён' }).click();
  await consultant.action('Прекратить: недопустимые выражения');
  await expect(consultant.saying).toContainText('Прекращено: недопустимые выражения');
  await consultant.saying.getByRole('button', { name: 'Сказано' }).click();

  const inquiry = await consultant.inquiry();
  await consultant.button('Завершить').click();
  await expect(consultant.button('Закрыть консультацию')).toBeVisible();
  await expect(consultant.button('Развернуть карточку')).toContainText('Прекращено');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('region', { name: 'Сегодня' })).toBeVisible();
  await consultant.button('Отменить').click();
  await expect(consultant.button('Закрыть консультацию'), 'closed by mistake, it is here again').toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('region', { name: 'Сегодня' })).toBeVisible();
  const journal = await JournalPage.open(consultant);
  const story = await journal.story(inquiry);
  await expect(story.getByRole('listitem')).toContainText([
    'Сказано пользователю: Вне компетенции: пояснение общих вопросов программирования',
    'Отменено, пользователю не сказано: Запросить сведения: версию платформы',
    'Сказано пользователю: Удалённое подключение: AnyDesk 123 456 789',
    'Сказано пользователю: Предупредить о недопустимых выражениях',
    'Сказано пользователю: Прекратить: недопустимые выражения',
    'Закрытие отменено',
  ]);
});

test.describe('on a console nobody has provisioned', () => {
  test.use({ provisioned: null });

  test('the words are this workstation’s own to change, and a mistake is refused', async ({ consultant }) => {
    const { page } = consultant;
    await consultant.go('Настройки');
    const section = page.getByRole('region', { name: 'Слова для пользователя' });
    await section.getByRole('combobox', { name: 'Какие слова' }).selectOption({ label: 'Жалоба' });
    await section.getByRole('textbox', { name: 'Пункт регламента' }).fill('пятый');
    await section.getByRole('button', { name: 'Сохранить слова' }).click();
    await expect(section.getByRole('alert')).toContainText('неверный пункт');
    await section.getByRole('textbox', { name: 'Пункт регламента' }).fill('');
    await section.getByRole('textbox', { name: 'Слова по-русски' }).fill('Напишите нам на почту качества.');
    await section.getByRole('button', { name: 'Сохранить слова' }).click();
    await expect(section.getByRole('button', { name: 'Вернуть слова программы' })).toBeVisible();
    await consultant.go('Рабочее место');
    await consultant.button('Позвонить мне сейчас').click();
    await consultant.answer();
    await consultant.action('Жалоба');
    await expect(consultant.saying).toContainText('Напишите нам на почту качества.');
    await consultant.button('Завершить').click();
  });
});
