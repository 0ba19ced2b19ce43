import { mergeTests } from '@playwright/test';
import { test as withConsole } from '../e2e/console-fixture.ts';
import type { Workplace } from '../e2e/workplace.ts';
import type { Asterisk } from './asterisk.ts';
import { test as onExchange } from './fixture.ts';
import { expect } from './phone-fixture.ts';
import { PhonePage, phoneConfig } from './phone-page.ts';
import { soundFlows, witness } from './witnessed.ts';

const STRANGER = '+73432224455';
const LEAD = '+74952312246';

/** The real console on a number with a mailbox and room for a second telephone. */
const test = mergeTests(onExchange, withConsole).extend({
  provisioned: async ({ pbx }, use) => {
    await use({
      sip: { server: pbx.wsUrl, number: '105', password: 'secret-105', domain: '127.0.0.1' },
      answerByHeader: ['8 (495) 231-22-46'],
    });
  },
  context: async ({ context }, use) => {
    await witness(context);
    await use(context);
  },
});

/** Somebody calls an extension of the exchange; `asks`: to be answered by itself. */
async function call(pbx: Asterisk, to: string, from: string, asks = false): Promise<() => Promise<void>> {
  const id = `caller-${crypto.randomUUID()}`;
  const answer = await pbx.ami.action({
    Action: 'Originate',
    Channel: 'Local/tone@user',
    Context: 'line15-test',
    Exten: to,
    Priority: '1',
    CallerID: `"" <${from}>`,
    Async: 'true',
    ChannelId: id,
    OtherChannelId: `${id}-far`,
    Variable: `__ASKS=${asks ? '<sip:pbx>\\;answer-after=0' : ''}`,
  });
  expect(answer.Response).toBe('Success');
  return () => pbx.hangUp(id);
}

const mail = (consultant: Workplace) => consultant.page.getByRole('banner').getByText(/голосов/i);

test('voicemail light, a call that asks to be answered, another telephone of the same number, a pasted number and redial', async ({
  consultant,
  pbx,
}) => {
  test.setTimeout(120_000);
  const { page } = consultant;

  await test.step('a message in the mailbox lights up, and its removal puts the light out', async () => {
    await expect(mail(consultant)).toBeHidden();
    const hangUp = await call(pbx, '*105', STRANGER);
    await expect
      .poll(async () => (await pbx.channels()).map(({ application }) => application), { timeout: 20_000 })
      .toContain('VoiceMail');
    await page.waitForFunction(
      (until) => performance.now() > until,
      (await page.evaluate(() => performance.now())) + 3_000,
    );
    await hangUp();
    await expect(mail(consultant)).toBeVisible({ timeout: 20_000 });
    await pbx.emptyMailbox('105');
    await expect(mail(consultant)).toBeHidden({ timeout: 20_000 });
  });

  await test.step('of two who ask to be answered by themselves, the one of the list is, the stranger rings', async () => {
    const giveUp = await call(pbx, '105', STRANGER, true);
    await expect(consultant.button('Ответить')).toBeVisible({ timeout: 20_000 });
    await expect(consultant.text('+7 343 222-44-55')).toBeVisible();
    await giveUp();
    await expect(consultant.button('Ответить')).toBeHidden({ timeout: 20_000 });

    const hangUp = await call(pbx, '105', LEAD, true);
    await expect(consultant.timer).toBeVisible({ timeout: 20_000 });
    await soundFlows(page);
    await hangUp();
    await consultant.closeAsNotHeld('Тишина');
  });

  await test.step('two telephones of one number ring; the other one answers: said, and nothing was missed', async () => {
    const other = await PhonePage.open(await page.context().newPage());
    await other.start(phoneConfig(pbx.wsUrl, '105'));
    await other.registered();
    const hangUp = await call(pbx, '105', '+79161234567');
    await expect(consultant.button('Ответить')).toBeVisible({ timeout: 20_000 });
    const { callId } = await other.fact('ringing');
    await other.order({ kind: 'answer', callId });
    await expect(consultant.text('+7 916 123-45-67: ответили на другом телефоне')).toBeVisible({ timeout: 20_000 });
    await expect(consultant.button('Ответить')).toBeHidden();
    await other.soundFlows();
    await hangUp();
    await other.fact('ended');
    await other.close();
    // The stranger who gave up is the only one who was missed.
    await page.getByRole('navigation').getByRole('button', { name: 'Пропущенные' }).click();
    const missed = page.getByRole('table', { name: 'Пропущенные звонки' });
    await expect(missed).toContainText('+7 343 222-44-55');
    await expect(missed).not.toContainText('+7 916 123-45-67');
    await consultant.go('Рабочее место');
  });

  await test.step('a number pasted as a letter had it is dialled; «Перезвонить» dials it again', async () => {
    await consultant.paste('Набрать номер', ' 8\u00a0(343)\u00a0222–44–55\n');
    await expect(consultant.text('Наберём +7 343 222-44-55')).toBeVisible();
    await consultant.button('Позвонить').click();
    await expect(consultant.text('Ответили: пользователь ещё не у телефона')).toBeVisible({ timeout: 20_000 });
    expect((await pbx.channels()).map(({ extension }) => extension)).toEqual(['73432224455']);
    await consultant.button('Завершить').click();
    await consultant.closeAsNotHeld('Тишина');
    await consultant.page.getByRole('button', { name: 'Перезвонить +7 343 222-44-55' }).first().click();
    await expect(consultant.text('Ответили: пользователь ещё не у телефона')).toBeVisible({ timeout: 20_000 });
    expect((await pbx.channels()).map(({ extension }) => extension)).toEqual(['73432224455']);
    await consultant.button('Завершить').click();
  });
});
