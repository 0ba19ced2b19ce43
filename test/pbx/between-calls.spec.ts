import { mergeTests } from '@playwright/test';
import { test as withConsole } from '../e2e/console-fixture.ts';
import { expect, test as onExchange } from './fixture.ts';

/** The real console of 101 on the real exchange, which wants a 9 before numbers of the city. */
const test = mergeTests(onExchange, withConsole).extend({
  provisioned: async ({ pbx }, use) => {
    const sip = { server: pbx.wsUrl, number: '101', password: 'secret-101', domain: '127.0.0.1', prefix: '9' };
    await use({ sip, serviceNumbers: [{ name: 'Склад', number: '600' }] });
  },
});

test('a city number by its prefix, «Донабрать» heard by the exchange, an answering machine; a service number without', async ({
  consultant,
  pbx,
}) => {
  const { page } = consultant;
  const before = pbx.digitsFrom('101').length;
  await consultant.field('Набрать номер').fill('8 (831) 222-33-44 доб. 105');
  await consultant.button('Позвонить').click();
  await consultant.button('Донабрать 105').click();
  await expect.poll(() => pbx.digitsFrom('101').slice(before), { timeout: 30_000 }).toBe('105');
  const dialled = pbx.ami.events.map(({ Exten }) => Exten);
  expect(dialled, 'with the prefix, without the extension').toContain('988312223344');
  await expect(consultant.text('+7 831 222-33-44').first(), 'shown without it').toBeVisible();
  await consultant.button('Автоответчик').click();
  await expect(page.getByRole('region', { name: 'Сегодня' }), 'nothing to wrap up').toBeVisible();
  await expect.poll(() => pbx.channels(), { timeout: 30_000 }).toEqual([]);

  await consultant.field('Набрать номер').fill('600');
  await consultant.button('Позвонить').click();
  await expect(consultant.text('без предела, считается отдельно')).toBeVisible();
  await expect(consultant.timer).toBeHidden();
  await consultant.button('Завершить').click();
  await expect(page.getByRole('region', { name: 'Сегодня' })).toContainText(/Служебных звонков\s*1/);
});
