import type { BrowserContext } from '@playwright/test';
import type { Asterisk } from './asterisk.ts';
import { expect, talk, test } from './phone-fixture.ts';
import { PhonePage, phoneConfig } from './phone-page.ts';
import { Proxy } from './proxy.ts';

/** `rtp_timeout` of build/pbx, and what the exchange needs to notice. */
const LEFT_ALONE_MS = 30_000 + 10_000;
/** `qualify_frequency` and `qualify_timeout` of build/pbx. */
const DROPPED_MS = 15_000 + 3_000;
const AWAY_MS = 40_000;
const FOUND_AGAIN_MS = 3_000;
const CONSULTATION_S = 15 * 60;
/** Half of `timers_sess_expires` of the tests' accounts 106 to 108. */
const ASKED_AFTER_MS = 45_000;
const CUT_MS = 5_000;

// All take their time and nothing of the machine: they wait together.
test('what takes long: a workstation dies in a call, a server is away for 40 s, and the exchange asks whether calls live (RFC 4028)', async ({
  phone,
  pbx,
  context,
}) => {
  test.setTimeout(150_000);
  await Promise.all([leftAlone(phone, pbx), foundAgain(pbx, context), askedWhetherTheyLive(pbx, context)]);
});

/** A workstation dies in a call: the user is not left alone, and the queue rings it no more. */
async function leftAlone(phone: PhonePage, pbx: Asterisk): Promise<void> {
  const proxy = await Proxy.to(pbx.httpPort);
  const { call } = await talk(phone, pbx, { server: proxy.wsUrl });
  const [invite] = (await invites(phone)).filter(({ way }) => way === 'in');
  // Asked in a consultation, it would lose the call where its question meets a socket that is dead and not yet known to be.
  expect(sessionExpires(invite?.text) / 2).toBeGreaterThan(CONSULTATION_S);
  // No «pagehide», no BYE, no word from its socket: the machine is dead.
  proxy.vanish();
  void phone.page.goto('chrome://crash').catch(() => undefined);
  await expect
    .poll(() => pbx.cli('pjsip show aor 101'), { timeout: DROPPED_MS + 2_000 })
    .toMatch(/Contact:.+ Unavail /);
  await call.ended(LEFT_ALONE_MS);
  await expect.poll(() => channelsOf(pbx, '101')).toBe(0);
  expect(await pbx.cli('queue show line')).toMatch(/PJSIP\/101 .*\(Unavailable\)/);
  await proxy.close();
}

/** A server away for 40 s is asked for all the while, and found again within 3 s of its return. */
async function foundAgain(pbx: Asterisk, context: BrowserContext): Promise<void> {
  const idle = await PhonePage.open(await context.newPage());
  const proxy = await Proxy.to(pbx.httpPort);
  await idle.serviceLooks();
  const startedAt = await idle.now();
  await idle.start(phoneConfig(proxy.wsUrl, '102'));
  await idle.registered();
  /** What the machine needs, as busy as it is, to open a socket and register: that is not waiting. */
  const needsMs = ((await idle.last('registration'))?.at ?? Infinity) - startedAt;
  proxy.cut();
  await expect.poll(async () => (await idle.last('registration'))?.registration.status).not.toBe('registered');
  await idle.pass(AWAY_MS);
  expect(proxy.refusedAt.length).toBeGreaterThan(AWAY_MS / 5_000);
  const mendedAt = await idle.now();
  proxy.mend();
  await idle.registered();
  const foundAt = (await idle.last('registration'))?.at ?? Infinity;
  expect(foundAt - mendedAt, `a registration takes ${needsMs} ms`).toBeLessThan(FOUND_AGAIN_MS + needsMs);
  await proxy.close();
  await idle.close();
}

/** Calls that the exchange asks after live on: one that only talks, one that is held, and one whose signalling is cut when it is asked. */
async function askedWhetherTheyLive(pbx: Asterisk, context: BrowserContext): Promise<void> {
  const proxy = await Proxy.to(pbx.httpPort);
  const plain = await talkAs('106', pbx.wsUrl, pbx, context);
  const held = await talkAs('107', pbx.wsUrl, pbx, context);
  const cut = await talkAs('108', proxy.wsUrl, pbx, context);
  await held.phone.order({ kind: 'hold', callId: held.callId, held: true });
  await held.phone.fact('held');

  const { phone } = cut;
  await phone.pass(ASKED_AFTER_MS - CUT_MS / 2 - ((await phone.now()) - cut.answeredAt));
  proxy.cut();
  await phone.pass(CUT_MS);
  proxy.mend();
  expect(await phone.fact('connection', 2)).toMatchObject({ connected: true });

  for (const { phone: asked } of [plain, held]) {
    const questions = async () =>
      (await invites(asked)).filter(({ way, text }) => way === 'in' && text.includes('refresher=uac'));
    await expect.poll(async () => (await questions()).length).toBe(1);
    expect(await asked.all('connection'), 'nobody notices').toEqual([]);
  }
  expect((await held.phone.all('held')).map((fact) => fact.held)).toEqual([true]);
  await held.phone.order({ kind: 'hold', callId: held.callId, held: false });
  await held.phone.fact('held', 2);
  for (const { phone: living } of [plain, held, cut]) {
    await living.soundFlows();
    expect(await living.all('ended')).toEqual([]);
  }
  await Promise.all(
    [plain, held, cut].map(async ({ phone: living, callId }) => {
      await living.order({ kind: 'hang-up', callId, reason: 'consultant' });
      await living.fact('ended');
    }),
  );
  for (const number of ['106', '107', '108']) await expect.poll(() => channelsOf(pbx, number)).toBe(0);
  await Promise.all([plain, held, cut].map(({ phone: living }) => living.close()));
  await proxy.close();
}

/** A phone of this number in a call from past the queue. */
async function talkAs(number: string, server: string, pbx: Asterisk, context: BrowserContext) {
  const phone = await PhonePage.open(await context.newPage());
  await phone.start(phoneConfig(server, number));
  await phone.registered();
  await pbx.ring(number);
  const { callId } = await phone.fact('ringing');
  await phone.order({ kind: 'answer', callId });
  const { at: answeredAt } = await phone.fact('answered');
  await phone.soundFlows();
  return { phone, callId, answeredAt };
}

const invites = async (phone: PhonePage) => (await phone.sip()).filter(({ line }) => line.startsWith('INVITE '));

/** A session's time by its INVITE, s (RFC 4028 4). */
const sessionExpires = (invite = ''): number => Number(/^(?:Session-Expires|x): (\d+)/im.exec(invite)?.[1]);

const channelsOf = async (pbx: Asterisk, number: string): Promise<number> =>
  (await pbx.channels()).filter(({ name }) => name.startsWith(`PJSIP/${number}-`)).length;
