import { phoneApi } from '../../shared/contract/phone.ts';
import type { PhoneApi, PhoneConfig, PhoneOrder, Registration } from '../../shared/contract/phone.ts';
import { ECHO_NUMBER } from '../../shared/contract/link-check.ts';
import { fail } from '../../shared/contract/wire.ts';
import { createClient } from '../../shared/contract/rpc.ts';
import type { Channel, Client } from '../../shared/contract/rpc.ts';
import { keepConnected } from '../desk-api/keep-connected.ts';
import type { Ring } from '../desk-api/near-phone.ts';
import { createAudio, type PhoneAudio } from './audio.ts';
import { rehearseCaller } from './caller-identity.ts';
import { createCallStorm } from './call-storm.ts';
import { createCalls } from './calls.ts';
import { watchDevices } from './devices.ts';
import { createFactQueue } from './fact-queue.ts';
import { lightsOf } from './headset-lights.ts';
import { watchHeadsets, webHid } from './headsets.ts';
import { createLinkCheck } from './link-check.ts';
import { createClock } from './phone-clock.ts';
import { followRecordings } from './recorded-sounds.ts';
import { keepRegistered } from './registration.ts';
import type { KeptRegistration } from './registration.ts';
import { createSipJsStack } from './sip-js-stack.ts';
import type { PhoneLog, SipStack } from './sip-stack.ts';

export type StartPhoneOptions = {
  /** Opens a channel to the service in the role `phone`; called again whenever the last one closed. */
  connect: () => Promise<Channel>;
  log?: PhoneLog;
  /** Told of every change of the registration, for the page the phone lives in. */
  onRegistration?: (registration: Registration) => void;
  /** Told of each ring as it is reported to the desk, for the console of the same page. */
  onRing?: (ring: Ring) => void;
  /** Told when a call comes, before it is read. */
  onInvite?: () => void;
};

export interface Phone {
  /** As the desk's order of that name. */
  answer(callId: string): void;
  /** Ends every call, unregisters and lets go of all devices. */
  stop(): Promise<void>;
}

/** Registered, and the screens drawn, by then. */
const REHEARSAL_AFTER_MS = 1_000;

type Account = PhoneConfig['account'];
const NOT_CONFIGURED: Registration = { status: 'unregistered', failure: 'not-configured', sipCode: null };

/**
 * The phone of this page: registers, rings, calls, and reports to the desk over a channel that may come and go. Calls and their deadlines
 * do not depend on the channel.
 */
export function startPhone({ connect, log = quiet, onRegistration, onRing, onInvite }: StartPhoneOptions): Phone {
  const clock = createClock();
  setTimeout(rehearseCaller, REHEARSAL_AFTER_MS);
  const queue = createFactQueue(clock.now, (fact) => log('bad-fact', { kind: fact.kind }));
  const devices = watchDevices((fact) => {
    queue.add(fact);
    opened?.devicesChanged(fact.devices);
    reportRegistration();
  });
  let opened: PhoneAudio | null = null;
  function audio(): PhoneAudio {
    if (opened !== null) return opened;
    opened = createAudio((allowed) => queue.add({ kind: 'sound', allowed }));
    opened.devicesChanged(devices.list());
    if (config !== null) soundAs(opened, config);
    return opened;
  }
  function soundAs(sound: PhoneAudio, next: PhoneConfig): void {
    sound.configure(next);
    recordings(next.recordings);
  }
  const calls = createCalls({
    clock,
    sound: audio,
    microphone: devices.microphone,
    microphoneFailed: () => void devices.refresh(),
    stack: () => line?.stack ?? null,
    report(fact) {
      queue.add(fact);
      // A fact may be told before the call is in its place.
      queueMicrotask(() => headsets.light(lightsOf(calls.list())));
    },
    ...(onRing === undefined ? {} : { onRing }),
    onIdle: () => applyAccount(),
    log,
  });
  const recordings = followRecordings({
    ask: (kind) => client?.call('recording', { kind }) ?? Promise.resolve(fail('disconnected')),
    record: (kind, bytes) => audio().record(kind, bytes),
    log,
  });
  const storm = createCallStorm(clock.now, (what, refused) => log('call-storm', { what, refused }));

  const headsets = watchHeadsets({
    hid: webHid(),
    now: clock.now,
    onPress: (press) => queue.add({ kind: 'headset-press', press }),
    onChange: (names) => queue.add({ kind: 'headsets', names }),
    log,
  });
  const check = createLinkCheck({
    now: clock.now,
    registration: () => registration,
    microphone: devices.microphone,
    target: () => line && { stack: line.stack, number: line.account?.echo ?? ECHO_NUMBER },
    openCall: () => audio().openCall(),
    report: (given) => queue.add({ kind: 'link-check', check: given }),
  });

  let config: PhoneConfig | null = null;
  let line: { account: Account; stack: SipStack; registration: KeptRegistration } | null = null;
  let registration = NOT_CONFIGURED;
  let told = '';
  let client: Client<PhoneApi> | null = null;
  let stopped = false;

  /** A phone that is registered but has no microphone says so too. */
  function seenRegistration(): Registration {
    if (registration.failure !== null || line === null) return registration;
    const microphone = devices.microphone();
    if (microphone === 'denied') return { ...registration, failure: 'microphone-denied' };
    return microphone === 'absent' ? { ...registration, failure: 'no-microphone' } : registration;
  }

  function reportRegistration(): void {
    const seen = seenRegistration();
    const text = JSON.stringify(seen);
    if (text === told) return;
    told = text;
    queue.add({ kind: 'registration', registration: seen });
  }

  function setRegistration(next: Registration): void {
    registration = next;
    reportRegistration();
    onRegistration?.(next);
    // Not before: making the sound waits for the system's devices, and with it everything on this page.
    if (next.status !== 'connecting' && !stopped) audio();
  }

  /** Another account takes effect when no call is alive: a call is never dropped for it. */
  function applyAccount(): void {
    const account = config?.account ?? null;
    if (stopped || JSON.stringify(account) === JSON.stringify(line?.account ?? null) || calls.list().length > 0) return;
    void endLine();
    if (account === null) return setRegistration(NOT_CONFIGURED);
    const stack = createSipJsStack({
      account,
      listener: {
        socketLost: () => line?.registration.socketLost(),
        registrationLost: () => line?.registration.registrationLost(),
        lamp: (number, lamp) => queue.add({ kind: 'lamp', number, lamp }),
        mailbox: (newMessages) => queue.add({ kind: 'mailbox', newMessages }),
        callSilent: () => line?.registration.kick(),
        incoming(offer) {
          if (!storm.mayRing()) return offer.refuse(486);
          check.stop('interrupted');
          calls.incoming(offer);
        },
      },
      onInvite,
      log,
    });
    if (stack === null) return setRegistration({ status: 'failed', failure: 'not-configured', sipCode: null });
    const kept = keepRegistered({
      stack,
      probe: async () => {
        const outcome = await client?.call('probe', { server: account.server });
        return outcome?.ok ? outcome.value.failure : null;
      },
      report: setRegistration,
      now: clock.now,
      random: Math.random,
    });
    line = { account, stack, registration: kept };
    void devices.ask();
  }

  function endLine(): Promise<void> {
    check.stop('interrupted');
    const gone = line;
    line = null;
    gone?.registration.stop();
    return gone?.stack.stop().catch((error: unknown) => log('stop', { error: String(error) })) ?? Promise.resolve();
  }

  function configure(next: PhoneConfig): void {
    config = next;
    if (opened !== null) soundAs(opened, next);
    applyAccount();
    line?.stack.watch(next.watch ?? []);
  }

  function obey(order: PhoneOrder): void {
    switch (order.kind) {
      case 'configure':
        return configure(order.config);
      case 'link-check':
        if (!order.on) return check.stop('stopped');
        return calls.list().length > 0 ? undefined : check.start();
      case 'dial':
        check.stop('interrupted');
        return calls.obey(order);
      case 'power':
        if (order.event === 'suspend') return clock.suspend();
        clock.resume();
        calls.deadlines.look();
        return line?.registration.kick();
      case 'shut-down':
        // Without a configuration nothing registers again until the next hello.
        config = null;
        calls.endAll('consultant');
        opened?.letGo();
        void endLine();
        return setRegistration({ status: 'unregistered', failure: null, sipCode: null });
      default:
        return calls.obey(order);
    }
  }

  /** One connection to the service: hello, then every fact it has not acknowledged. */
  async function greet(channel: Channel): Promise<void> {
    const current = createClient(phoneApi, channel, ({ what, name, message }) =>
      log(what, { name, message: message.slice(0, 300) }),
    );
    client = current;
    current.on('order', obey);
    const hello = await current.call('hello', { registration: seenRegistration(), calls: calls.list() });
    if (!hello.ok) {
      log('hello-refused', { code: hello.error.code });
      return current.close();
    }
    queue.connect((facts) => current.call('facts', { facts }));
    configure(hello.value);
  }

  const disconnect = keepConnected({
    open: connect,
    onUp: (channel) => void greet(channel),
    onDown() {
      queue.disconnect();
      client = null;
    },
  });

  const online = () => line?.registration.kick();
  // The media of this page ends with it: the far end is told, and the next page's hello has no calls.
  const leaving = () => calls.endAll('page-closed');
  addEventListener('online', online);
  addEventListener('pagehide', leaving);

  return {
    answer: (callId) => obey({ kind: 'answer', callId }),
    async stop() {
      stopped = true;
      removeEventListener('online', online);
      removeEventListener('pagehide', leaving);
      calls.endAll('consultant');
      await endLine();
      disconnect();
      devices.stop();
      headsets.stop();
      opened?.stop();
    },
  };
}

function quiet(): void {}
