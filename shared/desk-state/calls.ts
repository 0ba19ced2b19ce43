import { GOOD_SOUND } from '../contract/call-sound.ts';
import type { StoryLine } from '../contract/journal.ts';
import type { CallMedia, CallEndCause, PhoneFact } from '../contract/phone.ts';
import { parsePhone, phoneKey } from '../regulation/phone-number.ts';
import { answerIncoming, answerOutgoing, answerReturned, endConversation, endUnanswered } from './consultation.ts';
import { hoursAt } from './hours.ts';
import { withoutPrefix } from './outgoing-number.ts';
import type { MissedReason } from './record.ts';
import { serviceName } from './service.ts';
import { activityOf, callsOf, REMEMBERED_CALLS, type Call, type Consultation, type DeskState } from './state.ts';
import {
  changeCall,
  changeConsultation,
  earlier,
  order,
  recordOfCall,
  refuse,
  replaceCall,
  settleMissed,
  story,
  update,
  write,
  type Turn,
} from './turn.ts';
import { bookForCaller, openEventOfNumber } from './events.ts';

type Rung = Pick<Call, 'id' | 'displayName' | 'dialled' | 'direction' | 'phase'> & { number: string };

/** A call nothing is known of yet but what the phone said. */
export function newCall(turn: Turn, { number, ...rung }: Rung): Call {
  return {
    ...rung,
    number: parsePhone(withoutPrefix(number, turn.state.prefix)),
    heldSince: null,
    muted: false,
    connected: true,
    sound: GOOD_SOUND,
    soundTold: [],
    silentSince: null,
    startedAt: turn.at,
    answeredAt: null,
    consultationId: null,
    missingSince: null,
    declined: 'no',
    carried: null,
    candidates: [],
    history: [],
    callsThisWeek: 0,
  };
}

/** A call of this identifier that is going on. */
export const callById = (turn: Turn, callId: string): Call | undefined =>
  callsOf(turn.state).find(({ id }) => id === callId);

/**
 * A new call: shown, as the second one during another, or declined with 480 by itself when the consultant is not ready, is wrapping up or
 * the line is closed (the PBX's queue goes on to the next); a third one is busy. Training goes on in closed hours. Where the settings say so,
 * a first call that is shown is answered at once.
 */
export function ring(turn: Turn, fact: Extract<PhoneFact, { kind: 'ringing' }>): void {
  const { callId: id, number, displayName, dialled } = fact;
  if (callById(turn, id) !== undefined || turn.state.endedCallIds.includes(id)) return;
  // Told again by a phone that outlived the service: the journal has it.
  if (turn.state.consultation?.callId === id) return;
  const fresh = newCall(turn, { id, number, displayName, dialled, direction: 'incoming', phase: 'ringing' });
  const call = { ...fresh, carried: fact.carried ?? null };
  const reason = whyNot(turn, call);
  if (reason !== null) {
    order(turn, { kind: 'decline', callId: id, sipCode: reason === 'busy' ? 486 : 480 });
    return declinedByItself(turn, call, reason);
  }
  if (turn.state.call === null) update(turn, { call });
  else update(turn, { secondCall: call });
  changeCall(turn, call, {});
  // Who hides his number is not everybody else who did.
  if (number !== '') turn.effects.push({ kind: 'look-up-caller', callId: id, number: call.number });
  const { consultation } = turn.state;
  if (turn.state.secondCall?.id === id && consultation !== null) story(turn, consultation.id, 'second-call', number);
  const isAsked = fact.asksForAnswer === true && mayAskForAnswer(turn.state, number);
  if ((turn.state.autoAnswer || isAsked) && turn.state.call?.id === id) order(turn, { kind: 'answer', callId: id });
  else takeBack(turn);
}

/** How long the next ring of a caller declined by itself is the same missed call. */
const SAME_MISSED_CALL_MS = 60_000;

/** A queue rings again each second, and so does a storm: one caller is one missed call a minute, in the journal and in «Пропущенные». */
function declinedByItself(turn: Turn, call: Call, reason: MissedReason): void {
  const who = `${reason} ${phoneKey(call.number.raw)}`;
  const lately = turn.state.declinedLately.filter(({ at }) => turn.at - at < SAME_MISSED_CALL_MS);
  const again = lately.some((one) => one.who === who);
  update(turn, { declinedLately: again ? lately : [...lately, { who, at: turn.at }].slice(-REMEMBERED_CALLS) });
  if (again) return remember(turn, call);
  forget(turn, call, { cause: 'declined', sipCode: null, media: null });
  miss(turn, call, reason);
}

/** A user we wanted to hand over, whom nobody took. */
function returnedTo({ consultation }: DeskState, { carried }: Call): Consultation | null {
  return carried !== null && carried.id === consultation?.id ? consultation : null;
}

/** A user who came back is with us again at once: they were never let go of. */
export function takeBack(turn: Turn): void {
  const { call } = turn.state;
  if (call?.phase !== 'ringing' || returnedTo(turn.state, call) === null) return;
  order(turn, { kind: 'answer', callId: call.id });
}

/** A header alone answers nothing: only callers of the administrator's list are let in by it. */
const mayAskForAnswer = ({ answerByHeader }: DeskState, number: string): boolean =>
  answerByHeader.some((allowed) => phoneKey(allowed) === phoneKey(number));

function whyNot(turn: Turn, ringing: Call): MissedReason | null {
  const { call, secondCall, availability, transfer } = turn.state;
  if (secondCall !== null || (call === null && transfer !== null)) return 'busy';
  if (returnedTo(turn.state, ringing) !== null) return null;
  if (availability.kind === 'not-ready') return 'not-ready';
  if (call === null && activityOf(turn.state) === 'wrap-up') return 'wrap-up';
  return isLineClosed(turn) && serviceName(turn.state, ringing) === null ? 'closed' : null;
}

/** 2.1: in closed hours nobody is served; training goes on, and so does a year whose hours are not known. */
function isLineClosed(turn: Turn): boolean {
  const hours = hoursAt(turn.state.rules, turn.at);
  return turn.state.mode === 'work' && hours.known && !hours.open;
}

/**
 * The phone says that a call was answered, here or by the other side. One the desk does not know, or has declined, is ended: it would have
 * neither clock nor limit, and nothing on the screen to hang it up with.
 */
export function answered(turn: Turn, callId: string): void {
  const call = callById(turn, callId);
  if (call === undefined) return order(turn, { kind: 'hang-up', callId, reason: 'consultant' });
  if (call.phase === 'up') return;
  if (turn.state.secondCall?.id === callId) update(turn, { call, secondCall: turn.state.call });
  const returned = returnedTo(turn.state, call);
  if (returned !== null) answerReturned(turn, call, returned);
  else if (call.direction === 'incoming') answerIncoming(turn, call);
  else answerOutgoing(turn, call);
}

/** Hold counts into the consultation, summed (4.1: the clock runs through it). */
export function held(turn: Turn, callId: string, isHeld: boolean): void {
  const call = callById(turn, callId);
  if (call === undefined || (call.heldSince !== null) === isHeld) return;
  changeCall(turn, call, { heldSince: isHeld ? turn.at : null });
  const { consultation } = turn.state;
  if (consultation === null || consultation.id !== call.consultationId) return;
  const heldMs = consultation.heldMs + (call.heldSince === null ? 0 : Math.max(0, turn.at - call.heldSince));
  changeConsultation(turn, consultation, { heldMs });
  story(turn, consultation.id, isHeld ? 'held' : 'resumed');
}

/** Microphone, media and tones: shown, and a line in the story where it matters to the consultation. */
export function noted(
  turn: Turn,
  fact: Extract<PhoneFact, { kind: 'muted' | 'connection' | 'tone' | 'dtmf' | 'dialling' | 'progress' }>,
): void {
  const call = callById(turn, fact.callId);
  if (call === undefined) return;
  const tell = (what: StoryLine['what'], text = '') => {
    if (call.consultationId !== null) story(turn, call.consultationId, what, text);
  };
  if (fact.kind === 'muted' && fact.muted !== call.muted) {
    replaceCall(turn, call.id, { ...call, muted: fact.muted });
    tell(fact.muted ? 'muted' : 'unmuted');
  }
  if (fact.kind === 'tone') tell(fact.tone);
  if (fact.kind === 'dtmf') tell('dtmf', fact.tones);
  if (fact.kind !== 'connection') return;
  const { connected, silentForMs } = fact;
  replaceCall(turn, call.id, {
    ...call,
    connected,
    silentSince: silentForMs === null ? null : turn.at - Math.round(silentForMs),
  });
  if (connected !== call.connected) tell(connected ? 'connection-back' : 'connection-lost');
}

export type CallEnd = { cause: CallEndCause; sipCode: number | null; media: CallMedia | null };

/**
 * A call is over. A second one that still rings takes the first place. One from which nothing came any more ended when its sound did; whoever hangs
 * up on such silence has not ended the conversation, the fault has (4.1).
 */
export function endCall(turn: Turn, callId: string, end: CallEnd): void {
  const call = callById(turn, callId);
  if (call === undefined) return endForgotten(turn, callId, end);
  if (call.silentSince === null || end.cause === 'limit') return finishCall(turn, call, end);
  const cause = end.cause === 'local' ? 'lost' : end.cause;
  earlier(turn, Math.max(0, turn.at - call.silentSince), () => finishCall(turn, call, { ...end, cause }));
}

function finishCall(turn: Turn, call: Call, end: CallEnd): void {
  const { id: callId } = call;
  forget(turn, call, end);
  if (turn.state.secondCall?.id === callId) update(turn, { secondCall: null });
  else update(turn, { call: turn.state.secondCall, secondCall: null });

  const { consultation } = turn.state;
  const own = consultation !== null && consultation.id === call.consultationId ? consultation : null;
  if (own !== null && call.phase === 'up') return endConversation(turn, own, call, end.cause);
  const { cause } = end;
  // What we answered ourselves explains nothing.
  const sipCode = call.direction === 'outgoing' ? end.sipCode : null;
  update(turn, { lastCallEnd: { callId, number: call.number.raw, cause, sipCode, at: turn.at } });
  if (own !== null) return endUnanswered(turn, own, cause);
  if (call.direction === 'incoming') missIfUnanswered(turn, call, cause);
}

/** The true end of a call that went on, or ended, while the service was away: the journal had called it interrupted. */
function endForgotten(turn: Turn, callId: string, end: CallEnd): void {
  const { consultation } = turn.state;
  if (consultation?.callId !== callId || consultation.phase !== 'interrupted') return;
  const { number, displayName, direction, startedAt, callAnsweredAt, endedAt } = consultation;
  const call = newCall(turn, { id: callId, number, displayName, dialled: '', direction, phase: 'up' });
  forget(turn, { ...call, startedAt, answeredAt: callAnsweredAt, consultationId: consultation.id }, end);
  if (callAnsweredAt === null) return endUnanswered(turn, { ...consultation, endedAt: null }, end.cause);
  const phase = consultation.clock === null ? 'waiting' : 'talking';
  endConversation(turn, { ...consultation, phase, talkingSince: endedAt, endedAt: null }, call, end.cause);
}

function remember(turn: Turn, { id }: Call): void {
  update(turn, { endedCallIds: [...turn.state.endedCallIds, id].slice(-REMEMBERED_CALLS) });
}

/** It is over: written, and not raised again by a fact that is repeated. */
export function forget(turn: Turn, call: Call, { cause, sipCode, media }: CallEnd): void {
  remember(turn, call);
  write(turn, { kind: 'call', record: { ...recordOfCall(call), endedAt: turn.at, cause, sipCode, media } });
}

function missIfUnanswered(turn: Turn, call: Call, cause: CallEndCause): void {
  // Answered at another phone, or booked as an event: somebody has taken care of it.
  if (cause === 'elsewhere' || call.declined === 'to-event') return;
  const declined = call.declined === 'declined' || cause === 'declined';
  miss(turn, call, declined ? 'declined' : cause === 'lost' ? 'lost' : 'hung-up');
}

function miss(turn: Turn, { id: callId, number, displayName, dialled }: Call, reason: MissedReason): void {
  const { raw, e164 } = number;
  write(turn, {
    kind: 'missed',
    missed: { callId, at: turn.at, number: raw, e164, displayName, dialled, reason },
  });
  // An open event of this number: somebody calls back anyway.
  if (openEventOfNumber(turn.state, number) !== null) settleMissed(turn, raw, 'event');
}

/**
 * The consultant answers. A second call can be answered only when nobody is talked to; one that has waited past closing not at all: it is
 * left to «В событие» (2.1).
 */
export function answer(turn: Turn, callId: string): void {
  const call = callById(turn, callId);
  if (call === undefined) return refuse(turn, 'no-call');
  if (call.phase !== 'ringing' || call.direction !== 'incoming') return refuse(turn, 'wrong-phase');
  if (turn.state.call?.id !== callId && turn.state.call?.phase !== 'ringing') return refuse(turn, 'in-call');
  if (turn.state.transfer !== null) return refuse(turn, 'in-call');
  if (isLineClosed(turn) && serviceName(turn.state, call) === null) return refuse(turn, 'line-closed');
  order(turn, { kind: 'answer', callId });
}

/** The consultant declines a ringing call, or has an event booked for it instead. */
export function decline(turn: Turn, callId: string, how: 'declined' | 'to-event'): void {
  const call = callById(turn, callId);
  if (call === undefined) return refuse(turn, 'no-call');
  if (call.phase !== 'ringing' || call.direction !== 'incoming') return refuse(turn, 'wrong-phase');
  if (call.declined === 'to-event') return refuse(turn, 'wrong-phase');
  if (how === 'to-event' && call.number.raw === '') return refuse(turn, 'number-hidden');
  order(turn, { kind: 'decline', callId, sipCode: 486 });
  replaceCall(turn, callId, { ...call, declined: how });
  if (how === 'to-event') bookForCaller(turn, call, turn.state.secondCall?.id === callId ? 'second-call' : 'ringing');
}

/** Ends a call that is up or being dialled. */
export function hangUp(turn: Turn, callId: string): void {
  const call = callById(turn, callId);
  if (call === undefined) return refuse(turn, 'no-call');
  if (call.phase === 'ringing') return refuse(turn, 'wrong-phase');
  order(turn, { kind: 'hang-up', callId, reason: 'consultant' });
}

/** Hold, microphone, keypad: only in a call that is up. */
export function inTalk(
  turn: Turn,
  wish:
    | { kind: 'hold'; callId: string; held: boolean }
    | { kind: 'mute'; callId: string; muted: boolean }
    | { kind: 'dtmf'; callId: string; tones: string },
): void {
  const call = callById(turn, wish.callId);
  if (call === undefined) return refuse(turn, 'no-call');
  if (call.phase !== 'up') return refuse(turn, 'wrong-phase');
  order(turn, wish);
}
