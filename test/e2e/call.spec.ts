import { expect, test } from './console-fixture.ts';
import { EventsPage } from './events-page.ts';
import { JournalPage } from './journal-page.ts';

test('from the ring to the journal: who it is, what was said, what came of it', async ({ consultant }) => {
  await expect(consultant.state('Готов')).toBeVisible();
  await consultant.button('Позвонить мне сейчас').click();
  await expect(consultant.text('Входящий звонок')).toBeVisible();
  await consultant.answer();
  await expect(consultant.state('Говорит')).toBeVisible();
  await expect(consultant.timer).toHaveText(/^14:5\d$/);
  const inquiry = await consultant.inquiry();

  await test.step('the card: search, candidate, verdict with its clause', async () => {
    await expect(consultant.field('Поиск')).toBeFocused();
    await consultant.identify('заречн нижний', 'ООО «Аптека на Заречной»');
    await expect(consultant.field('Организация')).toHaveValue('ООО «Аптека на Заречной»');
    await expect(consultant.field('Регистрационный номер')).toHaveValue(/^8\d{6}$/);
    await expect(consultant.page.getByText('Консультация по телефону положена')).toBeVisible();
    await expect(consultant.page.getByText(/ПРОФ до \S+ · пп?\. /)).toBeVisible();
  });

  await test.step('what is typed is saved as typed', async () => {
    await consultant.comment.fill('не открывается форма остатков');
    await expect(consultant.saved).toBeVisible();
  });

  await test.step('wrap-up says what is missing, and closes when nothing is', async () => {
    await consultant.button('Завершить').click();
    await expect(consultant.state('Оформление')).toBeVisible();
    await expect(consultant.text('Не хватает: тема, результат')).toBeVisible();
    await consultant.closeAs('Ошибки и восстановление', 'Вопрос решён');
    await expect(consultant.state('Готов')).toBeVisible();
  });

  const journal = await JournalPage.open(consultant);
  for (const words of ['остатк', inquiry, 'заречной']) {
    await journal.search(words);
    await expect(journal.rows, `found by «${words}»`).toHaveCount(1);
    await expect(journal.rows).toContainText(['Вопрос решён']);
  }
  await journal.search('накладная');
  await expect(consultant.page.getByText('Ничего не нашлось')).toBeVisible();
  await journal.search('');
  const story = await journal.story(inquiry);
  await expect(journal.fact(story, 'Чем закончился')).toHaveText('Завершил консультант');
  await expect(story).toContainText('не открывается форма остатков');
  await expect(story.getByRole('listitem')).toContainText(['Звонок поступил', 'Ответ', 'Разговор окончен']);
});

test('a second call does not disturb the first: one action makes it an event', async ({ consultant }) => {
  await consultant.button('Позвонить мне сейчас').click();
  await consultant.answer();
  await consultant.button('Второй звонок').click();
  await consultant.comment.fill('первый');
  await expect(consultant.secondCall).toBeVisible();
  const number = (await consultant.secondCall.innerText()).match(/\+7[\d -]+\d/)?.[0] ?? '';
  await expect(consultant.comment, 'the focus stays where one types').toBeFocused();
  await consultant.secondCall.getByRole('button', { name: 'В событие' }).click();
  await expect(consultant.secondCall).toBeHidden();
  await expect(consultant.timer).toBeVisible();

  const events = await EventsPage.open(consultant);
  await expect(events.row(number)).toContainText('до 23:59');
  await consultant.go('Рабочее место');
  await expect(consultant.comment).toHaveValue('первый');
  await consultant.button('Завершить').click();
  await consultant.closeAsNotHeld('Сорвался');
});

test('a declined call leaves no consultation', async ({ consultant }) => {
  await consultant.button('Позвонить мне сейчас').click();
  await consultant.button('Отклонить').click();
  await expect(consultant.text('вызов отклонён')).toBeVisible();
  await expect(consultant.state('Готов')).toBeVisible();
  await JournalPage.open(consultant);
  await expect(consultant.text('Консультаций ещё не было')).toBeVisible();
});

test('hold and microphone are shown as they are', async ({ consultant }) => {
  await consultant.button('Позвонить мне сейчас').click();
  await consultant.answer();
  await consultant.button('На удержание').click();
  await expect(consultant.button('Снять с удержания')).toBeVisible();
  await expect(consultant.text('На удержании')).toBeVisible();
  await expect.poll(() => consultant.secondsLeft(), 'the clock runs through hold').toBeLessThan(14 * 60 + 58);
  await consultant.button('Снять с удержания').click();
  await consultant.button('Выключить микрофон').click();
  await expect(consultant.text('Микрофон выключен: вас не слышно')).toBeVisible();
  await consultant.button('Включить микрофон').click();
  await expect(consultant.button('Выключить микрофон')).toBeVisible();
  await consultant.button('Завершить').click();
});
