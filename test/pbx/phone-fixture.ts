import { NO_RECORDINGS, type Recordings } from '../../shared/contract/recordings.ts';
import { test as base } from './fixture.ts';
import type { Asterisk } from './asterisk.ts';
import { PhonePage, phoneConfig } from './phone-page.ts';

/** Tests with the product's phone in a page of its own, besides the exchange. What it lived through is attached when a test fails. */
export const test = base.extend<{ phone: PhonePage }>({
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

type TalkOptions = { server?: string; record?: boolean; recordings?: Recordings };

/** A registered phone in a call with a user. */
export async function talk(phone: PhonePage, pbx: Asterisk, options: TalkOptions = {}) {
  const { server = pbx.wsUrl, record = false, recordings = NO_RECORDINGS } = options;
  await phone.start({ ...phoneConfig(server), recordings });
  await phone.registered();
  const call = await pbx.call({ number: '+73432224455', name: 'Анна', record });
  const { callId } = await phone.fact('ringing');
  await phone.order({ kind: 'answer', callId });
  await phone.fact('answered');
  await phone.soundFlows();
  return { call, callId };
}

/** A BYE as the exchange received it, found by a piece of its text; empty when there was none. */
export async function byeAtExchange(pbx: Asterisk, piece: string): Promise<string> {
  const lines = (await pbx.cli('pjsip show history')).split('\n').filter((line) => line.includes(' BYE sip:'));
  for (const line of lines.reverse()) {
    const message = await pbx.cli(`pjsip show history entry ${Number.parseInt(line, 10)}`);
    if (message.includes(piece)) return message;
  }
  return '';
}

export { expect } from './fixture.ts';
