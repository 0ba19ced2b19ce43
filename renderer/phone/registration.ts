import type { PhoneFailure, Registration } from '../../shared/contract/phone.ts';
import { backoffMs } from './backoff.ts';
import type { Backoff } from './backoff.ts';
import { onTime } from './on-time.ts';
import type { RegisterAnswer, SipStack } from './sip-stack.ts';

/**
 * An unreachable server is not loaded by connection attempts, so they stay frequent: a phone is there again within 3 s of its return.
 * A server that answers but refuses is left alone for longer and longer.
 */
const CONNECTING: Backoff = { firstMs: 1_000, limitMs: 1_500 };
const REFUSED: Backoff = { firstMs: 1_000, limitMs: 30_000 };
/** A wrong password must not look like an attack. */
const WRONG_PASSWORD_MS = 60_000;
/** After a loss many phones come back at once; one in a call has no time to lose. */
const FIRST_RETRY_WITHIN_MS = { idle: 1_000, inCall: 300 };
/**
 * A server that has just started may refuse before it has read its accounts: an account it has taken before is offered again this often, this soon,
 * before the refusal is believed.
 */
const DISBELIEVED_REFUSALS = 2;
const DISBELIEVED: Backoff = { firstMs: 1_000, limitMs: 1_500 };
const PING_EVERY_MS = 8_000;
const PING_WITHIN_MS = 4_000;
const KICK_PING_WITHIN_MS = 1_500;
const PROBE_EVERY_MS = 10_000;
/**
 * Chromium holds back the sockets of a page that opened some sixteen in vain within minutes, each by 1–5 s (its WebSocketThrottler). After these few
 * the service looks for the server instead, as often as the page would, and the page itself but once a minute.
 */
const OWN_ATTEMPTS = 6;
const OWN_ATTEMPT_EVERY_MS = 60_000;
const ASK_WITHIN_MS = 6_000;
/** Of a server that starts: how often it is asked whether it hears us, and how long each time. */
const HEARS_ATTEMPTS = 8;
const HEARS_WITHIN_MS = 1_000;
const SHORTEST_WAIT_MS = 300;

export type KeepRegisteredOptions = {
  stack: SipStack;
  /** Asks the service what keeps us from the server: a page sees only close code 1006. null: nothing, or the service is away itself. */
  probe(): Promise<PhoneFailure | null>;
  /** Told at each change. */
  report(registration: Registration): void;
  /** ms, monotonic. */
  now(): number;
  /** In [0, 1). */
  random(): number;
};

export interface KeptRegistration {
  /** The network or the machine came back: try, or look whether the socket is alive, at once. */
  kick(): void;
  socketLost(): void;
  registrationLost(): void;
  stop(): void;
}

/** Connects and registers, for ever: one loop, whatever happens. */
export function keepRegistered({ stack, probe, report, now, random }: KeepRegisteredOptions): KeptRegistration {
  let stopped = false;
  let told: Registration | null = null;
  let probed = { at: -Infinity, failure: null as PhoneFailure | null };
  /** Ends the present wait; null while the loop is busy. A wait for the password cannot be cut short by a kick. */
  let wake: { end(): void; byKick: boolean } | null = null;
  let registered = false;
  let lost = false;
  /** Whether the next look at the server shall be quick. */
  let kicked = false;
  /** Something has changed here: the page looks for the server itself. */
  let urged = false;

  function tell(status: Registration['status'], failure: PhoneFailure | null, sipCode: number | null = null): void {
    if (stopped || (told?.status === status && told.failure === failure && told.sipCode === sipCode)) return;
    report((told = { status, failure, sipCode }));
  }

  function wait(ms: number, byKick = true): Promise<void> {
    return new Promise((resolve) => {
      const end = () => {
        callOff();
        wake = null;
        resolve();
      };
      const callOff = onTime(end, ms);
      wake = { end, byKick };
    });
  }

  /** Until the registration or the socket is lost, looking now and then whether the server is still there. */
  async function watch(): Promise<PhoneFailure> {
    while (!lost && !stopped) {
      await wait(PING_EVERY_MS * (0.75 + random() / 2));
      if (lost || stopped) break;
      const withinMs = kicked ? KICK_PING_WITHIN_MS : PING_WITHIN_MS;
      kicked = false;
      if (await stack.ping(withinMs)) continue;
      lost = true;
      stack.dropSocket();
    }
    return 'socket-lost';
  }

  async function askWhy(): Promise<PhoneFailure | null> {
    const asked = (probed = { at: now(), failure: probed.failure });
    const failure = await probe();
    if (probed !== asked || stopped) return null;
    probed.failure = failure;
    if (failure !== null) tell('failed', failure);
    if (failure === 'server-refused') stack.serverGone();
    return failure;
  }

  /** Waits while the service finds nobody where the server was; a kick ends it. */
  async function whileNobodyIsThere(failures: number): Promise<void> {
    urged = false;
    for (const since = now(); !stopped && !urged && now() - since < OWN_ATTEMPT_EVERY_MS;) {
      const askedAt = now();
      const failure = await Promise.race([askWhy(), wait(ASK_WITHIN_MS)]);
      wake?.end();
      if (failure !== 'no-server' && failure !== 'server-refused') return;
      await waitToRetry(failures, askedAt);
    }
  }

  /** An attempt that took long was a wait itself: a computer that is away answers nothing at all. */
  function waitToRetry(failures: number, triedAt: number): Promise<void> {
    const waitMs = backoffMs(CONNECTING, failures, random()) - (now() - triedAt);
    return wait(Math.max(random() * SHORTEST_WAIT_MS, waitMs));
  }

  /**
   * A server that has just started takes sockets before it hears what comes over them, and a REGISTER is not said twice. One that answers no
   * OPTIONS of strangers gets it all the same, only later.
   * @returns false: the socket is gone
   */
  async function hearsUs(): Promise<boolean> {
    for (let attempt = 0; attempt < HEARS_ATTEMPTS; attempt += 1) {
      const askedAt = now();
      if (await stack.ping(HEARS_WITHIN_MS)) return true;
      // At once: the socket is gone.
      if (stopped || now() - askedAt < HEARS_WITHIN_MS / 2) return false;
    }
    return true;
  }

  async function run(): Promise<void> {
    let failures = 0;
    let refusals = 0;
    let wasRegistered = false;
    while (!stopped) {
      lost = false;
      const triedAt = now();
      const opening = stack.connect().then(
        () => true,
        () => false,
      );
      // The socket is on its way while it is told of.
      if (failures === 0 && !wasRegistered) tell('connecting', null);
      const opened = await opening;
      if (stopped) return;
      if (!opened) {
        tell('failed', probed.failure ?? 'no-server');
        // Nobody waits for the answer: of a computer that is away it takes seconds.
        if (now() - probed.at >= PROBE_EVERY_MS) void askWhy();
        await waitToRetry((failures += 1), triedAt);
        if (failures >= OWN_ATTEMPTS) await whileNobodyIsThere(failures);
        continue;
      }
      const isHeard = failures === 0 || (await hearsUs());
      const answer: RegisterAnswer = isHeard ? await stack.register() : { kind: 'no-answer' };
      if (stopped) return;
      if (answer.kind === 'registered') {
        failures = refusals = 0;
        wasRegistered = true;
        probed = { at: -Infinity, failure: null };
        registered = true;
        tell('registered', null);
        const failure = await watch();
        registered = false;
        tell('connecting', failure);
        await wait(random() * FIRST_RETRY_WITHIN_MS[stack.isInCall() ? 'inCall' : 'idle']);
        continue;
      }
      failures += 1;
      refusals += 1;
      const failure = failureOf(answer);
      if (wasRegistered && refusals <= DISBELIEVED_REFUSALS && !asksForPatience(answer)) {
        tell('connecting', 'server-refused');
        if (answer.kind === 'no-answer') stack.dropSocket();
        await wait(backoffMs(DISBELIEVED, refusals, random()));
        continue;
      }
      tell('failed', failure, answer.kind === 'refused' ? answer.sipCode : null);
      if (answer.kind === 'no-answer') stack.dropSocket();
      const backoff = backoffMs(REFUSED, failures, random());
      if (failure === 'wrong-password') await wait(Math.max(WRONG_PASSWORD_MS, backoff), false);
      else await wait(Math.max(backoff, answer.kind === 'refused' ? (answer.retryAfterMs ?? 0) : 0));
    }
  }
  void run();

  const loss = () => {
    if (!registered) return;
    lost = true;
    wake?.end();
  };
  return {
    kick() {
      kicked = registered;
      urged = true;
      if (wake?.byKick) wake.end();
    },
    socketLost: loss,
    registrationLost: loss,
    stop() {
      stopped = true;
      wake?.end();
    },
  };
}

const asksForPatience = (answer: Exclude<RegisterAnswer, { kind: 'registered' }>): boolean =>
  answer.kind === 'refused' && answer.retryAfterMs !== null;

function failureOf(answer: Exclude<RegisterAnswer, { kind: 'registered' }>): PhoneFailure {
  if (answer.kind === 'no-answer') return 'no-answer';
  switch (answer.sipCode) {
    // SIP.js answers the first challenge by itself: a second one means the password was not taken.
    case 401:
    case 407:
      return 'wrong-password';
    case 403:
    case 404:
      return 'forbidden';
    default:
      return 'server-refused';
  }
}
