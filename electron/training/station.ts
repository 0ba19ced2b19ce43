import { Inviter, UserAgent, URI, type Invitation } from 'sip.js';
import { CallMedia } from './call-media.ts';
import { Call, type TrainingCall } from './call.ts';
import { destinationOf, type Destination } from './dial-plan.ts';
import type { FrameClock } from './frame-clock.ts';
import { readDescription } from './sdp.ts';
import { actAsCalled, actAsCaller, createEcho, voiceOf, type Manners, type TrainingUser } from './simulated-user.ts';
import type { AudioSource } from './speech.ts';
import { StationTransport, type Wire } from './station-transport.ts';
import type { TrainingLog } from './training-log.ts';

/** What every station of the exchange shares. */
export interface StationContext {
  /** Host of SIP addresses and of media. */
  host: string;
  frames: FrameClock;
  manners: Manners;
  lostAfterMs: number;
  log: TrainingLog;
  /** The user with this number, if the list has one. */
  userOf(number: string): TrainingUser | undefined;
  now(): number;
  steadyNow(): number;
  random(): number;
  onChange(): void;
  onCallOver(call: TrainingCall): void;
  /** 20 ms of what the console said, for whoever listens in. */
  onSound(callId: string, samples: Int16Array): void;
}

/** The console's end as the station sees it. */
export interface StationWire extends Wire {
  /** Account and contact of the registration; null before it. */
  registration(): { number: string; contact: URI } | null;
  /** Steady ms since the socket is gone; null while it is there. */
  awaySince(): number | null;
}

interface Person {
  number: string;
  name: string;
}

/** The exchange's side of one console: a SIP user agent, and the simulated people who talk through it. */
export class Station {
  readonly calls = new Set<Call>();
  /** The host our requests name in Via: the answers to them name it too. */
  readonly viaHost: string;
  readonly #context: StationContext;
  readonly #wire: StationWire;
  readonly #agent: UserAgent;
  readonly #callIds = new Set<string>();
  readonly #media = new WeakMap<object, CallMedia>();

  constructor(id: string, wire: StationWire, context: StationContext) {
    this.#context = context;
    this.#wire = wire;
    this.viaHost = `${id}.invalid`;
    this.#agent = new UserAgent({
      uri: new URI('sip', 'line', context.host),
      contactName: 'line',
      viaHost: this.viaHost,
      userAgentString: 'Line15 training line',
      transportConstructor: StationTransport,
      transportOptions: { wire },
      gracefulShutdown: false,
      sendInitialProvisionalResponse: false,
      logBuiltinEnabled: false,
      logConfiguration: false,
      logLevel: 'warn',
      logConnector: (_level, category, _label, content) => context.log.debug(`${category}: ${content}`),
      sessionDescriptionHandlerFactory: (session) => {
        const media = this.#media.get(session);
        if (media === undefined) throw new Error('A session nobody started');
        return media;
      },
      delegate: { onInvite: (invitation) => this.#dialled(invitation) },
    });
    this.#agent.start().catch(() => {}); // our transport connects at once and never fails
  }

  /** Whether a message of this dialog belongs here. */
  knows(callId: string): boolean {
    return this.#callIds.has(callId);
  }

  /** Takes a SIP message of the console. */
  receive(message: string): void {
    this.#agent.transport.onMessage?.(message);
  }

  /** The address our user agent answers to; the exchange routes new calls to it. */
  get contact(): string {
    return this.#agent.contact.uri.toRaw();
  }

  /** A user calls the console. The console must be registered. */
  callConsole(user: Person, talkMs: number): Call {
    const registration = this.#wire.registration();
    if (registration === null) throw new Error('The console is not registered');
    const { host, manners, random, log } = this.#context;
    const from = new URI('sip', user.number, host);
    const name = user.name.replace(/["\\\r\n]/g, '');
    const inviter = new Inviter(this.#agent, registration.contact, {
      params: { fromUri: from, fromDisplayName: name, toUri: new URI('sip', registration.number, host) },
      extraHeaders: [`P-Asserted-Identity: "${name}" <${from.toRaw()}>`],
    });
    const call = this.#track(inviter, 'incoming', registration.number, user, voiceOf(user.number));
    actAsCaller(call, manners, random, talkMs);
    const refused = (statusCode: number | undefined): void => call.refused(statusCode ?? 0);
    inviter
      .invite({ requestDelegate: { onReject: ({ message }) => refused(message.statusCode) } })
      .catch((error: unknown) => {
        log.warn(`A training call could not be made: ${String(error)}`);
        call.drop({ by: 'exchange', cause: 'lost' });
      });
    return call;
  }

  /** Ends everything at once, with BYE and CANCEL where there is somebody to say it to. */
  close(): void {
    for (const call of this.calls) {
      call.hangUp({ by: 'exchange', cause: 'closed' });
      call.drop({ by: 'exchange', cause: 'closed' });
    }
    this.#agent.stop().catch(() => {});
  }

  #dialled(invitation: Invitation): void {
    const { manners, random, userOf, log } = this.#context;
    const own = this.#wire.registration()?.number ?? '';
    const number = decodeURIComponent(invitation.request.to.uri.user ?? '');
    const talks = invitation.body === undefined || invitation.body === '' || readDescription(invitation.body) !== null;
    const destination: Destination = destinationOf(number, own);
    const person = { number, name: userOf(number)?.name ?? '' };
    const echo = createEcho();
    const voice = destination === 'echo' ? echo.voice : voiceOf(number);
    const call = this.#track(
      invitation,
      'outgoing',
      own,
      person,
      voice,
      destination === 'echo' ? echo.hear : undefined,
    );
    if (!talks) return call.hangUp({ by: 'exchange', cause: 'refused' }, 488);
    const failed = (error: unknown): void => log.debug(`Could not answer ${number}: ${String(error)}`);
    actAsCalled(call, destination, manners, random, {
      ring: () => void invitation.progress().catch(failed),
      accept: () => void invitation.accept().catch(failed),
    });
  }

  #track(
    session: Inviter | Invitation,
    direction: TrainingCall['direction'],
    own: string,
    person: Person,
    voice: AudioSource,
    echo?: (samples: Int16Array) => void,
  ): Call {
    const { host, frames, lostAfterMs, now, steadyNow, onChange, onCallOver, onSound, log } = this.#context;
    const { id } = session;
    const call: Call = new Call(
      {
        session,
        direction,
        console: own,
        number: person.number,
        name: person.name,
        now,
        steadyNow,
        lostAfterMs,
        awaySince: () => this.#wire.awaySince(),
        onChange,
        onEnd: () => {
          this.calls.delete(call);
          onCallOver(call.snapshot());
        },
      },
      (onDigit) =>
        new CallMedia({
          address: host,
          frames,
          voice,
          now: steadyNow,
          onDigit,
          onSound: (samples) => {
            echo?.(samples);
            onSound(call.id, samples);
          },
          onFailed: (reason) => log.warn(`No sound in training call ${id}: ${reason}`),
        }),
    );
    this.#media.set(session, call.media);
    this.#callIds.add(call.id);
    this.calls.add(call);
    onChange();
    return call;
  }
}
