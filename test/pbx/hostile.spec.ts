import fc from 'fast-check';
import { frame, fuzzParameters, OFFER, request } from '../hostile/hostile-sip.ts';
import type { HostileRelay } from '../hostile/relay.ts';
import { tortureMessages } from '../hostile/torture.ts';
import { expect, takesACall, test } from './hostile-fixture.ts';
import type { PhonePage } from './phone-page.ts';

const BATCHES = 3;
/** Who rings among the torture messages: the calls that SIP.js understands, valid or not. */
const RUNG = ['jdrosen', 'null- -null', 'caller', 'amazinglylon', ...Array<string>(9).fill('caller'), '+13035551111'];

test('RFC 4475: every torture message leaves the phone as it was', async ({ phone, pbx, relay }) => {
  await declineAll(phone);
  for (const { name, text } of tortureMessages()) {
    relay.slip(text);
    await isAlive(relay, `after-${name}`);
    await expect.poll(async () => (await phone.all('ringing')).length - (await phone.all('ended')).length).toBe(0);
  }
  const rung = (await phone.all('ringing')).map(({ number }) => number.slice(0, 12));
  expect(rung).toEqual(RUNG);
  await takesACall(phone, pbx, '+79990001100');
});

test('a fuzzer over headers, names, descriptions and frames: after each batch the phone registers and takes a call', async ({
  phone,
  pbx,
  relay,
}) => {
  const { numRuns, seed } = fuzzParameters(240);
  test.setTimeout(60_000 + numRuns * 200);
  await declineAll(phone);
  for (let batch = 0; batch < BATCHES; batch += 1) {
    const frames = fc.sample(frame, { numRuns: Math.ceil(numRuns / BATCHES), seed: seed + batch });
    for (const [index, one] of frames.entries()) {
      relay.slip(one);
      if (index % 20 === 19) await isAlive(relay, `batch-${batch}-${index}`);
    }
    await isAlive(relay, `batch-${batch}`);
    const registered = (await phone.all('registration')).length;
    relay.cut();
    await expect.poll(async () => (await phone.all('registration')).length).toBeGreaterThan(registered);
    await phone.registered();
    await takesACall(phone, pbx, `+7999000220${batch}`);
  }
  expect(await phone.page.evaluate(() => 'pwned' in window)).toBe(false);
});

test('frames as no exchange should send them: fragments, halves, bytes, giants, pings, keep-alives, wrong lengths', async ({
  phone,
  pbx,
  relay,
}) => {
  const options = (id: string) => request({ id, method: 'OPTIONS' });
  relay.slipFragments(options('fragments').split(/(?<=\r\n)/));
  await expect.poll(() => relay.answersTo('fragments')).toEqual([200]);
  relay.slip(Buffer.from(options('bytes')));
  await expect.poll(() => relay.answersTo('bytes'), 'RFC 7118 5: binary frames are SIP too').toEqual([200]);
  // Halves of a message are two frames that are none (RFC 7118 5): both are dropped.
  relay.slip(options('halves').slice(0, 120));
  relay.slip(options('halves').slice(120));
  for (const odd of ['\r\n', '\r\n\r\n', '', '\u0000', Buffer.from([0xff, 0xfe, 0xfd]), Buffer.alloc(0)])
    relay.slip(odd);
  relay.slip(request({ id: 'giant', body: 'a'.repeat(4_000_000) }));
  relay.slip(request({ id: 'crowd', extra: [`Record-Route: ${Array<string>(30_000).fill('<sip:a@b>').join(',')}`] }));
  relay.ping();
  relay.slip(options('short').replace('Content-Length: 0', 'Content-Length: 500'));
  relay.slip(options('long') + 'more than was said');
  relay.slip(request({ id: 'stray' }).replace(/^.*/, 'SIP/2.0 200 OK'));
  relay.slip(request({ id: 'unreadable', from: '"Анна <sip:1@h>' }));
  relay.slip(request({ id: 'nobodys', method: 'CANCEL' }));
  relay.slip(request({ id: 'nobodys-2', method: 'BYE' }).replace('To: <sip:101@127.0.0.1>', '$&;tag=none'));
  await isAlive(relay, 'frames');
  expect(relay.answersTo('halves')).toEqual([]);
  expect(relay.answersTo('giant')).toEqual([513]);
  expect(relay.answersTo('crowd')).toEqual([513]);
  expect(relay.answersTo('short')).toEqual([400]);
  expect(relay.answersTo('long')).toEqual([200]);
  expect(relay.answersTo('unreadable')).toEqual([400]);
  expect(relay.answersTo('nobodys')).toEqual([481]);
  expect(relay.answersTo('nobodys-2')).toEqual([481]);
  await takesACall(phone, pbx, '+79990003300');
});

test('callers from nobody’s address ring, and are nobody', async ({ phone, relay }) => {
  const callers: [from: string, number: string, name: string][] = [
    ['"Anonymous" <sip:anonymous@anonymous.invalid>', '', ''],
    ['<sip:127.0.0.1>', '', ''],
    ['<sips:+73432224455@127.0.0.1>', '+73432224455', ''],
    ['<tel:+73432224455>', '+73432224455', ''],
    [`"${'я'.repeat(10_000)}" <sip:+73432224455@127.0.0.1>`, '+73432224455', 'я'.repeat(120)],
    ['"\u202E\u200BСбер\u2066банк" <sip:900@127.0.0.1>', '900', 'Сбер банк'],
    ['"<img src=x onerror=alert(1)>" <sip:%3Cb%3E@127.0.0.1>', '<b>', '<img src=x onerror=alert(1)>'],
  ];
  for (const [index, [from, number, displayName]] of callers.entries()) {
    const id = `caller-${index}`;
    relay.slip(request({ id, from, body: OFFER }));
    const ringing = await phone.fact('ringing', index + 1);
    expect(ringing, from.slice(0, 60)).toMatchObject({ number, displayName });
    relay.slip(request({ id, from, method: 'CANCEL' }));
    expect(await phone.fact('ended', index + 1)).toMatchObject({ callId: ringing.callId, cause: 'cancelled' });
  }
});

/** A desk that declines whatever rings with an address of the fuzzer's. */
async function declineAll(phone: PhonePage): Promise<void> {
  await phone.page.evaluate(() => {
    const { harness } = window;
    let seen = 0;
    setInterval(() => {
      const fresh = harness.facts.slice(seen);
      seen = harness.facts.length;
      for (const fact of fresh) {
        if (fact.kind !== 'ringing' || fact.number.startsWith('+7999000')) continue;
        harness.order({ kind: 'decline', callId: fact.callId, sipCode: 480 });
      }
    }, 20);
  });
}

/** The phone has read all that was sent before, and answers. */
async function isAlive(relay: HostileRelay, id: string): Promise<void> {
  relay.slip(request({ id, method: 'OPTIONS' }));
  await expect
    .poll(() => relay.answersTo(id), { message: `alive: ${id}`, intervals: [5, 10, 20, 50, 100] })
    .toEqual([200]);
}
