import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SavedSoFar } from '../../endurance/saved-so-far.ts';
import { lostOrTwice } from '../../endurance/lost-or-twice.ts';
import { JournalPage } from '../journal-page.ts';
import { Workplace } from '../workplace.ts';
import { expect, test } from './console-app.ts';

/** The full form of the kills is `npm run bench -- --only kills`. */
test('the journal exported to where the dialog says; window, then everything killed in a call: all that was called saved is there once', async ({
  launch,
}) => {
  test.setTimeout(180_000);
  const first = await launch();
  const { app, page, dataDir, log, killWindow, shown } = first;
  const consultant = new Workplace(page);
  await expect(consultant.phone('Телефон подключён')).toBeVisible({ timeout: 20_000 });

  const closed = await test.step('a consultation, closed', async () => {
    await consultant.button('Позвонить мне сейчас').click();
    await consultant.answer();
    const inquiry = await consultant.inquiry();
    await consultant.comment.fill('первый разговор');
    await expect(consultant.saved).toBeVisible();
    await consultant.button('Завершить').click();
    await consultant.closeAsNotHeld('Тишина');
    await expect(page.getByRole('region', { name: 'Сегодня' })).toBeVisible();
    return inquiry;
  });

  const file = join(dataDir, 'выгрузка.csv');
  await test.step('«Выгрузить» asks where to, under its name; the file is written there', async () => {
    // The system's dialog cannot be pressed from here: its answer is given instead of it.
    const suggested = app.evaluate(
      ({ session }, path) =>
        new Promise<string>((resolve) => {
          session.defaultSession.once('will-download', (_event, item) => {
            item.setSavePath(path);
            item.once('done', (_done, state) => resolve(`${state} ${item.getFilename()}`));
          });
        }),
      file,
    );
    await JournalPage.open(consultant);
    await consultant.button('Выгрузить').click();
    await page.getByRole('menuitem', { name: 'Таблица CSV' }).click();
    expect(await suggested).toMatch(/^completed line15-\d{4}-\d\d-\d\d\.csv$/);
    expect(readFileSync(file, 'utf8')).toContain(`${closed};`);
    await expect(page.getByText('Выгружено строк: 1')).toBeVisible();
  });

  await test.step('the dialog was cancelled: nothing is said; the folder is gone: why', async () => {
    await expect(page.getByText('Выгружено строк: 1')).toHaveCount(0);
    for (const how of ['cancelled', 'interrupted'] as const) {
      const ended = app.evaluate(
        ({ session }, { path, cancelled }) =>
          new Promise<string>((resolve) => {
            session.defaultSession.once('will-download', (_event, item) => {
              item.setSavePath(path);
              item.once('done', (_done, state) => resolve(state));
              if (cancelled) item.cancel();
            });
          }),
        { path: join(file, 'выгрузка.csv'), cancelled: how === 'cancelled' },
      );
      await consultant.button('Выгрузить').click();
      await page.getByRole('menuitem', { name: 'Таблица CSV' }).click();
      expect(await ended).toBe(how);
    }
    await expect(page.getByRole('region', { name: 'Сообщения' })).toHaveText(/^Файл не сохранён: папки больше нет/);
    await consultant.go('Рабочее место');
  });

  await consultant.button('Позвонить мне сейчас').click();
  await consultant.answer();
  const inquiry = await consultant.inquiry();
  await consultant.comment.fill('до гибели окна');
  await expect(consultant.saved).toBeVisible();
  await killWindow('console');
  await expect.poll(log).toContain('console-window-died');
  await expect.poll(shown, { timeout: 30_000 }).toMatch(/Идёт консультация[^]*до гибели окна/);

  await test.step('main is killed, and its service ends with it', async () => {
    const service = first.servicePid();
    const ended = new Promise((resolve) => app.process().once('exit', resolve));
    app.process().kill('SIGKILL');
    await ended;
    await expect.poll(() => isAlive(service), { timeout: 20_000 }).toBe(false);
    expect(lostOrTwice(join(dataDir, 'training'), new SavedSoFar(), false)).toEqual([]);
  });

  const again = await launch({ dataDir });
  const next = new Workplace(again.page);
  // Where the service outlived main for a moment it has ended the call; killed with it, the call is interrupted.
  await expect(next.comment).toHaveValue('до гибели окна', { timeout: 30_000 });
  expect(await next.inquiry()).toBe(inquiry);
  await next.closeAsNotHeld('Сорвался');
  const journal = await JournalPage.open(next);
  await expect(journal.rows).toHaveCount(2);
  await journal.search('первый разговор');
  await expect(journal.rows).toHaveCount(1);
});

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
