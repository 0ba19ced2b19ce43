import { mergeTests } from '@playwright/test';
import type { Page } from '@playwright/test';
import { test as withConsole } from '../e2e/console-fixture.ts';
import { JournalPage } from '../e2e/journal-page.ts';
import type { Workplace } from '../e2e/workplace.ts';
import type { Asterisk } from './asterisk.ts';
import { test as onExchange } from './fixture.ts';
import { expect } from './phone-fixture.ts';
import { Road } from './road.ts';
import { Proxy } from './proxy.ts';
import { processesOf, stopFor } from './sleep.ts';
import { soundFlows, witness } from './witnessed.ts';

const ANNA = { number: '+73432224455', name: 'Иванова Анна' };
const LIMIT_S = 15 * 60;
const GOES_ON = 'Связь с телефонным сервером пропала, разговор продолжается';

/** The real console, its phone on the real exchange by a way that can be cut and moved. */
const test = mergeTests(onExchange, withConsole).extend<{ relay: Proxy; road: Road }>({
  relay: async ({ pbx }, use) => {
    const proxy = await Proxy.to(pbx.httpPort);
    await use(proxy);
    await proxy.close();
  },
  road: async ({ pbx }, use) => {
    const road = await Road.to(pbx.httpPort);
    await use(road);
    await road.close();
  },
  provisioned: async ({ relay }, use) => {
    await use({ sip: { server: relay.wsUrl, number: '101', password: 'secret-101', domain: '127.0.0.1' } });
  },
  context: async ({ context }, use) => {
    await witness(context);
    await use(context);
  },
});

test('signalling cut for 5 s: the row says that the conversation goes on, and the user’s hang-up ends it at both ends', async ({
  consultant,
  pbx,
  relay,
}) => {
  const { call, inquiry } = await talk(consultant, pbx);
  relay.cut();
  await expect(consultant.text(GOES_ON)).toBeVisible();
  await expect(consultant.phone('Телефон не подключён')).toBeVisible();
  await soundFlows(consultant.page);
  await pass(consultant.page, 5_000);
  await soundFlows(consultant.page);
  await expect(consultant.text(GOES_ON)).toBeVisible();
  relay.mend();
  await expect(consultant.phone('Телефон подключён')).toBeVisible();
  await expect(consultant.text(GOES_ON)).toBeHidden();
  await soundFlows(consultant.page);
  await clockIsTrue(consultant, pbx);
  await call.hangUp();
  await expect(consultant.text(/Разговор завершил пользователь/)).toBeVisible();
  await expect.poll(() => pbx.channels()).toEqual([]);
  await told(consultant, inquiry, 'Завершил пользователь', ['Связь пропала', 'Связь вернулась', 'Разговор окончен']);
});

test.describe('the workstation moves to another network', () => {
  test.use({
    provisioned: async ({ road }, use) => {
      await use({ sip: { server: road.wsUrl, number: '101', password: 'secret-101', domain: '127.0.0.1' } });
    },
  });

  test('in a call: it goes on by the new way, and the consultant’s hang-up ends it at both ends', async ({
    consultant,
    pbx,
    road,
  }) => {
    const { inquiry } = await talk(consultant, pbx);
    road.move();
    await expect(consultant.text(GOES_ON)).toBeVisible();
    await expect(consultant.text(GOES_ON)).toBeHidden();
    await soundFlows(consultant.page);
    await clockIsTrue(consultant, pbx);
    await consultant.button('Завершить').click();
    await expect.poll(() => pbx.channels()).toEqual([]);
    await told(consultant, inquiry, 'Завершил консультант', ['Связь пропала', 'Связь вернулась', 'Разговор окончен']);
  });
});

test('the machine sleeps for 20 s in a call and its sockets die: sound and clock are there again, and the consultant’s hang-up ends it at both ends', async ({
  consultant,
  pbx,
  relay,
  browser,
  served,
}) => {
  const { inquiry } = await talk(consultant, pbx);
  await stopFor([...(await processesOf(browser)), served.pid], 20_000, () => {
    relay.cut();
    relay.mend();
  });
  await expect(consultant.phone('Телефон подключён')).toBeVisible();
  await expect(consultant.text(GOES_ON)).toBeHidden();
  await soundFlows(consultant.page);
  await clockIsTrue(consultant, pbx);
  await consultant.button('Завершить').click();
  await expect.poll(() => pbx.channels()).toEqual([]);
  await told(consultant, inquiry, 'Завершил консультант', ['Связь пропала', 'Связь вернулась', 'Разговор окончен']);
});

test.describe('the exchange itself dies', () => {
  test.use({
    provisioned: async ({ pbx }, use) => {
      await use({ sip: { server: pbx.wsUrl, number: '101', password: 'secret-101', domain: '127.0.0.1' } });
    },
  });

  test('killed in a call: said, the clock stopped where the sound did; called back, the time goes on', async ({
    consultant,
    pbx,
  }) => {
    const { inquiry } = await talk(consultant, pbx);
    await consultant.comment.fill('сервер упал посреди слова');
    await expect.poll(() => consultant.secondsLeft()).toBeLessThan(LIMIT_S - 4);
    const left = await consultant.secondsLeft();
    await pbx.kill();
    const redial = consultant.page.getByRole('button', { name: /^Связь прервалась: перезвонить, осталось 14:/ });
    // Within 5 s by the phone's clock (phone-faults.spec.ts): here with patience, for a busy machine. Silence alone would take 30 s.
    await expect(redial).toBeVisible({ timeout: 15_000 });
    await expect(consultant.button('Записать событие')).toBeVisible();
    await expect(consultant.phone('Телефон не подключён: сервер не принимает')).toBeVisible();
    const [minutes, seconds] =
      /(\d+):(\d\d)$/
        .exec(await redial.innerText())
        ?.slice(1)
        .map(Number) ?? [];
    expect(Math.abs((minutes ?? NaN) * 60 + (seconds ?? NaN) - left)).toBeLessThanOrEqual(2);

    await pbx.boot();
    await expect(consultant.phone('Телефон подключён')).toBeVisible();
    await redial.click();
    await consultant.button('Пользователь у телефона').click();
    await soundFlows(consultant.page);
    expect(await consultant.secondsLeft()).toBeLessThanOrEqual(left);
    await expect(consultant.comment).toHaveValue('сервер упал посреди слова');
    await consultant.button('Завершить').click();
    await expect.poll(() => pbx.channels()).toEqual([]);
    await told(consultant, inquiry, 'Завершил консультант', ['Связь пропала', 'Разговор окончен', 'Перезвонили']);
  });
});

/** A conversation with Anna, and its inquiry number. */
async function talk(consultant: Workplace, pbx: Asterisk) {
  const call = await pbx.call(ANNA);
  await consultant.answer();
  await soundFlows(consultant.page);
  return { call, inquiry: await consultant.inquiry() };
}

/** The screen has lost no second: the time since the exchange saw the answer is what the timer counts. */
async function clockIsTrue(consultant: Workplace, pbx: Asterisk): Promise<void> {
  const answered = pbx.ami.events.findLast(
    ({ Event, Channel = '', ChannelStateDesc }) =>
      Event === 'Newstate' && Channel.startsWith('PJSIP/101-') && ChannelStateDesc === 'Up',
  );
  const elapsedS = Date.now() / 1_000 - Number(answered?.Timestamp);
  expect(Math.abs(LIMIT_S - (await consultant.secondsLeft()) - elapsedS)).toBeLessThan(2);
}

/** No ghost is left on the screen, and the journal tells what happened, in order. */
async function told(consultant: Workplace, inquiry: string, end: string, what: string[]): Promise<void> {
  await consultant.closeAsNotHeld('Сорвался');
  await expect(consultant.state('Готов')).toBeVisible();
  const journal = await JournalPage.open(consultant);
  const story = await journal.story(inquiry);
  await expect(journal.fact(story, 'Чем закончился')).toHaveText(end);
  const lines = await story.getByRole('listitem').allInnerTexts();
  const places = what.map((words) => lines.findIndex((line) => line.includes(words)));
  expect(places, lines.join('\n')).not.toContain(-1);
  expect([...places].sort((a, b) => a - b)).toEqual(places);
}

/** Lets time pass where time itself is the subject. */
function pass(page: Page, ms: number): Promise<void> {
  return page.evaluate((given) => new Promise((resolve) => setTimeout(resolve, given)), ms);
}
