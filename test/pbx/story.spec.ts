import { mergeTests } from '@playwright/test';
import { test as withConsole } from '../e2e/console-fixture.ts';
import { EventsPage } from '../e2e/events-page.ts';
import { JournalPage } from '../e2e/journal-page.ts';
import { Workplace } from '../e2e/workplace.ts';
import type { Asterisk } from './asterisk.ts';
import { test as onExchange } from './fixture.ts';
import { byeAtExchange, expect } from './phone-fixture.ts';
import { soundFlows, witness } from './witnessed.ts';

const LIMIT_MS = 20_000;
const LIMITS = { limit: '0:20', warningBefore: '0:12', lastMinuteBefore: '0:08', noticeBefore: '0:05' };
const ANNA = { number: '+73432224455', name: 'Иванова Анна' };

/** The real console on an administrator's file, its phone on the real exchange. */
const test = mergeTests(onExchange, withConsole).extend<{ password: string }>({
  password: ['secret-101', { option: true }],
  provisioned: async ({ pbx, password }, use) => {
    await pbx.cli('pjsip set history clear');
    await pbx.cli('pjsip set history on');
    await use({ sip: { server: pbx.wsUrl, number: '101', password, domain: '127.0.0.1' }, limits: LIMITS });
  },
  context: async ({ context }, use) => {
    await witness(context);
    await use(context);
  },
});

test('a queue call: sound both ways, hold, digits, microphone, cut at the limit, and a journal that tells the truth', async ({
  consultant,
  pbx,
}) => {
  expect(await pbx.isRegistered('101')).toBe(true);
  const call = await pbx.call(ANNA);
  await expect(consultant.text('+7 343 222-44-55')).toBeVisible();
  await consultant.answer();
  await expect(consultant.text(ANNA.name)).toBeVisible();
  const inquiry = await consultant.inquiry();
  await consultant.comment.fill('кассир не видит скидку');
  await soundFlows(consultant.page);

  await test.step('held and taken back', async () => {
    await consultant.button('На удержание').click();
    await expect(consultant.text('На удержании')).toBeVisible();
    expect(await atExchange(pbx, 'Hold')).toBe(1);
    await consultant.button('Снять с удержания').click();
    await expect(consultant.button('На удержание')).toBeVisible();
    expect(await atExchange(pbx, 'Unhold')).toBe(1);
    await soundFlows(consultant.page);
  });

  await test.step('digits are heard by the exchange', async () => {
    const before = pbx.digitsFrom('101');
    await consultant.button('Клавиатура').click();
    for (const key of ['Цифра 4', 'Цифра 2', 'Решётка']) await consultant.button(key).click();
    await expect(consultant.page.getByText('Отправлено: 42#')).toBeVisible();
    await expect.poll(() => pbx.digitsFrom('101').slice(before.length)).toBe('42#');
    await consultant.page.keyboard.press('Escape');
  });

  await test.step('microphone off and on', async () => {
    await consultant.button('Выключить микрофон').click();
    await expect(consultant.text('Микрофон выключен: вас не слышно')).toBeVisible();
    await consultant.button('Включить микрофон').click();
    await expect(consultant.button('Выключить микрофон')).toBeVisible();
  });

  await test.step('cut at the limit, by a BYE that says why', async () => {
    await call.ended(LIMIT_MS + 5_000);
    await expect(consultant.stage('Время истекло')).toBeVisible();
    expect(Math.abs(agentTalkedMs(pbx) - LIMIT_MS), 'ms off the limit, as the exchange saw it').toBeLessThan(1_000);
    expect(await byeAtExchange(pbx, 'Consultation limit')).toContain(
      'Reason: Q.850;cause=16;text="Consultation limit"',
    );
  });

  await consultant.button('Отказался назвать данные').click();
  await consultant.closeAs('Ошибки и восстановление', 'Консультация дана, пользователь проверит');
  const journal = await JournalPage.open(consultant);
  await journal.search('скидку');
  await expect(journal.rows).toHaveCount(1);
  const story = await journal.story(inquiry);
  await expect(journal.fact(story, 'Чем закончился')).toHaveText('По пределу');
  await expect(journal.fact(story, 'Предел')).toHaveText('0:20');
  await expect(journal.fact(story, 'Разговор')).toHaveText(/^0:(19|20), из них на удержании 0:0\d$/);
  await expect(story.getByRole('listitem')).toContainText([
    'Звонок поступил',
    'Ответ',
    'На удержании',
    'Снят с удержания',
    'Набраны цифры',
    'Пользователь услышал предупреждение',
    'Пользователь услышал прощание',
    'Разговор окончен',
    'Карточка закрыта',
  ]);
});

test.describe('with a wrong password', () => {
  test.use({ password: 'wrong' });

  test('the phone says so in plain words', async ({ page, served, pbx }) => {
    const consultant = new Workplace(page);
    await page.goto(served.link);
    await expect(consultant.phone('Телефон не подключён: неверный пароль')).toBeVisible();
    await expect(consultant.phone('Проверьте номер и пароль')).toBeVisible();
    expect(await pbx.isRegistered('101')).toBe(false);
  });
});

test('the caller hangs up: while it rings, and in the conversation', async ({ consultant, pbx }) => {
  const missed = await pbx.call(ANNA);
  await expect(consultant.button('Ответить')).toBeVisible();
  await missed.hangUp();
  await expect(consultant.button('Ответить')).toBeHidden();
  await expect(consultant.text('вызов отменён')).toBeVisible();

  const call = await pbx.call(ANNA);
  await consultant.answer();
  await soundFlows(consultant.page);
  await call.hangUp();
  await expect(consultant.text(/Разговор завершил пользователь/)).toBeVisible();
  await consultant.closeAsNotHeld('Сорвался');
  const journal = await JournalPage.open(consultant);
  await expect(journal.rows).toHaveCount(1);
  await expect(journal.rows).toContainText(['Завершил пользователь']);
});

test('declined: the exchange hears 486 and the queue goes on', async ({ consultant, pbx }) => {
  const call = await pbx.call(ANNA);
  await consultant.button('Отклонить').click();
  await expect(consultant.button('Ответить')).toBeHidden();
  expect(await responses(pbx)).toContain('486');
  await call.hangUp();
  await call.ended();
});

test('declined to an event: the caller is in the list with the due time', async ({ consultant, pbx }) => {
  const call = await pbx.call(ANNA);
  await consultant.button('В событие').click();
  await call.hangUp();
  const events = await EventsPage.open(consultant);
  await expect(events.row('+7 343 222-44-55')).toContainText(ANNA.name);
  await expect(events.row('+7 343 222-44-55')).toContainText('до 23:59');
});

test('not ready: the call never rings here, the exchange hears 480', async ({ consultant, pbx }) => {
  await consultant.state('Готов').click();
  await consultant.page.getByRole('menuitem', { name: 'Обед' }).click();
  await expect(consultant.state('Не готов · обед')).toBeVisible();
  const call = await pbx.call(ANNA);
  await expect.poll(() => responses(pbx)).toContain('480');
  await expect(consultant.button('Ответить')).toBeHidden();
  await call.hangUp();
  await call.ended();
});

test('dialled: the clock starts when the user is at the phone', async ({ consultant, pbx }) => {
  await consultant.field('Набрать номер').fill('8 343 222-44-55');
  await expect(consultant.text('Наберём +7 343 222-44-55')).toBeVisible();
  await consultant.button('Позвонить').click();
  await expect(consultant.text('Ответили: пользователь ещё не у телефона')).toBeVisible();
  await expect(consultant.timer).toBeHidden();
  await consultant.button('Пользователь у телефона').click();
  await expect(consultant.timer).toHaveText(/^00:(20|1\d)$/);
  await soundFlows(consultant.page);
  await consultant.button('Завершить').click();
  await expect.poll(() => pbx.channels()).toEqual([]);
});

/** How often the exchange has seen something of the agent's last channel. */
async function atExchange(pbx: Asterisk, name: 'Hold' | 'Unhold'): Promise<number> {
  const { Channel: last } = agentEvents(pbx).at(-1) ?? {};
  const seen = () => agentEvents(pbx).filter(({ Event, Channel }) => Event === name && Channel === last).length;
  await expect.poll(seen).toBeGreaterThan(0);
  return seen();
}

const agentEvents = (pbx: Asterisk) => pbx.ami.events.filter(({ Channel = '' }) => Channel.startsWith('PJSIP/101-'));

/** From the answer to the end of the agent's last channel by the exchange's clock, ms. */
function agentTalkedMs(pbx: Asterisk): number {
  const stamp = (event: { Timestamp?: string } | undefined) => Number(event?.Timestamp ?? NaN) * 1_000;
  const answer = agentEvents(pbx).findLast(
    ({ Event, ChannelStateDesc }) => Event === 'Newstate' && ChannelStateDesc === 'Up',
  );
  return stamp(agentEvents(pbx).findLast(({ Event }) => Event === 'Hangup')) - stamp(answer);
}

/** Status codes of the answers the exchange has received. */
async function responses(pbx: Asterisk): Promise<string[]> {
  const history = await pbx.cli('pjsip show history');
  return [...history.matchAll(/SIP\/2\.0 (\d{3})/g)].map(([, code = '']) => code);
}
