import { causeOfRefusal } from '../../renderer/phone/call-ends.ts';
import { responseTo } from '../hostile/relay.ts';
import { endOf, expect, SlippedCall, takesACall, test } from './hostile-fixture.ts';

test('25 calls in a row, each ringing the instant the last one ended, and none leaves anything open', async ({
  phone,
  pbx,
  relay,
}) => {
  test.setTimeout(120_000);
  let call = new SlippedCall(relay, 'row-0');
  for (let count = 1; count <= 25; count += 1) {
    const { callId } = await phone.fact('ringing', count);
    await phone.order({ kind: 'answer', callId });
    await expect.poll(() => call.answers(), { intervals: [20, 50] }).toEqual([200]);
    call.hangUp();
    if (count < 25) call = new SlippedCall(relay, `row-${count}`);
    expect((await endOf(phone, callId)).cause).toBe('remote');
  }
  expect((await phone.all('answered')).length).toBe(25);
  await expect.poll(() => phone.media()).toEqual([]);
  expect(await phone.page.evaluate(() => window.harness.openMicrophones())).toBe(0);
  await takesACall(phone, pbx, '+79990004400');
});

test('the caller gives up at the very moment of the answer: one end is told, and both sides know the same', async ({
  phone,
  relay,
}) => {
  const outcomes: string[] = [];
  for (let round = 0; round < 16; round += 1) {
    const call = new SlippedCall(relay, `crossing-${round}`);
    const { callId } = await phone.fact('ringing', round + 1);
    await phone.pass(60);
    // The order on its way to the page, the CANCEL on its way to the phone: now one is first, now the other.
    const ordered = phone.order({ kind: 'answer', callId });
    if (round % 4 > 0) await new Promise((resolve) => setTimeout(resolve, (round % 4) * 4));
    call.cancel();
    await ordered;
    await expect.poll(() => call.answers().length, { message: 'a final answer' }).toBe(1);
    const [answer] = call.answers();
    // A CANCEL that comes after the 200 has no effect: such a caller acknowledges and hangs up (RFC 3261 9.1).
    if (answer === 200) call.hangUp();
    expect((await endOf(phone, callId)).cause).toBe(answer === 200 ? 'remote' : 'cancelled');
    expect((await phone.all('answered')).some((fact) => fact.callId === callId)).toBe(answer === 200);
    outcomes.push(String(answer));
  }
  test.info().annotations.push({ type: 'answers', description: outcomes.join(' ') });
  await expect.poll(() => phone.media()).toEqual([]);
  expect(await phone.page.evaluate(() => window.harness.openMicrophones())).toBe(0);
});

test('three at once: two are shown, the third is busy; one is answered while the other gives up', async ({
  phone,
  relay,
}) => {
  const [first, second, third] = ['one', 'two', 'three'].map((id) => new SlippedCall(relay, `at-once-${id}`));
  const { callId } = await phone.fact('ringing');
  const other = await phone.fact('ringing', 2);
  await expect.poll(() => third?.answers()).toEqual([486]);
  await phone.order({ kind: 'answer', callId });
  second?.cancel();
  await expect.poll(() => first?.answers()).toEqual([200]);
  expect(await endOf(phone, other.callId)).toMatchObject({ cause: 'cancelled' });
  first?.hangUp();
  expect(await endOf(phone, callId)).toMatchObject({ cause: 'remote' });
  expect((await phone.all('ringing')).length).toBe(2);
});

test('another phone of the same number takes the call, or declines it for both', async ({ phone, relay }) => {
  const reasons: [reason: string | null, cause: string][] = [
    ['SIP;cause=200;text="Call completed elsewhere"', 'elsewhere'],
    ['Q.850;cause=26', 'elsewhere'],
    ['SIP;cause=603;text="Decline"', 'declined'],
    ['SIP;cause=600;text="Busy Everywhere"', 'declined'],
    ['SIP;cause=486;text="Busy Here"', 'declined'],
    ['Q.850;cause=16;text="Normal call clearing"', 'cancelled'],
    [null, 'cancelled'],
  ];
  for (const [index, [reason, cause]] of reasons.entries()) {
    const call = new SlippedCall(relay, `elsewhere-${index}`);
    const { callId } = await phone.fact('ringing', index + 1);
    if (reason === null) call.cancel();
    else call.cancel(`Reason: ${reason}`);
    expect(await endOf(phone, callId), String(reason)).toMatchObject({ cause, sipCode: 487 });
    await expect.poll(() => call.answers()).toEqual([487]);
  }
  expect(await phone.media()).toEqual([]);
});

test('whatever status a dialled call ends with, it is told once, with its code, and the next call goes out', async ({
  phone,
  relay,
}) => {
  test.setTimeout(120_000);
  const codes = [
    300, 302, 380, 400, 402, 403, 404, 405, 406, 408, 410, 413, 415, 416, 420, 421, 423, 433, 437, 480, 481, 482, 483,
  ];
  codes.push(
    484,
    485,
    486,
    487,
    488,
    489,
    491,
    493,
    494,
    499,
    500,
    501,
    502,
    503,
    504,
    505,
    513,
    555,
    580,
    600,
    603,
    604,
    606,
    607,
    699,
  );
  for (const code of codes) {
    relay.intercept((text) => {
      if (text.startsWith('ACK ')) return [];
      return text.startsWith('INVITE ') ? [responseTo(text, `${code} <b>Words of the exchange</b>`)] : null;
    });
    await phone.order({ kind: 'dial', callId: `dial-${code}`, number: '1000' });
    expect(await endOf(phone, `dial-${code}`), String(code)).toMatchObject({
      cause: causeOfRefusal(code),
      sipCode: code,
    });
  }
  await expect.poll(() => phone.media()).toEqual([]);
});

test('a server that asks for the password again and again is given it once a call', async ({ phone, relay }) => {
  const challenge = 'Proxy-Authenticate: Digest realm="x", nonce="n", algorithm=MD5, qop="auth"';
  let invites = 0;
  relay.intercept((text) => {
    if (text.startsWith('ACK ')) return [];
    if (!text.startsWith('INVITE ')) return null;
    invites += 1;
    return [responseTo(text, '407 Proxy Authentication Required', [challenge])];
  });
  await phone.order({ kind: 'dial', callId: 'asked', number: '1000' });
  expect(await endOf(phone, 'asked')).toMatchObject({ cause: 'failed', sipCode: 407 });
  expect(invites).toBe(2);
});
