import { expect, test as base } from './fixture.ts';
import type { Asterisk } from './asterisk.ts';
import { PhonePage, phoneConfig } from './phone-page.ts';
import { Proxy } from './proxy.ts';
import { readRecording, toneSpans } from './recording.ts';

const test = base.extend<{ phone: PhonePage }>({
  phone: async ({ page }, use, testInfo) => {
    const phone = await PhonePage.open(page);
    await use(phone);
    if (testInfo.status !== testInfo.expectedStatus) {
      const story = await page.evaluate(() => ({
        facts: window.harness.facts,
        log: window.harness.log,
        sip: window.harness.sip.map(({ way, line, at }) => `${Math.round(at)} ${way} ${line}`),
      }));
      await testInfo.attach('the phone’s story', { body: JSON.stringify(story, null, 1) });
    }
    await phone.close();
  },
});

test('a queue call: rings with name and number, is answered, sound both ways, the user hangs up', async ({
  phone,
  pbx,
}) => {
  await phone.start(phoneConfig(pbx.wsUrl));
  await phone.registered();
  expect(await pbx.isRegistered('101')).toBe(true);

  const call = await pbx.call({ number: '+73432224455', name: 'Иванова Анна' });
  const ringing = await phone.fact('ringing');
  expect(ringing).toMatchObject({ number: '+73432224455', displayName: 'Иванова Анна' });
  expect(await phone.page.evaluate(() => window.harness.openMicrophones()), 'no microphone while it rings').toBe(0);

  await phone.order({ kind: 'answer', callId: ringing.callId });
  await phone.fact('answered');
  await phone.soundFlows();
  expect(await phone.page.evaluate(() => window.harness.openMicrophones())).toBe(1);

  await call.hangUp();
  const ended = await phone.fact('ended');
  expect(ended).toMatchObject({ callId: ringing.callId, cause: 'remote', media: { codec: 'opus' } });
  expect(ended.media?.packetsReceived).toBeGreaterThan(30);
  expect(ended.media?.packetsSent).toBeGreaterThan(30);
  await expect.poll(() => phone.page.evaluate(() => window.harness.openMicrophones())).toBe(0);
  expect(await phone.media(), 'nothing stays open').toEqual([]);
});

/** A registered phone in a call with a user. */
async function talk(phone: PhonePage, pbx: Asterisk, { server = pbx.wsUrl, record = false } = {}) {
  await phone.start(phoneConfig(server));
  await phone.registered();
  const call = await pbx.call({ number: '+73432224455', name: 'Анна', record });
  const { callId } = await phone.fact('ringing');
  await phone.order({ kind: 'answer', callId });
  await phone.fact('answered');
  await phone.soundFlows();
  return { call, callId };
}

/** A BYE as the exchange received it, found by a piece of its text; empty when there was none. */
async function byeAtExchange(pbx: Asterisk, piece: string): Promise<string> {
  const lines = (await pbx.cli('pjsip show history')).split('\n').filter((line) => line.includes(' BYE sip:'));
  for (const line of lines.reverse()) {
    const message = await pbx.cli(`pjsip show history entry ${Number.parseInt(line, 10)}`);
    if (message.includes(piece)) return message;
  }
  return '';
}

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

test('hold and resume: the exchange plays its music, the caller comes back; mute stops the voice only', async ({
  phone,
  pbx,
}) => {
  const { call, callId } = await talk(phone, pbx, { record: true });
  await phone.order({ kind: 'hold', callId, held: true });
  expect(await phone.fact('held')).toMatchObject({ held: true });
  await expect
    .poll(() =>
      pbx.ami.events.some(
        ({ Event, Channel = '' }) =>
          Event === 'MusicOnHoldStart' || (Event === 'Hold' && Channel.startsWith('PJSIP/101')),
      ),
    )
    .toBe(true);
  await phone.order({ kind: 'hold', callId, held: false });
  expect(await phone.fact('held', 2)).toMatchObject({ held: false });
  await phone.soundFlows();

  await phone.order({ kind: 'mute', callId, muted: true });
  expect(await phone.fact('muted')).toMatchObject({ muted: true });
  await phone.pass(2_500);
  await call.hangUp();
  expect((await phone.fact('ended')).cause).toBe('remote');
  const loudest = (samples: Int16Array) => samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
  const voice = await readRecording(call.recording?.agent ?? '');
  expect(loudest(voice), 'the fake microphone beeps').toBeGreaterThan(1_000);
  expect(loudest(voice.subarray(-16_000)), 'two muted seconds').toBeLessThan(100);
});

test('digits reach the exchange by RFC 4733, quick ones too', async ({ phone, pbx }) => {
  const { call, callId } = await talk(phone, pbx);
  const before = pbx.digitsFrom('101').length;
  for (const tones of ['4', '2', '#']) await phone.order({ kind: 'dtmf', callId, tones });
  await phone.fact('dtmf', 3);
  await expect.poll(() => pbx.digitsFrom('101').slice(before)).toBe('42#');
  await call.hangUp();
});

test('the limit: notice and farewell are heard by the caller through hold and mute, then BYE with the reason', async ({
  phone,
  pbx,
}) => {
  await pbx.cli('pjsip set history on');
  const { call, callId } = await talk(phone, pbx, { record: true });
  await phone.order({ kind: 'mute', callId, muted: true });
  await phone.order({ kind: 'hold', callId, held: true });
  await phone.fact('held');
  // The service dies: the deadlines are the phone's.
  await phone.order({
    kind: 'deadlines',
    deadlines: { callId, noticeInMs: 1_500, farewellInMs: 4_000, limitInMs: 5_500 },
  });
  await phone.page.evaluate(() => window.harness.service(false));
  const ordered = await phone.page.evaluate(() => window.harness.orders.at(-1)?.at ?? 0);
  const hangup = await call.ended();
  expect(hangup.Cause).toBe('16');
  const bye = (await phone.sip()).find(({ way, line }) => way === 'out' && line.startsWith('BYE'));
  expect(Math.abs((bye?.at ?? 0) - ordered - 5_500), 'ms off the limit').toBeLessThan(100);
  expect(await byeAtExchange(pbx, 'Consultation limit')).toContain('Reason: Q.850;cause=16;text="Consultation limit"');

  await phone.page.evaluate(() => window.harness.service(true));
  const ended = await phone.fact('ended');
  expect(ended.cause).toBe('limit');
  expect((await phone.all('tone')).map(({ tone }) => tone)).toEqual(['notice', 'farewell']);
  // The fact was kept while the service was away and is dated by its age.
  expect(Math.abs(ended.at - ended.agoMs - (bye?.at ?? 0))).toBeLessThan(250);

  const spans = async (hz: number) =>
    toneSpans(await readRecording(call.recording?.agent ?? ''), hz).filter(({ fromMs, toMs }) => toMs - fromMs > 100);
  await expect.poll(() => spans(880).then((found) => found.length)).toBe(1);
  expect(await spans(660).then((found) => found.length)).toBe(2);
});

test('minutes granted during the farewell stop it and move the limit', async ({ phone, pbx }) => {
  const { call, callId } = await talk(phone, pbx);
  await phone.order({
    kind: 'deadlines',
    deadlines: { callId, noticeInMs: null, farewellInMs: 300, limitInMs: 1_400 },
  });
  await phone.fact('tone');
  await phone.order({
    kind: 'deadlines',
    deadlines: { callId, noticeInMs: 60_000, farewellInMs: 80_000, limitInMs: 90_000 },
  });
  await phone.pass(2_000);
  expect(await phone.all('ended')).toEqual([]);
  await phone.soundFlows();
  await call.hangUp();
});

test('a second call is shown and declined, a third is busy; the current one is not touched', async ({ phone, pbx }) => {
  const { call, callId } = await talk(phone, pbx);
  // Past the queue, which does not ring a phone in use.
  const ring = (name: string) =>
    pbx.ami.action({
      Action: 'Originate',
      Channel: 'PJSIP/101',
      Context: 'user',
      Exten: 'silence',
      Priority: '1',
      CallerID: `"${name}" <+7495000${name.length}>`,
      Async: 'true',
    });
  await ring('Второй');
  const second = await phone.fact('ringing', 2);
  expect(second.displayName).toBe('Второй');
  await ring('Третий!');
  await expect
    .poll(async () => (await phone.sip()).some(({ way, line }) => way === 'out' && line.includes('486')))
    .toBe(true);
  expect((await phone.all('ringing')).length, 'the third is not shown').toBe(2);
  await phone.order({ kind: 'decline', callId: second.callId, sipCode: 480 });
  expect(await phone.fact('ended')).toMatchObject({ callId: second.callId, cause: 'declined', sipCode: 480 });
  await phone.soundFlows();
  await phone.order({ kind: 'hang-up', callId, reason: 'consultant' });
  expect(await phone.fact('ended', 2)).toMatchObject({ callId, cause: 'local' });
  await call.ended();
});

test('the caller gives up while it rings', async ({ phone, pbx }) => {
  await phone.start(phoneConfig(pbx.wsUrl));
  await phone.registered();
  const call = await pbx.call({ number: '+79990001122' });
  const { callId } = await phone.fact('ringing');
  await call.hangUp();
  expect(await phone.fact('ended')).toMatchObject({ callId, cause: 'cancelled' });
  expect(await phone.media()).toEqual([]);
});

test('another phone of the line answers first', async ({ phone, pbx, context }) => {
  const other = await PhonePage.open(await context.newPage());
  await phone.start(phoneConfig(pbx.wsUrl, '101'));
  await other.start(phoneConfig(pbx.wsUrl, '102'));
  await phone.registered();
  await other.registered();
  const call = await pbx.call({ number: '+79990001122' });
  await phone.fact('ringing');
  const { callId } = await other.fact('ringing');
  await other.order({ kind: 'answer', callId });
  expect((await phone.fact('ended')).cause).toBe('elsewhere');
  await call.hangUp();
  await other.fact('ended');
  await other.close();
});

test('a call that rang for half a minute is answered with sound', async ({ phone, pbx }) => {
  test.slow();
  await phone.start(phoneConfig(pbx.wsUrl));
  await phone.registered();
  await pbx.ami.action({
    Action: 'Originate',
    Channel: 'PJSIP/101',
    Context: 'user',
    Exten: 'tone',
    Priority: '1',
    Timeout: '60000',
    Async: 'true',
  });
  const { callId } = await phone.fact('ringing');
  await phone.pass(35_000);
  await phone.order({ kind: 'answer', callId });
  await phone.fact('answered');
  await phone.soundFlows();
  await phone.order({ kind: 'hang-up', callId, reason: 'consultant' });
  await phone.fact('ended');
});

test('dialled calls: ringing, answer, busy, unknown, given up', async ({ phone, pbx }) => {
  await phone.start(phoneConfig(pbx.wsUrl));
  await phone.registered();
  const dial = (callId: string, number: string) => phone.order({ kind: 'dial', callId, number });
  await dial('a', '+7 (343) 222-44-55');
  expect(await phone.fact('dialling')).toMatchObject({ number: '+73432224455' });
  expect(await phone.fact('progress')).toMatchObject({ callId: 'a', stage: 'ringing' });
  await phone.fact('answered');
  await phone.soundFlows();
  await phone.order({ kind: 'hang-up', callId: 'a', reason: 'consultant' });
  expect(await phone.fact('ended')).toMatchObject({ callId: 'a', cause: 'local' });
  await dial('b', '486');
  expect(await phone.fact('ended', 2)).toMatchObject({ callId: 'b', cause: 'busy', sipCode: 486 });
  await dial('c', 'nobody');
  expect(await phone.fact('ended', 3)).toMatchObject({ callId: 'c', cause: 'not-found', sipCode: 404 });
  await dial('d', '1000');
  await phone.fact('progress', 2);
  await phone.order({ kind: 'hang-up', callId: 'd', reason: 'consultant' });
  expect(await phone.fact('ended', 4)).toMatchObject({ callId: 'd', cause: 'local' });
  await dial('e', '()');
  expect(await phone.fact('ended', 5)).toMatchObject({ callId: 'e', cause: 'failed' });
});

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

test('how fast: INVITE to ringing, click to 200 OK, click to the first sound heard (medians of 12 calls)', async ({
  phone,
  pbx,
}) => {
  test.slow();
  await phone.start(phoneConfig(pbx.wsUrl));
  await phone.registered();
  const rows: { ringing: number; ok: number; heard: number }[] = [];
  for (let count = 1; count <= 12; count += 1) {
    const call = await pbx.call({ number: '+73432224455' });
    const { callId, at: rangAt, agoMs } = await phone.fact('ringing', count);
    await phone.pass(300);
    await phone.order({ kind: 'answer', callId });
    await phone.fact('answered', count);
    await phone.soundFlows();
    const [media] = await phone.media();
    const clickAt = await phone.page.evaluate(() => window.harness.orders.at(-1)?.at ?? 0);
    const sip = await phone.sip();
    const last = (way: 'in' | 'out', start: string) =>
      sip.findLast((one) => one.way === way && one.line.startsWith(start));
    const okAt =
      sip.findLast(({ way, text }) => way === 'out' && text.startsWith('SIP/2.0 200') && /CSeq: \d+ INVITE/i.test(text))
        ?.at ?? 0;
    rows.push({
      ringing: rangAt - agoMs - (last('in', 'INVITE')?.at ?? 0),
      ok: okAt - clickAt,
      heard: (media?.firstReceivedAt ?? Infinity) - clickAt,
    });
    await call.hangUp();
    await phone.fact('ended', count);
  }
  const median = (key: 'ringing' | 'ok' | 'heard') => rows.map((row) => row[key]).sort((a, b) => a - b)[6] ?? 0;
  const figures = { ringing: median('ringing'), ok: median('ok'), heard: median('heard') };
  test.info().annotations.push({ type: 'figures, ms', description: JSON.stringify(figures) });
  expect(figures.ringing).toBeLessThan(15);
  expect(figures.ok).toBeLessThan(30);
  expect(figures.heard).toBeLessThan(150);
});
