import { PhonePage, phoneConfig } from './phone-page.ts';
import { expect, talk, test } from './phone-fixture.ts';
import { Proxy } from './proxy.ts';

/** `rtp_timeout` of build/pbx, and what the exchange needs to notice. */
const LEFT_ALONE_MS = 30_000 + 10_000;
const AWAY_MS = 40_000;

// Both take their time and nothing of the machine: they wait together.
test('a workstation dies in a call: the exchange leaves the user not alone; a server away for 40 s is asked for all the while, and found again', async ({
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
  // How soon the next attempt comes is reckoned in registration.test.ts, for all dice; here, that it never grew rare.
  expect(proxy.refused).toBeGreaterThan(AWAY_MS / 5_000);
  proxy.mend();
  const mendedAt = performance.now();
  await expect
    .poll(async () => (await idle.last('registration'))?.registration.status, { timeout: 20_000 })
    .toBe('registered');
  test.info().annotations.push({ type: 'found again after, ms', description: String(performance.now() - mendedAt) });
  await proxy.close();
  await idle.close();
});
