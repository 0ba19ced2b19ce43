import { expect, test } from './phone-fixture.ts';
import { phoneConfig } from './phone-page.ts';
import { Proxy } from './proxy.ts';

test('a wrong password is named, and the server is not hammered with it', async ({ phone, pbx }) => {
  await phone.start(phoneConfig(pbx.wsUrl, '101', 'wrong'));
  await expect
    .poll(async () => (await phone.last('registration'))?.registration)
    .toEqual({ status: 'failed', failure: 'wrong-password', sipCode: 401 });
  const registers = async () =>
    (await phone.sip()).filter(({ way, line }) => way === 'out' && line.startsWith('REGISTER'));
  expect((await registers()).length).toBe(2);
  // Neither a kick nor the ordinary retries touch the server before a minute is over.
  await phone.order({ kind: 'power', event: 'resume' });
  await phone.page.evaluate(() => dispatchEvent(new Event('online')));
  await phone.pass(3_000);
  expect((await registers()).length).toBe(2);

  await phone.order({ kind: 'configure', config: phoneConfig(pbx.wsUrl) });
  await phone.registered();
});

test('a denied microphone is named; the phone stays registered and a call is not answered without a voice', async ({
  phone,
  pbx,
  page,
  context,
}) => {
  const devtools = await context.newCDPSession(page);
  const { targetInfo } = await devtools.send('Target.getTargetInfo');
  const permit = (setting: 'granted' | 'denied') =>
    devtools.send('Browser.setPermission', {
      permission: { name: 'microphone' },
      setting,
      browserContextId: targetInfo.browserContextId,
    });
  await permit('denied');
  await phone.start(phoneConfig(pbx.wsUrl));
  await expect
    .poll(async () => (await phone.last('registration'))?.registration)
    .toEqual({ status: 'registered', failure: 'microphone-denied', sipCode: null });
  expect((await phone.last('devices'))?.microphone).toBe('denied');
  const call = await pbx.call({ number: '+73432224455' });
  const { callId } = await phone.fact('ringing');
  await phone.order({ kind: 'answer', callId });
  await phone.pass(500);
  expect(await phone.all('answered')).toEqual([]);
  await permit('granted');
  await expect.poll(async () => (await phone.last('registration'))?.registration.failure).toBe(null);
  await phone.order({ kind: 'answer', callId });
  await phone.soundFlows();
  await call.hangUp();
  await phone.fact('ended');
});

test('no server: the service is asked why, and the phone goes on trying', async ({ phone, pbx }) => {
  const proxy = await Proxy.to(pbx.httpPort);
  proxy.cut();
  await phone.start(phoneConfig(proxy.wsUrl));
  await expect
    .poll(async () => (await phone.last('registration'))?.registration)
    .toEqual({ status: 'failed', failure: 'no-server', sipCode: null });
  expect(await phone.page.evaluate(() => window.harness.probes)).toEqual([proxy.wsUrl]);
  proxy.mend();
  await phone.registered();
  await proxy.close();
});

test('a half-open socket is noticed within 15 s', async ({ phone, pbx }) => {
  const proxy = await Proxy.to(pbx.httpPort);
  await phone.start(phoneConfig(proxy.wsUrl));
  await phone.registered();
  proxy.deafen();
  await expect
    .poll(async () => (await phone.all('registration')).map(({ registration }) => registration.status), {
      timeout: 15_500,
    })
    .toEqual(['connecting', 'registered', 'connecting', 'registered']);
  await proxy.close();
});

for (const seconds of [2, 8]) {
  test(`exchange away for ${seconds} s while idle: registered within 3 s of its return`, async ({ phone, pbx }) => {
    const proxy = await Proxy.to(pbx.httpPort);
    await phone.start(phoneConfig(proxy.wsUrl));
    await phone.registered();
    proxy.cut();
    await expect.poll(async () => (await phone.last('registration'))?.registration.status).not.toBe('registered');
    await phone.pass(seconds * 1_000);
    proxy.mend();
    await expect
      .poll(async () => (await phone.last('registration'))?.registration.status, { timeout: 3_000 })
      .toBe('registered');
    await proxy.close();
  });
}

test('the exchange is killed while idle and starts again: registered within 3 s of being there', async ({
  phone,
  pbx,
}) => {
  await phone.serviceLooks();
  await phone.start(phoneConfig(pbx.wsUrl));
  await phone.registered();
  await pbx.kill();
  await expect
    .poll(async () => (await phone.last('registration'))?.registration)
    .toMatchObject({ status: 'failed', failure: 'server-refused' });
  // Resolves when it is fully booted.
  await pbx.boot();
  await expect
    .poll(async () => (await phone.last('registration'))?.registration.status, { timeout: 3_000 })
    .toBe('registered');
  expect(await pbx.isRegistered('101')).toBe(true);
});
