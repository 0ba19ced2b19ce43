import { addDays, moscowDate, moscowTime, type Instant } from '../regulation/time.ts';
import { callOver } from './transfer.ts';
import { userOnLine } from './consultation.ts';
import { hoursAt } from './hours.ts';
import { FACTS_WITHIN_MS, PHONE_BACK_WITHIN_MS, registered } from './reconcile.ts';
import { callsOf, type Call, type DeskState } from './state.ts';
import { changeConsultation, earlier, order, story, update, type Turn } from './turn.ts';

/** The phone cuts at the limit; if its call is still there this long after, it is told to once more (a window whose timers sleep). */
const SECOND_FENCE_MS = 700;

/** Time has passed: everything whose deadline has come happens, at its deadline. */
export function passTime(turn: Turn): void {
  phoneIsMissed(turn);
  loseCalls(turn);
  const { consultation, call, undo } = turn.state;
  if (isDue(turn, undo?.until ?? null)) update(turn, { undo: null });
  if (consultation === null) return;
  if (consultation.phase === 'waiting' && isDue(turn, consultation.waitingUntil)) {
    userOnLine(turn, consultation);
  } else if (consultation.phase === 'wrap-up' && isDue(turn, consultation.wrapUpUntil)) {
    story(turn, consultation.id, 'to-unclosed');
    update(turn, { consultation: null });
  } else if (call !== null && isDue(turn, cutAgainAt(turn.state))) {
    order(turn, { kind: 'hang-up', callId: call.id, reason: 'limit' });
  } else if (isDue(turn, consultation.continuableUntil)) {
    changeConsultation(turn, consultation, { continuableUntil: null });
  }
}

/** The next instant at which time alone changes something; at the latest the next midnight. */
export function nextDeadline(state: DeskState, after: Instant): Instant {
  const { consultation, phone, rules, undo } = state;
  const candidates = [
    ...callsOf(state).map((call) => lostAt(call, state)),
    phone.goneSince === null || phone.failure === 'no-phone-window' ? null : phone.goneSince + PHONE_BACK_WITHIN_MS,
    consultation?.phase === 'waiting' ? consultation.waitingUntil : null,
    consultation?.phase === 'wrap-up' ? consultation.wrapUpUntil : null,
    consultation?.continuableUntil ?? null,
    cutAgainAt(state),
    undo?.until ?? null,
    hoursAt(rules, after).until,
    // «Сегодня» begins anew.
    moscowTime(addDays(moscowDate(after), 1), '00:00'),
  ].filter((at) => at !== null);
  return Math.min(...candidates);
}

const isDue = (turn: Turn, at: Instant | null): boolean => at !== null && at <= turn.at;

function cutAgainAt({ consultation, call }: DeskState): Instant | null {
  if (consultation?.kind === 'service') return null;
  if (consultation?.phase !== 'talking' || consultation.clock?.atLimit !== 'end' || call?.connected !== true)
    return null;
  return consultation.clock.limitAt + SECOND_FENCE_MS;
}

/** When a call the phone says nothing of is given up; null: not missing. */
function lostAt({ missingSince }: Call, { phone }: DeskState): Instant | null {
  if (phone.goneSince !== null) return phone.goneSince + PHONE_BACK_WITHIN_MS;
  return missingSince === null ? null : missingSince + FACTS_WITHIN_MS;
}

/** No phone came after the start. */
function phoneIsMissed(turn: Turn): void {
  const { phone } = turn.state;
  if (phone.goneSince === null || phone.failure === 'no-phone-window') return;
  if (!isDue(turn, phone.goneSince + PHONE_BACK_WITHIN_MS)) return;
  registered(turn, { status: 'unregistered', failure: 'no-phone-window', sipCode: null });
}

function loseCalls(turn: Turn): void {
  for (const call of callsOf(turn.state)) {
    if (!isDue(turn, lostAt(call, turn.state))) continue;
    const since = turn.state.phone.goneSince ?? call.missingSince ?? turn.at;
    earlier(turn, turn.at - since, () => callOver(turn, call.id, { cause: 'lost', sipCode: null, media: null }));
  }
}
