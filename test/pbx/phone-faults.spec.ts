import { header, HostileRelay } from '../hostile/relay.ts';
import { byeAtExchange, expect, talk, test } from './phone-fixture.ts';
import { phoneConfig, type PhonePage } from './phone-page.ts';
import { Proxy } from './proxy.ts';
import { Road } from './road.ts';

/** A dead exchange is said within this time, by the phone's own clock. */
const TOLD_WITHIN_MS = 5_000;

test('signalling cut for 5 s in a call: call and sound go on; registered again, the call is renewed at once, and the far end’s BYE is heard', async ({
  phone,
  pbx,
}) => {
  const proxy = await Proxy.to(pbx.httpPort);
  const { call } = await talk(phone, pbx, { server: proxy.wsUrl });
  proxy.cut();
  expect(await phone.fact('connection')).toMatchObject({ connected: false, silentForMs: null });
  await phone.soundFlows();
  await phone.pass(5_000);
  await phone.soundFlows();
  expect(await phone.all('connection')).toHaveLength(1);
  const before = (await phone.sip()).length;
  proxy.mend();
  expect(await phone.fact('connection', 2)).toMatchObject({ connected: true, silentForMs: null });
  await phone.registered();
  await phone.soundFlows();
  expect(await phone.all('ended')).toEqual([]);

  // Whoever tried in vain asks first whether it is heard. The very next request after the registration is a re-INVITE by another ICE session (RFC 8839 4.4.1.1.1).
  const requests = (await phone.sip())
    .slice(before)
    .filter(({ way, line }) => way === 'out' && line.endsWith('SIP/2.0'));
  expect(requests.map(({ line }) => line.split(' ')[0]).join(' ')).toMatch(
    /^(OPTIONS ){0,2}REGISTER (REGISTER )?INVITE ACK( SUBSCRIBE)*$/,
  );
  const sent = (await phone.sip()).filter(({ way, text }) => way === 'out' && text.includes('a=ice-ufrag:'));
  const ways = sent.map(({ text }) => /a=ice-ufrag:(\S+)/.exec(text)?.[1]);
  expect(new Set(ways).size).toBe(2);

  await call.hangUp();
  expect((await phone.fact('ended')).cause).toBe('remote');
  await proxy.close();
});

test('the far end hangs up while signalling is away: told as its doing when it is asked, and when its sound ended', async ({
  phone,
  pbx,
}) => {
  const proxy = await Proxy.to(pbx.httpPort);
  const { call } = await talk(phone, pbx, { server: proxy.wsUrl });
  proxy.cut();
  await phone.pass(3_000);
  await call.hangUp();
  await call.ended();
  await phone.pass(1_000);
  proxy.mend();
  expect(await phone.fact('ended')).toMatchObject({ cause: 'remote' });
  const { silentForMs } = (await phone.last('connection')) ?? {};
  expect(silentForMs).toBeGreaterThan(500);
  await proxy.close();
});

test('nobody speaks, the call is held, signalling is away for 7 s: no silence is told, nothing is lost, and a hold pressed meanwhile stands', async ({
  phone,
  pbx,
}) => {
  const proxy = await Proxy.to(pbx.httpPort);
  await phone.start(phoneConfig(proxy.wsUrl));
  await phone.registered();
  const call = await pbx.call({ number: '+73432224455', tone: false });
  const { callId } = await phone.fact('ringing');
  await phone.order({ kind: 'answer', callId });
  await phone.fact('answered');
  await phone.order({ kind: 'hold', callId, held: true });
  await phone.fact('held');
  proxy.cut();
  await phone.fact('connection');
  await phone.page.evaluate(() => window.harness.serverIs('server-refused'));
  for (const held of [false, true]) {
    await phone.order({ kind: 'hold', callId, held });
    await phone.fact('held', held ? 3 : 2);
  }
  await phone.pass(7_000);
  expect((await phone.all('held')).map(({ held }) => held)).toEqual([true, false, true]);
  expect(await phone.all('connection')).toMatchObject([{ connected: false, silentForMs: null }]);
  proxy.mend();
  await phone.page.evaluate(() => window.harness.serverIs(null));
  expect(await phone.fact('connection', 2)).toMatchObject({ connected: true });
  expect(await lastDirection(phone)).toBe('sendonly');
  expect(await phone.all('ended')).toEqual([]);
  await call.hangUp();
  expect((await phone.fact('ended')).cause).toBe('remote');
  await proxy.close();
});

test('a half-open socket in a call is noticed within 15 s: the sound goes on, a hold pressed meanwhile comes with the new one, and the far end’s BYE', async ({
  phone,
  pbx,
}) => {
  const proxy = await Proxy.to(pbx.httpPort);
  const { call, callId } = await talk(phone, pbx, { server: proxy.wsUrl });
  proxy.deafen();
  await phone.order({ kind: 'hold', callId, held: true });
  expect(await phone.fact('connection', 1, 15_500)).toMatchObject({ connected: false, silentForMs: null });
  expect(await phone.fact('held')).toMatchObject({ held: true });
  // Before the exchange has forgotten the call, and long before SIP.js would (32 s).
  expect(await phone.fact('connection', 2, 5_000)).toMatchObject({ connected: true });
  expect(await lastDirection(phone)).toBe('sendonly');
  await phone.order({ kind: 'hold', callId, held: false });
  expect(await phone.fact('held', 2)).toMatchObject({ held: false });
  await phone.soundFlows();
  await call.hangUp();
  expect((await phone.fact('ended')).cause).toBe('remote');
  await proxy.close();
});

test('the socket breaks before the ACK of our answer, and again before the answer to the renewal: renewed at the third, and sound flows', async ({
  phone,
  pbx,
}) => {
  const relay = await HostileRelay.to(pbx.wsUrl);
  relay.withhold((message) => message.startsWith('ACK '));
  const { call } = await talk(phone, pbx, { server: relay.wsUrl });
  let lost = 0;
  relay.withhold(
    (message) => message.startsWith('SIP/2.0') && /INVITE$/.test(header(message, 'CSeq')) && (lost += 1) > 0,
  );
  relay.cut();
  await expect.poll(() => lost).toBeGreaterThan(0);
  relay.withhold(() => false);
  relay.cut();
  expect(await phone.fact('connection', 2)).toMatchObject({ connected: true });
  await phone.soundFlows();
  await call.hangUp();
  expect((await phone.fact('ended')).cause).toBe('remote');
  await relay.close();
});

test('the workstation’s address changes in a call: signalling and sound find a fresh way, and either end can hang up', async ({
  phone,
  pbx,
}) => {
  const road = await Road.to(pbx.httpPort);
  const { call } = await talk(phone, pbx, { server: road.wsUrl });
  road.move();
  expect(await phone.fact('connection')).toMatchObject({ connected: false });
  await expect.poll(async () => (await phone.last('connection'))?.connected).toBe(true);
  await phone.soundFlows();
  expect(await phone.all('ended')).toEqual([]);
  await call.hangUp();
  expect((await phone.fact('ended')).cause).toBe('remote');
  await road.close();
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
  // Nobody says why the server is away: the call is hoped for until the exchange itself says that it has forgotten it.
  expect(await phone.fact('connection', 2)).toMatchObject({ connected: false });
  expect(await phone.all('ended')).toEqual([]);
  await pbx.boot();
  expect((await phone.fact('ended', 1, 20_000)).cause).toBe('lost');
  await phone.registered();
});

test('the exchange is killed in a call and nobody listens there any more: lost, and ended when its sound did', async ({
  phone,
  pbx,
}) => {
  await talk(phone, pbx);
  await phone.page.evaluate(() => window.harness.serverIs('server-refused'));
  const killedAt = await phone.now();
  await pbx.kill();
  const ended = await phone.fact('ended', 1, 15_000);
  expect(ended.cause).toBe('lost');
  expect(ended.at - ended.agoMs - killedAt, 'killed → said').toBeLessThan(TOLD_WITHIN_MS);
  expect((await phone.last('connection'))?.silentForMs).toBeGreaterThanOrEqual(3_500);
  expect((await phone.last('registration'))?.registration.failure).toBe('server-refused');
});

test('the exchange’s machine vanishes in a call without a word, and is back after 8 s: said within 5 s, and the call goes on', async ({
  phone,
  pbx,
}) => {
  await phone.serviceLooks();
  const { call } = await talk(phone, pbx);
  const goneAt = await phone.now();
  pbx.pause();
  try {
    await expect.poll(async () => (await phone.last('connection'))?.silentForMs ?? 0).toBeGreaterThanOrEqual(3_500);
    const silent = (await phone.all('connection')).find(({ silentForMs }) => silentForMs !== null);
    expect((silent?.at ?? Infinity) - goneAt, 'gone → said').toBeLessThan(TOLD_WITHIN_MS);
    await phone.pass(8_000 - ((await phone.now()) - goneAt));
  } finally {
    pbx.resume();
  }
  await expect.poll(async () => (await phone.last('connection'))?.connected).toBe(true);
  await phone.soundFlows();
  expect(await phone.all('ended')).toEqual([]);
  await call.hangUp();
  expect((await phone.fact('ended')).cause).toBe('remote');
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

/** How the phone's latest offer goes. */
async function lastDirection(phone: PhonePage): Promise<string | undefined> {
  const invites = (await phone.sip()).filter(({ way, line }) => way === 'out' && line.startsWith('INVITE '));
  return /^a=(sendrecv|sendonly|recvonly|inactive)\r?$/m.exec(invites.at(-1)?.text ?? '')?.[1];
}
