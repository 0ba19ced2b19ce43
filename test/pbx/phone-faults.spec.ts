import { byeAtExchange, expect, talk, test } from './phone-fixture.ts';
import { Proxy } from './proxy.ts';

test('signalling cut for 3 s in a call: call and sound go on, then the far end’s BYE is heard', async ({
  phone,
  pbx,
}) => {
  const proxy = await Proxy.to(pbx.httpPort);
  const { call } = await talk(phone, pbx, { server: proxy.wsUrl });
  proxy.cut();
  expect(await phone.fact('connection')).toMatchObject({ connected: false });
  await phone.soundFlows();
  await phone.pass(3_000);
  await phone.soundFlows();
  proxy.mend();
  expect(await phone.fact('connection', 2)).toMatchObject({ connected: true });
  await phone.registered();
  await phone.soundFlows();
  expect(await phone.all('ended')).toEqual([]);
  await call.hangUp();
  expect((await phone.fact('ended')).cause).toBe('remote');
  await proxy.close();
});

test('the consultant hangs up while signalling is away: over at once here, and at the exchange after the reconnect', async ({
  phone,
  pbx,
}) => {
  const proxy = await Proxy.to(pbx.httpPort);
  const { call, callId } = await talk(phone, pbx, { server: proxy.wsUrl });
  proxy.cut();
  await phone.fact('connection');
  await phone.order({ kind: 'hang-up', callId, reason: 'consultant' });
  expect((await phone.fact('ended', 1, 500)).cause).toBe('local');
  proxy.mend();
  await call.ended();
  await proxy.close();
});

test('the exchange is killed in a call and comes back: the phone says that the call is lost', async ({
  phone,
  pbx,
}) => {
  await talk(phone, pbx);
  await pbx.kill();
  expect(await phone.fact('connection')).toMatchObject({ connected: false });
  await pbx.boot();
  expect((await phone.fact('ended', 1, 20_000)).cause).toBe('lost');
  await phone.registered();
});

test('the service dies in a call: the call goes on and is in the next hello', async ({ phone, pbx }) => {
  const { call, callId } = await talk(phone, pbx);
  await phone.page.evaluate(() => window.harness.service(false));
  await phone.soundFlows();
  await phone.page.evaluate(() => window.harness.service(true));
  await expect.poll(() => phone.page.evaluate(() => window.harness.hellos.length)).toBe(2);
  const hello = await phone.page.evaluate(() => window.harness.hellos[1]);
  expect(hello?.calls).toMatchObject([{ callId, phase: 'up', held: false }]);
  await call.hangUp();
  await phone.fact('ended');
});

test('the page is reloaded in a call: the far end is told', async ({ phone, pbx }) => {
  await pbx.cli('pjsip set history on');
  const { call } = await talk(phone, pbx);
  await phone.page.reload();
  await call.ended(3_000);
  expect(await byeAtExchange(pbx, 'Page closed')).toContain('Page closed');
  expect(await phone.facts()).toEqual([]);
});
