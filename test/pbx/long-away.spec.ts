import { PhonePage, phoneConfig } from './phone-page.ts';
import { expect, talk, test } from './phone-fixture.ts';
import { Proxy } from './proxy.ts';

/** `rtp_timeout` of build/pbx, and what the exchange needs to notice. */
const LEFT_ALONE_MS = 30_000 + 10_000;
/** `qualify_frequency` and `qualify_timeout` of build/pbx. */
const DROPPED_MS = 15_000 + 3_000;
const AWAY_MS = 40_000;
const FOUND_AGAIN_MS = 3_000;

// All take their time and nothing of the machine: they wait together.
test('a workstation dies in a call: the exchange leaves the user not alone and the queue rings it no more; a server away for 40 s is asked for all the while, and found again', async ({
  phone,
  pbx,
  context,
}) => {
  test.setTimeout(120_000);
  const dying = await Proxy.to(pbx.httpPort);
  const { call } = await talk(phone, pbx, { server: dying.wsUrl });
  const idle = await PhonePage.open(await context.newPage());
  const proxy = await Proxy.to(pbx.httpPort);
  await idle.serviceLooks();
  const startedAt = await idle.now();
  await idle.start(phoneConfig(proxy.wsUrl, '102'));
  await idle.registered();
  /** What the machine needs, as busy as it is, to open a socket and register: that is not waiting. */
  const needsMs = ((await idle.last('registration'))?.at ?? Infinity) - startedAt;

  proxy.cut();
  const cutAt = performance.now();
  // No «pagehide», no BYE, no word from its socket: the machine is dead.
  dying.vanish();
  void phone.page.goto('chrome://crash').catch(() => undefined);
  await expect.poll(async () => (await idle.last('registration'))?.registration.status).not.toBe('registered');
  await expect
    .poll(() => pbx.cli('pjsip show aor 101'), { timeout: DROPPED_MS + 2_000 })
    .toMatch(/Contact:.+ Unavail /);
  await call.ended(LEFT_ALONE_MS);
  expect(await pbx.channels()).toEqual([]);
  expect(await pbx.cli('queue show line'), 'the queue rings it no more').toMatch(/PJSIP\/101 .*\(Unavailable\)/);

  await idle.pass(Math.max(0, AWAY_MS - (performance.now() - cutAt)));
  expect(proxy.refused).toBeGreaterThan(AWAY_MS / 5_000);
  const mendedAt = await idle.now();
  proxy.mend();
  await idle.registered();
  const foundAt = (await idle.last('registration'))?.at ?? Infinity;
  expect(foundAt - mendedAt, `found again; a registration takes ${needsMs} ms`).toBeLessThan(FOUND_AGAIN_MS + needsMs);
  await dying.close();
  await proxy.close();
  await idle.close();
});
