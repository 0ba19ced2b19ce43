import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { readSheet } from 'read-excel-file/node';
import { z } from 'zod';
import { expect, test } from './console-fixture.ts';
import { JournalPage } from './journal-page.ts';

test.use({ provisioned: { data: { exportColumns: ['inquiry', 'date', 'number', 'organisation', 'outcome'] } } });

/** As Excel in Russia takes it: by the mark at its beginning it is UTF-8, and semicolons separate. */
function fromCsv(bytes: Buffer): string[][] {
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  return z.array(z.array(z.string())).parse(parse(bytes, { bom: true, delimiter: ';' }));
}

test('what was before: missed, called back, «История», «Продолжение», the journal by number and filter', async ({
  consultant,
}) => {
  test.setTimeout(180_000);
  const { page } = consultant;
  const nav = page.getByRole('navigation', { name: 'Разделы' });
  const missed = page.getByRole('table', { name: 'Пропущенные звонки' }).getByRole('row');

  const first = await test.step('a first consultation, closed', async () => {
    await consultant.button('Позвонить мне сейчас').click();
    await consultant.answer();
    const inquiry = await consultant.inquiry();
    await consultant.button('История').click();
    await page.keyboard.press('Control+f');
    await expect(consultant.field('Поиск'), 'the card comes forward for its search').toBeFocused();
    await consultant.identify('заречн нижний', 'ООО «Аптека на Заречной»');
    await consultant.comment.fill('касса не печатает чек');
    await consultant.button('Завершить').click();
    await consultant.closeAs('Ошибки и восстановление', 'Консультация дана, пользователь проверит');
    return inquiry;
  });

  await test.step('a declined caller waits in «Пропущенные», is put aside, and comes back', async () => {
    await consultant.button('Позвонить мне сейчас').click();
    await consultant.button('Отклонить').click();
    await expect(nav.getByRole('button', { name: 'Пропущенные' })).toContainText('1 пропущенный');
    await nav.getByRole('button', { name: 'Пропущенные' }).click();
    await expect(missed.filter({ hasText: 'Отклонён' })).toHaveCount(1);
    await consultant.button('Не требуется').click();
    await expect(page.getByText('Пропущенных нет')).toBeVisible();
    await consultant.button('Вернуть').click();
    await expect(missed.filter({ hasText: 'Отклонён' })).toHaveCount(1);
  });

  await test.step('called back, he is missed no longer', async () => {
    await consultant.button('Перезвонить').click();
    await consultant.button('Пользователь у телефона').click();
    await expect(consultant.timer).toBeVisible();
    await expect(nav.getByRole('button', { name: 'Пропущенные' })).not.toContainText('пропущенный');
  });

  const second =
    await test.step('«История» knows the organisation; its story stands beside the call; linked', async () => {
      const inquiry = await consultant.inquiry();
      await consultant.identify('заречн нижний', 'ООО «Аптека на Заречной»');
      await page.getByRole('button', { name: /^История/ }).click();
      await page.getByRole('button', { name: `Открыть обращение ${first}` }).click();
      const story = page.getByRole('region', { name: 'Вся история обращения' });
      await expect(story.getByText('касса не печатает чек')).toBeVisible();
      await expect(consultant.timer).toBeVisible();
      await expect(consultant.comment).toBeVisible();
      await consultant.button('Продолжить это обращение').click();
      await expect(story.getByRole('button', { name: `Открыть обращение ${inquiry}` })).toBeVisible();
      await page.getByRole('button', { name: 'Карточка', exact: true }).click();
      await consultant.button('Завершить').click();
      await consultant.closeAs('Ошибки и восстановление', 'Вопрос решён');
      return inquiry;
    });

  await test.step('the journal by outcome and day, with the day’s figures', async () => {
    const journal = await JournalPage.open(consultant);
    await expect(journal.rows).toHaveCount(2);
    await consultant.choose('Результат', 'Вопрос решён');
    await expect(journal.rows).toHaveCount(1);
    await consultant.button('Сбросить отбор').click();
    await consultant.button('Сегодня').click();
    await expect(page.getByText('2 консультации · в среднем')).toBeVisible();
    await expect(consultant.button('Сегодня')).toHaveAttribute('aria-pressed', 'true');
  });

  await test.step('a day is typed as the console’s language writes it, whatever the browser’s; a wrong one is said', async () => {
    const from = consultant.field('С дня');
    await expect(from).toHaveValue(/^\d\d\.\d\d\.\d{4}$/);
    await from.fill('31.02.2026');
    await from.press('Enter');
    await expect(page.getByText('Это не дата: нужно дд.мм.гггг')).toBeVisible();
    await expect(from).toHaveValue('31.02.2026');
    await from.fill('1.1.26');
    await from.press('Enter');
    await expect(from).toHaveValue('01.01.2026');
    await from.press('ArrowUp');
    await expect(from).toHaveValue('02.01.2026');
    await expect(page.getByText('Это не дата: нужно дд.мм.гггг')).toHaveCount(0);
  });

  await test.step('exported: what is shown, in the columns the settings allow, as Excel reads it', async () => {
    for (const [item, name] of [
      ['Таблица CSV', /^line15-\d{4}-\d\d-\d\d\.csv$/],
      ['Книга Excel (XLSX)', /^line15-\d{4}-\d\d-\d\d\.xlsx$/],
    ] as const) {
      await consultant.button('Выгрузить').click();
      const downloaded = page.waitForEvent('download');
      await page.getByRole('menuitem', { name: item }).click();
      const download = await downloaded;
      expect(download.suggestedFilename()).toMatch(name);
      const bytes = readFileSync(await download.path());
      const rows = item.includes('CSV') ? fromCsv(bytes) : await readSheet(bytes);
      expect(rows[0]).toEqual(['Обращение', 'Дата (мск)', 'Телефон', 'Организация', 'Результат']);
      expect(rows.slice(1).map((row) => row[0])).toEqual([second, first]);
      expect(rows[1]?.[3]).toBe('ООО «Аптека на Заречной»');
      expect(rows[1]?.[4]).toBe('Вопрос решён');
    }
  });

  await test.step('the journal by number: a misheard one, the chain from both ends', async () => {
    const journal = await JournalPage.open(consultant);
    // The next running number has another check letter: this one fits none of its digits.
    await journal.search(`${second.slice(0, 1)}${first.slice(1)}`.replace(/\d$/, '9'));
    await expect(page.getByText('Номер обращения не сходится')).toBeVisible();
    await journal.search(first);
    const story = await journal.story(first);
    await expect(story.getByRole('region', { name: 'Продолжение' })).toContainText(second);
    await expect(story.getByText('Продолжено обращением')).toBeVisible();
    await story.getByRole('button', { name: `Открыть обращение ${second}` }).click();
    await expect(story.getByRole('heading', { name: `Обращение ${second}` })).toBeVisible();
    await expect(story.getByText(`Продолжение обращения ${first}`)).toBeVisible();
  });
});
