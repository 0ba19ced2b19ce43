import { expect, test as base } from './fixture.ts';
import { PhonePage, phoneConfig } from './phone-page.ts';

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
