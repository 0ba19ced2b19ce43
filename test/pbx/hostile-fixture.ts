import { request, within, OFFER } from '../hostile/hostile-sip.ts';
import { header, HostileRelay } from '../hostile/relay.ts';
import type { Asterisk } from './asterisk.ts';
import { expect, test as base } from './phone-fixture.ts';
import type { PhonePage } from './phone-page.ts';
import { phoneConfig } from './phone-page.ts';

/** A phone behind the relay, registered; a page error of any kind fails the test. */
export const test = base.extend<{ relay: HostileRelay }>({
  relay: async ({ phone, pbx }, use) => {
    const errors: string[] = [];
    phone.page.on('pageerror', (error) => errors.push(String(error)));
    const relay = await HostileRelay.to(pbx.wsUrl);
    await phone.start(phoneConfig(relay.wsUrl));
    await phone.registered();
    await use(relay);
    expect(errors, 'errors of the page').toEqual([]);
    await relay.close();
  },
});

/** A proper call of the real exchange: rings, is answered, sounds both ways and ends. */
export async function takesACall(phone: PhonePage, pbx: Asterisk, number: string): Promise<void> {
  const call = await pbx.call({ number });
  const isTheirs = async () => (await phone.all('ringing')).find((fact) => fact.number === number);
  await expect.poll(isTheirs).toBeTruthy();
  const { callId } = (await isTheirs()) ?? { callId: '' };
  await phone.order({ kind: 'answer', callId });
  await expect.poll(async () => (await phone.all('answered')).some((fact) => fact.callId === callId)).toBe(true);
  await phone.soundFlows();
  await call.hangUp();
  expect((await endOf(phone, callId)).cause).toBe('remote');
}

/** The end of a call, waited for; it is told once. */
export async function endOf(phone: PhonePage, callId: string) {
  const ends = async () => (await phone.all('ended')).filter((fact) => fact.callId === callId);
  await expect.poll(async () => (await ends()).length, { message: 'ended' }).toBe(1);
  const [end] = await ends();
  if (!end) throw new Error(`${callId} has not ended`);
  return end;
}

/** A call slipped in beside the exchange: nobody hears it, but its signalling is under the test's hand to the millisecond. */
export class SlippedCall {
  readonly id: string;
  readonly #relay: HostileRelay;

  constructor(relay: HostileRelay, id: string, from?: string) {
    this.id = id;
    this.#relay = relay;
    relay.slip(request({ id, body: OFFER, ...(from === undefined ? {} : { from }) }));
  }

  cancel(...extra: string[]): void {
    this.#relay.slip(request({ id: this.id, method: 'CANCEL', extra }));
  }

  /** Final answers to the INVITE so far. */
  answers(): number[] {
    return this.#toInvite()
      .map((text) => Number(text.slice(8, 11)))
      .filter((code) => code >= 200);
  }

  /** Acknowledges the answer and, after it, hangs up. */
  hangUp(): void {
    const ok = this.#toInvite().find((text) => text.startsWith('SIP/2.0 200'));
    const to = header(ok ?? '', 'To');
    this.#relay.slip(within({ id: this.id, to, method: 'ACK', cseq: 1 }));
    this.#relay.slip(within({ id: this.id, to, method: 'BYE', cseq: 2 }));
  }

  #toInvite(): string[] {
    return this.#relay.answersOf(this.id).filter((text) => /\bINVITE\b/.test(header(text, 'CSeq')));
  }
}

export { expect } from './phone-fixture.ts';
