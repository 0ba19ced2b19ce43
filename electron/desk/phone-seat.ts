import { ok } from '../../shared/contract/base.ts';
import {
  phoneApi,
  type PhoneApi,
  type PhoneConfig,
  type PhoneFact,
  type PhoneFailure,
  type PhoneOrder,
} from '../../shared/contract/phone.ts';
import type { RecordingKind } from '../../shared/contract/recordings.ts';
import type { z } from 'zod';
import { serve, type Channel, type Server } from '../../shared/contract/rpc.ts';
import type { DeskLog } from './ports.ts';

type Hello = z.output<(typeof phoneApi)['methods']['hello']['args']>;
type Phone = { tabId: string; server: Server<PhoneApi>; admit: () => void };

export type PhoneSeat = {
  connect(channel: Channel, tabId: string): void;
  /** To the phone in its seat; without one the order is dropped: its hello will bring both sides together. */
  order(order: PhoneOrder): void;
  /** The desk has moved to this tab: its phone, if it has one, takes the place of the other. */
  moveTo(tabId: string): void;
  close(): void;
};

/** What the desk makes of the phone's messages. */
export type PhoneHandlers = {
  hello(hello: Hello): PhoneConfig;
  /** A call is being dialled or talked, and this phone does not have it. */
  inCallWithout(calls: Hello['calls']): boolean;
  /** The phone of this tab has brought a live call with it. */
  broughtCall(tabId: string): void;
  facts(facts: PhoneFact[]): void;
  recording(kind: RecordingKind): string | null;
  probe(server: string): Promise<PhoneFailure | null>;
  gone(): void;
};

const hasLive = (calls: Hello['calls']): boolean => calls.some(({ phase }) => phase !== 'ringing');

/**
 * One phone at a time. In a browser each tab has a phone of its own: that of a tab that does not hold the desk waits for the answer to its
 * hello, silent, until the desk moves there; then the other is shut down. A phone that brings a live call takes the seat at once (the service
 * was restarted in it), and nobody takes it from one that has the desk's call.
 * @param holder the tab that holds the desk
 */
export function createPhoneSeat(ports: { handlers: PhoneHandlers; holder(): string | null; log: DeskLog }): PhoneSeat {
  const { handlers, holder, log } = ports;
  const everybody = new Set<Phone>();
  let seated: Phone | null = null;

  function mayTakeSeat(tabId: string, calls: Hello['calls']): boolean {
    if (seated === null || seated.tabId === tabId) return true;
    return !handlers.inCallWithout(calls) && (holder() === tabId || hasLive(calls));
  }

  function seat(phone: Phone): void {
    const before = seated;
    seated = phone;
    if (before === null || before.tabId === phone.tabId) return;
    before.server.emit('order', { kind: 'shut-down' });
    // It comes back with a new hello, which waits until the desk moves to its tab again.
    before.server.close();
  }

  return {
    connect(channel, tabId) {
      let admitted: () => void = () => undefined;
      const admission = new Promise<void>((resolve) => {
        admitted = resolve;
      });
      const server = serve(
        phoneApi,
        channel,
        {
          async hello(said) {
            if (!mayTakeSeat(tabId, said.calls)) await admission;
            seat(phone);
            if (hasLive(said.calls)) handlers.broughtCall(tabId);
            return ok(handlers.hello(said));
          },
          facts({ facts }) {
            handlers.facts(facts);
            return ok(null);
          },
          recording: ({ kind }) => ok({ data: handlers.recording(kind) }),
          probe: async ({ server: address }) => ok({ failure: await handlers.probe(address) }),
        },
        ({ what, name, message }) => log('warn', what, { name, message }),
        (name) => (name === 'facts' && seated !== phone ? { code: 'elsewhere', details: {} } : null),
      );
      const phone: Phone = { tabId, server, admit: admitted };
      everybody.add(phone);
      channel.onClose(() => {
        everybody.delete(phone);
        if (seated !== phone) return;
        seated = null;
        handlers.gone();
      });
    },
    order: (order) => seated?.server.emit('order', order),
    moveTo(tabId) {
      const waiting = [...everybody].find((phone) => phone.tabId === tabId);
      if (waiting !== undefined && waiting !== seated) waiting.admit();
    },
    close: () => [...everybody].forEach(({ server }) => server.close()),
  };
}
