import type { CallDeadlines, CarriedConsultation, PhoneCall, PhoneOrder } from '../../shared/contract/phone.ts';
import type { Ring } from '../desk-api/near-phone.ts';
import type { PhoneClock } from './phone-clock.ts';
import { createDeadlines } from './deadlines.ts';
import type { Deadlines } from './deadlines.ts';
import type { MicrophoneState } from './devices.ts';
import { dialNumber } from './dial-number.ts';
import { lateCallSound } from './late-call-sound.ts';
import type { NewFact } from './fact-queue.ts';
import type { LiveCall } from './live-call.ts';
import type { Sound } from './sound.ts';
import type { Caller, HangUpReason, IncomingCall, PhoneLog, SipCallListener, SipStack } from './sip-stack.ts';
import { playInCall } from './call-tone.ts';
import { join, part } from './conference.ts';
import { endReturned, handOver } from './transfer.ts';
import { createHoldReminder } from './hold-reminder.ts';
import { watchSound } from './sound-watch.ts';

/** Orders about calls, as the desk gives them. */
export type CallOrder = Exclude<PhoneOrder, { kind: 'configure' | 'power' | 'shut-down' | 'link-check' }>;

type OrderOf<K extends CallOrder['kind']> = Extract<CallOrder, { kind: K }>;

/** A call nobody answers is given up by us where the PBX does not. */
const DIAL_FOR_MS = 90_000;
const MOST_CALLS = 2;
/** The screen rings first: making a sound keeps the thread busy that a browser's page shares with the phone. */
const SOUND_AFTER_MS = 35;

export type CallsOptions = {
  clock: PhoneClock;
  /** Made when it is first asked for: it takes the page's thread for some 15 ms. */
  sound: () => Sound;
  microphone(): MicrophoneState;
  /** The microphone could not be opened: its state is read again and told. */
  microphoneFailed(): void;
  /** The stack to dial by; null while nothing is configured. */
  stack(): SipStack | null;
  report(fact: NewFact): void;
  /** Told of each ring in the instant it is reported. */
  onRing?(ring: Ring): void;
  /** The last call ended. */
  onIdle(): void;
  log: PhoneLog;
};

export interface Calls {
  incoming(offer: IncomingCall): void;
  obey(order: CallOrder): void;
  /** All calls alive, for the desk's hello. */
  list(): PhoneCall[];
  readonly deadlines: Deadlines;
  endAll(reason: HangUpReason): void;
}

/**
 * The calls of one consultant: a current one, the colleague asked beside it, and at most one more that rings; another is busy (486) at once. It decides nothing about the
 * business: it obeys the desk's orders and reports what happened.
 */
export function createCalls(options: CallsOptions): Calls {
  const { clock, sound, report, log } = options;
  const calls = new Map<string, LiveCall>();
  const deadlines = createDeadlines(clock.now, (callId, kind) => {
    const call = calls.get(callId);
    if (!call) return;
    if (kind === 'limit') hangUp(call, 'limit');
    else if (kind === 'warning' || kind === 'last-minute') sound().stage(kind);
    else void playInCall(call, kind, () => report({ kind: 'tone', callId, tone: kind }));
  });

  const isBusy = (except?: LiveCall) => [...calls.values()].some((call) => call !== except && call.phase !== 'ringing');

  function open(
    id: string,
    direction: PhoneCall['direction'],
    caller: Caller,
    besideId: string | null = null,
  ): LiveCall {
    const call: LiveCall = {
      id,
      direction,
      caller,
      besideId,
      startedAt: clock.now(),
      sound: lateCallSound(() => sound().openCall()),
      sip: null,
      handedOver: null,
      toneDue: null,
      phase: direction === 'incoming' ? 'ringing' : 'dialling',
      stage: null,
      answering: false,
      held: false,
      muted: false,
      answeredAt: null,
      watch: null,
      connected: true,
      silentSince: null,
    };
    calls.set(id, call);
    return call;
  }

  function listenerOf(call: LiveCall, onUp: () => void = () => {}): SipCallListener {
    const { id: callId } = call;
    return {
      progress(stage) {
        if (call.stage === stage || call.stage === 'early-media') return;
        call.stage = stage;
        report({ kind: 'progress', callId, stage });
        updateSignal();
      },
      answered() {
        onUp();
        call.phase = 'up';
        call.answeredAt = clock.now();
        report({ kind: 'answered', callId });
        call.watch = watchSound({
          now: clock.now,
          wanted: () => call,
          microphone: call.sound.microphone,
          stats: () => call.sip?.stats() ?? Promise.resolve(null),
          report: (state) => report({ kind: 'call-sound', callId, state }),
        });
        updateSignal();
      },
      connection(connected, silentForMs) {
        call.connected = connected;
        call.silentSince = silentForMs === null ? null : clock.now() - silentForMs;
        report({ kind: 'connection', callId, connected, silentForMs });
      },
      ended(end) {
        onUp();
        calls.delete(callId);
        call.toneDue = null;
        deadlines.clear(callId);
        call.sound.close();
        part([...calls.values()]);
        const quality = call.watch?.stop() ?? null;
        report({ kind: 'ended', callId, ...end, media: end.media && { ...end.media, quality } });
        updateSignal();
        if (calls.size === 0) options.onIdle();
      },
    };
  }

  function updateSignal(): void {
    const all = [...calls.values()];
    const current = isBusy();
    if (all.some(({ phase, stage }) => phase === 'dialling' && stage === 'ringing')) sound().signal('ringback');
    else if (!current && all.some(({ answering }) => !answering)) sound().signal('ring');
    else sound().signal(null);
  }

  async function answer(call: LiveCall): Promise<void> {
    // Ordered twice: by the console of this page, and by the desk.
    if (call.answering) return;
    if (call.phase !== 'ringing' || isBusy(call)) return log('answer-refused', { callId: call.id });
    const microphone = options.microphone();
    // Answering without a voice would leave the caller with silence: it goes on ringing, and the registration says why.
    if (microphone === 'denied' || microphone === 'absent') return options.microphoneFailed();
    call.answering = true;
    // The answer is on its way before anything else is done: the tone's end would hold it back for a millisecond.
    const answersAtOnce = microphone === 'granted';
    if (answersAtOnce) call.sip?.answer();
    setTimeout(updateSignal);
    const opened = await call.sound.openMicrophone(answersAtOnce);
    if (!opened.ok) {
      log('microphone', { problem: opened.problem });
      options.microphoneFailed();
    }
    if (answersAtOnce) return;
    call.answering = opened.ok;
    if (opened.ok) call.sip?.answer();
    updateSignal();
  }

  /** `beside`: the call that is held while a colleague is asked; any other call that is up forbids dialling. */
  function dial(callId: string, typed: string, beside?: { call: LiveCall; carried: CarriedConsultation | null }): void {
    const number = dialNumber(typed);
    const stack = options.stack();
    const { length } = [...calls.values()].filter((call) => call.phase !== 'ringing' && call !== beside?.call);
    report({ kind: 'dialling', callId, number: number ?? typed.slice(0, 64) });
    const microphone = options.microphone();
    const voiceless = microphone === 'denied' || microphone === 'absent';
    if (voiceless) options.microphoneFailed();
    if (number === null || stack === null || length > 0 || voiceless) {
      log('dial-refused', { hasNumber: number !== null, hasStack: stack !== null, busy: length > 0, voiceless });
      return report({ kind: 'ended', callId, cause: 'failed', sipCode: null, media: null });
    }
    const call = open(callId, 'outgoing', { number, displayName: '', dialled: number }, beside?.call.id);
    const tooLong = setTimeout(() => call.sip?.hangUp('no-answer'), DIAL_FOR_MS);
    void call.sound.openMicrophone(true).then((opened) => {
      if (!opened.ok) options.microphoneFailed();
    });
    call.sip = stack.dial(
      number,
      call.sound,
      listenerOf(call, () => clearTimeout(tooLong)),
      beside?.carried,
    );
    updateSignal();
  }

  /** Asks a colleague: only once the caller is really held, or would hear what is said about them. */
  async function consult({ callId, besideId, number, carried }: OrderOf<'consult'>): Promise<void> {
    const call = calls.get(besideId);
    if (call) await hold(call, true);
    if (call?.held && calls.has(besideId)) return dial(callId, number, { call, carried });
    log('consult-refused', { held: call?.held ?? null });
    report({ kind: 'ended', callId, cause: 'failed', sipCode: null, media: null });
  }

  function setJoined(call: LiveCall, other: LiveCall | undefined, joined: boolean): void {
    if (other && joined) join(call, other);
    else part([...calls.values()]);
    report({ kind: 'joined', callId: call.id, joined: other !== undefined && joined });
  }

  function hangUp(call: LiveCall, reason: HangUpReason): void {
    call.sip?.hangUp(reason);
  }

  const holdReminder = createHoldReminder(
    (callId) => calls.get(callId)?.held ?? false,
    () => sound().knock('held'),
  );

  async function hold(call: LiveCall, held: boolean): Promise<void> {
    if (call.phase !== 'up' || call.held === held) return report({ kind: 'held', callId: call.id, held: call.held });
    call.held = held;
    letThrough(call);
    const agreed = await call.sip?.setHold(held);
    if (!calls.has(call.id) || call.held !== held) return;
    if (!agreed) call.held = !held;
    letThrough(call);
    holdReminder.held(call.id, call.held);
    report({ kind: 'held', callId: call.id, held: call.held });
  }

  function mute(call: LiveCall, muted: boolean): void {
    call.muted = muted;
    letThrough(call);
    report({ kind: 'muted', callId: call.id, muted });
  }

  const letThrough = (call: LiveCall) => call.sound.letThrough(!call.held && !call.muted);

  function sendTones(call: LiveCall, tones: string): void {
    if (!call.sip?.sendTones(tones)) return log('no-dtmf', { callId: call.id });
    report({ kind: 'dtmf', callId: call.id, tones: tones.slice(0, 300) });
  }

  /** A new order stops a farewell that is no longer due: minutes were granted during it. */
  function setDeadlines(call: LiveCall, order: CallDeadlines): void {
    if (order.farewellInMs === null ? order.limitInMs === null : order.farewellInMs > 0) {
      call.toneDue = null;
      call.sound.stopTone();
    }
    deadlines.set(order);
  }

  return {
    deadlines,
    incoming(offer) {
      // A colleague who is asked counts with the call it is about.
      if ([...calls.values()].filter(({ besideId }) => besideId === null).length >= MOST_CALLS)
        return offer.refuse(486);
      endReturned([...calls.values()], offer.carried);
      const second = isBusy();
      const callId = crypto.randomUUID();
      const { caller, carried, asksForAnswer } = offer;
      // What a colleague hands over is shown with what he says of it, and a call may be answered by itself: the desk's word is waited for.
      if (!carried && !asksForAnswer) options.onRing?.({ callId, ...caller });
      report({
        kind: 'ringing',
        callId,
        ...caller,
        ...(carried && { carried }),
        ...(asksForAnswer && { asksForAnswer }),
      });
      const call = open(callId, 'incoming', offer.caller);
      call.sip = offer.ring(call.sound, listenerOf(call));
      setTimeout(() => {
        if (second && calls.get(callId)?.phase === 'ringing') sound().knock('knock');
        updateSignal();
      }, SOUND_AFTER_MS);
    },

    obey(order) {
      if (order.kind === 'dial') return dial(order.callId, order.number);
      if (order.kind === 'consult') return void consult(order);
      const call = calls.get(order.kind === 'deadlines' ? order.deadlines.callId : order.callId);
      if (!call) return log('order-for-no-call', { kind: order.kind });
      switch (order.kind) {
        case 'answer':
          return void answer(call);
        case 'decline':
          return call.phase === 'ringing' ? call.sip?.decline(order.sipCode) : undefined;
        case 'hang-up':
          return hangUp(call, order.reason);
        case 'hold':
          return void hold(call, order.held);
        case 'mute':
          return mute(call, order.muted);
        case 'dtmf':
          return sendTones(call, order.tones);
        case 'transfer':
          return void handOver(call, order, report);
        case 'connect': {
          const other = calls.get(order.withCallId)?.sip;
          return void (other && handOver(call, { call: other }, report));
        }
        case 'join':
          return setJoined(call, calls.get(order.withCallId), order.joined);
        case 'deadlines':
          return setDeadlines(call, order.deadlines);
      }
    },

    list: () =>
      [...calls.values()].map((call) => ({
        callId: call.id,
        direction: call.direction,
        ...call.caller,
        phase: call.phase,
        held: call.held,
        muted: call.muted,
        connected: call.connected,
        silentForMs: call.silentSince === null ? null : Math.max(0, clock.now() - call.silentSince),
        ...(call.besideId !== null && { besideId: call.besideId }),
        startedAgoMs: Math.max(0, clock.now() - call.startedAt),
        answeredAgoMs: call.answeredAt === null ? null : Math.max(0, clock.now() - call.answeredAt),
      })),

    endAll: (reason) => [...calls.values()].forEach((call) => hangUp(call, reason)),
  };
}
