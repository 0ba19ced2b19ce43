import type { PhoneCall, PhoneFact } from '../contract/phone.ts';
import { answered, callById, endCall, forget, inTalk, newCall, takeBack, type CallEnd } from './calls.ts';
import { carriedBy } from './clock.ts';
import type { Call, Transfer } from './state.ts';
import { changeCall, order, refuse, replaceCall, story, update, type Turn } from './turn.ts';

/*
 * Handing the user over to a colleague (4.1: the time used goes along; the clock runs on meanwhile):
 *
 *     blind:     connecting ──carried out──► (the call ends as transferred; wrap-up)
 *                    └──refused──► refused, the user is where they were
 *     attended:  calling ──answered──► talking ◄─► to the user, to the colleague, all three ──connect──► connecting ──► (as above)
 *                    └──busy, no answer──► refused; the user comes off hold by itself
 *
 * The colleague's call is a service call: no card, no limit. It outlives the user's: what is being said is not cut off.
 */

export type Recipient = { callId: string; number: string; name: string };

const who = ({ name, number }: Pick<Transfer, 'name' | 'number'>): string =>
  name === '' ? number : `${name}, ${number}`;

/** The call that may be handed over now; null is refused with its reason. */
function handedOver(turn: Turn, callId: string): Call | null {
  const { call, transfer } = turn.state;
  if (call?.id !== callId) refuse(turn, 'no-call');
  else if (call.phase !== 'up') refuse(turn, 'wrong-phase');
  else if (transfer !== null && transfer.step !== 'refused') refuse(turn, 'transfer-runs');
  else return call;
  return null;
}

/** «Перевести сразу». */
export function transferNow(turn: Turn, { callId, number, name }: Recipient): void {
  const call = handedOver(turn, callId);
  if (call === null) return;
  update(turn, { transfer: transferTo({ callId, number, name, how: 'blind', step: 'connecting', since: turn.at }) });
  order(turn, { kind: 'transfer', callId, number, carried: carriedBy(turn.state.consultation, turn.at) });
}

/** «Сначала поговорить»: the user is held, the colleague is dialled. */
export function consult(turn: Turn, { callId, number, name }: Recipient): void {
  const call = handedOver(turn, callId);
  if (call === null) return;
  const { callId: id } = turn.fresh;
  const leg = newCall(turn, {
    id,
    number,
    displayName: name,
    dialled: '',
    direction: 'outgoing',
    phase: 'dialling',
  });
  update(turn, {
    transfer: { ...transferTo({ callId, number, name, how: 'attended', step: 'calling', since: turn.at }), leg },
  });
  changeCall(turn, leg, {});
  if (call.consultationId !== null) story(turn, call.consultationId, 'consulted', who({ number, name }));
  const carried = carriedBy(turn.state.consultation, turn.at);
  order(turn, { kind: 'consult', callId: id, besideId: callId, number, carried });
}

function transferTo(given: Pick<Transfer, 'callId' | 'number' | 'name' | 'how' | 'step' | 'since'>): Transfer {
  return { ...given, leg: null, joined: false, end: null };
}

/** «Переключиться», «Конференция»: who hears us. Nobody else is let hear before they are held. */
export function talkTo(turn: Turn, to: 'user' | 'colleague' | 'all'): void {
  const talk = inConsult(turn);
  if (talk === null) return;
  const { call, leg, transfer } = talk;
  const hold = (callId: string, held: boolean) => order(turn, { kind: 'hold', callId, held });
  const join = (joined: boolean) => order(turn, { kind: 'join', callId: call.id, withCallId: leg.id, joined });
  if (transfer.joined && to !== 'all') join(false);
  if (to === 'colleague') hold(call.id, true);
  if (to === 'user') hold(leg.id, true);
  if (to !== 'colleague') hold(call.id, false);
  if (to !== 'user') hold(leg.id, false);
  if (to === 'all' && !transfer.joined) join(true);
}

/** «Соединить»: user and colleague talk to each other, both calls end here. */
export function connect(turn: Turn): void {
  const talk = inConsult(turn);
  if (talk === null) return;
  const { call, leg, transfer } = talk;
  update(turn, { transfer: { ...transfer, step: 'connecting' } });
  order(turn, { kind: 'connect', callId: call.id, withCallId: leg.id });
}

function inConsult(turn: Turn): { call: Call; leg: Call; transfer: Transfer } | null {
  const { call, transfer } = turn.state;
  if (transfer?.leg?.phase === 'up' && transfer.step === 'talking' && call?.id === transfer.callId) {
    return { call, leg: transfer.leg, transfer };
  }
  refuse(turn, 'no-colleague');
  return null;
}

/** «Вернуться к пользователю»: the colleague's call ends; a refusal that was read is put away. */
export function leaveColleague(turn: Turn): void {
  const { transfer } = turn.state;
  if (transfer === null) return refuse(turn, 'no-colleague');
  if (transfer.leg !== null) return order(turn, { kind: 'hang-up', callId: transfer.leg.id, reason: 'consultant' });
  if (transfer.step !== 'refused') return refuse(turn, 'transfer-runs');
  update(turn, { transfer: null });
}

/** Hold and microphone; while a colleague is asked they mean both calls. */
export function holdOrMute(
  turn: Turn,
  wish: { kind: 'hold'; callId: string; held: boolean } | { kind: 'mute'; callId: string; muted: boolean },
): void {
  const { transfer } = turn.state;
  const leg = transfer?.callId === wish.callId ? transfer.leg : null;
  if (leg !== null && wish.kind === 'hold') return talkTo(turn, wish.held ? 'colleague' : 'user');
  inTalk(turn, wish);
  if (leg?.phase === 'up') order(turn, { ...wish, callId: leg.id });
}

/** A call was answered: the colleague's, or any other. */
export function callUp(turn: Turn, callId: string): void {
  const { transfer } = turn.state;
  if (transfer?.leg?.id !== callId) return answered(turn, callId);
  if (transfer.leg.phase === 'up') return;
  update(turn, { transfer: { ...transfer, step: 'talking', since: turn.at } });
  changeCall(turn, transfer.leg, { phase: 'up', answeredAt: turn.at });
  const { call } = turn.state;
  if (call?.muted) order(turn, { kind: 'mute', callId, muted: true });
}

/** The transfer was not carried out: the user is still ours, on hold if they were. */
export function transferFailed(turn: Turn, { callId, sipCode }: Extract<PhoneFact, { kind: 'transfer-failed' }>): void {
  const { transfer } = turn.state;
  if (transfer?.callId !== callId || transfer.step !== 'connecting') return;
  failed(turn, transfer, { cause: 'failed', sipCode });
  // With the colleague still on the line it can be tried again.
  if (transfer.leg !== null)
    update(turn, { transfer: { ...transfer, step: 'talking', end: { cause: 'failed', sipCode } } });
}

export function joined(turn: Turn, { callId, joined: isJoined }: Extract<PhoneFact, { kind: 'joined' }>): void {
  const { transfer } = turn.state;
  if (transfer?.callId !== callId || transfer.joined === isJoined) return;
  update(turn, { transfer: { ...transfer, joined: isJoined } });
  const consultationId = callById(turn, callId)?.consultationId ?? null;
  if (isJoined && consultationId !== null) story(turn, consultationId, 'joined', who(transfer));
}

/** A call is over: the colleague's, the user's, or any other. */
export function callOver(turn: Turn, callId: string, end: CallEnd): void {
  const { transfer } = turn.state;
  if (transfer?.leg?.id === callId) return colleagueGone(turn, transfer, transfer.leg, end);
  const isHandedOver = transfer?.callId === callId;
  const consultationId = callById(turn, callId)?.consultationId ?? null;
  if (isHandedOver && end.cause === 'transferred' && consultationId !== null) {
    story(turn, consultationId, 'transferred', who(transfer));
  }
  endCall(turn, callId, end);
  if (isHandedOver) userGone(turn, transfer);
  takeBack(turn);
}

/** A colleague who only rings has nothing to say any more; one who talks is not cut off. */
function userGone(turn: Turn, transfer: Transfer): void {
  if (transfer.leg === null) return update(turn, { transfer: null });
  update(turn, { transfer: { ...transfer, joined: false } });
  if (transfer.leg.phase === 'dialling') {
    order(turn, { kind: 'hang-up', callId: transfer.leg.id, reason: 'consultant' });
  } else if (transfer.leg.heldSince !== null) {
    order(turn, { kind: 'hold', callId: transfer.leg.id, held: false });
  }
}

function colleagueGone(turn: Turn, transfer: Transfer, leg: Call, end: CallEnd): void {
  replaceCall(turn, leg.id, null);
  forget(turn, leg, end);
  const { call } = turn.state;
  if (call?.id !== transfer.callId) return update(turn, { transfer: null });
  // Told before or after the end of the user's call: that one says what became of it.
  if (end.cause === 'transferred') return update(turn, { transfer: { ...transfer, leg: null, joined: false } });
  order(turn, { kind: 'hold', callId: call.id, held: false });
  if (end.cause === 'local') return update(turn, { transfer: null });
  const { cause, sipCode } = end;
  failed(turn, transfer, { cause, sipCode });
}

function failed(turn: Turn, transfer: Transfer, end: NonNullable<Transfer['end']>): void {
  update(turn, { transfer: { ...transfer, leg: null, joined: false, step: 'refused', end } });
  const consultationId = callById(turn, transfer.callId)?.consultationId ?? null;
  // The colleague talked and hung up: the story has that they were asked.
  if (consultationId === null || transfer.leg?.phase === 'up') return;
  story(
    turn,
    consultationId,
    'transfer-failed',
    end.sipCode === null ? who(transfer) : `${who(transfer)} · ${end.sipCode}`,
  );
}

/** A colleague's call the phone still has, after the service was away. What was known of them but the number is lost. */
export function restoreLeg(turn: Turn, its: PhoneCall, besideId: string): void {
  const { callId: id, number, startedAgoMs, answeredAgoMs } = its;
  const isUp = its.phase === 'up';
  const leg: Call = {
    ...newCall(turn, {
      id,
      number,
      displayName: '',
      dialled: '',
      direction: 'outgoing',
      phase: isUp ? 'up' : 'dialling',
    }),
    startedAt: turn.at - Math.round(startedAgoMs),
    answeredAt: answeredAgoMs === null ? null : turn.at - Math.round(answeredAgoMs),
    heldSince: its.held ? turn.at : null,
  };
  const step = isUp ? 'talking' : 'calling';
  const since = leg.answeredAt ?? leg.startedAt;
  update(turn, {
    transfer: { ...transferTo({ callId: besideId, number, name: '', how: 'attended', step, since }), leg },
  });
}
