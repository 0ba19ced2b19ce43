import { PhonePage, phoneConfig } from './phone-page.ts';
import { expect, talk, test } from './phone-fixture.ts';
import { Proxy } from './proxy.ts';

/** `rtp_timeout` of build/pbx, and what the exchange needs to notice. */
const LEFT_ALONE_MS = 30_000 + 10_000;
const AWAY_MS = 40_000;

// Both take their time and nothing of the machine: they wait together.
test('a workstation dies in a call: the exchange leaves the user not alone; a server away for 40 s is found again within 3 s', async ({
  phone,
  pbx,
  context,
}) => {
  test.setTimeout(120_000);
  const { call } = await talk(phone, pbx);
  const idle = await PhonePage.open(await context.newPage());
  const proxy = await Proxy.to(pbx.httpPort);
  await idle.start(phoneConfig(proxy.wsUrl, '102'));
  await idle.registered();

  proxy.cut();
  const cutAt = performance.now();
  // No «pagehide», no BYE: the process is dead.
  void phone.page.goto('chrome://crash').catch(() => undefined);
  await expect.poll(async () => (await idle.last('registration'))?.registration.status).not.toBe('registered');
  await call.ended(LEFT_ALONE_MS);
  expect(await pbx.channels()).toEqual([]);

  await idle.pass(Math.max(0, AWAY_MS - (performance.now() - cutAt)));
  proxy.mend();
  await expect
    .poll(async () => (await idle.last('registration'))?.registration.status, { timeout: 3_000 })
    .toBe('registered');
  await proxy.close();
  await idle.close();
});
