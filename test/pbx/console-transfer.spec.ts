import { mergeTests } from '@playwright/test';
import { test as withConsole } from '../e2e/console-fixture.ts';
import { JournalPage } from '../e2e/journal-page.ts';
import type { Workplace } from '../e2e/workplace.ts';
import type { Asterisk } from './asterisk.ts';
import { expect, test as onExchange } from './fixture.ts';
import { PhonePage, phoneConfig } from './phone-page.ts';

const ANNA = { number: '+73432224455', name: 'Иванова Анна' };
const LIMITS = { limit: '1:00', warningBefore: '0:30', lastMinuteBefore: '0:20', noticeBefore: '0:10' };

/** The real console of 101 on the real exchange, and the telephone of a colleague, 102, whom the administrator's file names. */
const test = mergeTests(onExchange, withConsole).extend<{ boris: PhonePage }>({
  provisioned: async ({ pbx }, use) => {
    await use({
      sip: { server: pbx.wsUrl, number: '101', password: 'secret-101', domain: '127.0.0.1' },
      limits: LIMITS,
      colleagues: [{ name: 'Орлов Борис', number: '102' }],
    });
  },
  boris: async ({ browser, pbx }, use) => {
    const page = await browser.newPage();
    const phone = await PhonePage.open(page);
    await phone.start(phoneConfig(pbx.wsUrl, '102'));
    await phone.registered();
    // The queue rings the consultant alone.
    await pbx.cli('queue pause member PJSIP/102 queue line');
    await use(phone);
    await pbx.cli('queue unpause member PJSIP/102 queue line');
    await phone.close();
  },
});

async function talking(consultant: Workplace, pbx: Asterisk) {
  const call = await pbx.call(ANNA);
  await consultant.answer();
  await consultant.action('Перевести');
  await consultant.button('Выбрать: Орлов Борис, 102').click();
  return call;
}

const panel = (consultant: Workplace) => consultant.page.getByRole('dialog', { name: 'Перевести' });

test('asked first: swapped, talked of three, connected; wrap-up, and the journal says to whom', async ({
  consultant,
  pbx,
  boris,
}) => {
  const call = await talking(consultant, pbx);
  const inquiry = await consultant.inquiry();
  await consultant.comment.fill('не открывается касса');
  await consultant.button('Сначала поговорить').click();
  await expect(panel(consultant).getByText('Звоним коллеге')).toBeVisible();
  const { callId, carried } = await boris.fact('ringing');
  expect(carried?.elapsedMs).toBeGreaterThan(0);
  await boris.order({ kind: 'answer', callId });
  await expect(panel(consultant).getByText('Говорите с коллегой')).toBeVisible();
  await expect(consultant.timer, 'the clock goes on, uncovered').toBeVisible();
  await expect(consultant.text('На удержании')).toBeVisible();
  await boris.soundFlows();

  await consultant.button('Переключиться').click();
  await expect(panel(consultant).getByText('Говорите с пользователем')).toBeVisible();
  await expect(consultant.button('На удержание')).toBeVisible();
  await consultant.button('Конференция').click();
  await expect(panel(consultant).getByText('Разговор втроём')).toBeVisible();

  await consultant.button('Соединить').click();
  await expect(consultant.text(/Пользователь переведён коллеге/)).toBeVisible();
  await expect(panel(consultant)).toBeHidden();
  await boris.soundFlows();
  await call.hangUp();
  expect((await boris.fact('ended')).cause).toBe('remote');

  await expect(consultant.comment).toHaveValue('не открывается касса');
  await consultant.button('Отказался назвать данные').click();
  await consultant.closeAs('Ошибки и восстановление', 'Передано в разработку');
  const journal = await JournalPage.open(consultant);
  await journal.search('касса');
  const story = await journal.story(inquiry);
  await expect(journal.fact(story, 'Чем закончился')).toHaveText('Переведён коллеге');
  await expect(story.getByRole('listitem').filter({ hasText: 'Переведён коллеге' }).first()).toContainText(
    'Орлов Борис, 102',
  );
});

test('transferred at once, and the colleague declines: the user is back in the same consultation, whose time has run on', async ({
  consultant,
  pbx,
  boris,
}) => {
  const call = await talking(consultant, pbx);
  const inquiry = await consultant.inquiry();
  await consultant.button('Перевести сразу').click();
  const { callId } = await boris.fact('ringing');
  await expect(panel(consultant).getByText('Переводим')).toBeVisible();
  const before = await consultant.secondsLeft();
  await boris.order({ kind: 'decline', callId, sipCode: 486 });
  await expect(panel(consultant)).toBeHidden();
  await expect(consultant.button('Выключить микрофон')).toBeVisible();
  expect(await consultant.inquiry()).toBe(inquiry);
  expect(await consultant.secondsLeft()).toBeLessThanOrEqual(before);
  await consultant.button('Завершить').click();
  await call.ended();
});

test('a colleague who declines when asked: said, and the user is off hold; the user who hangs up leaves us with the colleague', async ({
  consultant,
  pbx,
  boris,
}) => {
  const call = await talking(consultant, pbx);
  await consultant.button('Сначала поговорить').click();
  const first = await boris.fact('ringing');
  await boris.order({ kind: 'decline', callId: first.callId, sipCode: 486 });
  await expect(panel(consultant).getByText('Орлов Борис: занято')).toBeVisible();
  await expect(consultant.button('На удержание')).toBeVisible();

  await consultant.button('Выбрать: Орлов Борис, 102').click();
  await consultant.button('Сначала поговорить').click();
  const second = await boris.fact('ringing', 2);
  await boris.order({ kind: 'answer', callId: second.callId });
  await expect(panel(consultant).getByText('Говорите с коллегой')).toBeVisible();
  await call.hangUp();
  await expect(panel(consultant).getByText('Пользователь больше не на линии')).toBeVisible();
  await boris.soundFlows();
  await consultant.button('Завершить разговор с коллегой').click();
  await expect(panel(consultant)).toBeHidden();
  expect((await boris.fact('ended', 2)).cause).toBe('remote');
});
