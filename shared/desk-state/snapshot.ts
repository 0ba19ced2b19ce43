import type { DesktopState } from '../contract/desktop.ts';
import type { UndoView } from '../contract/between-calls.ts';
import type { CallView, ConsultationView, DeskSnapshot } from '../contract/desk.ts';
import type { JournalFigures, JournalRow } from '../contract/journal.ts';
import type { Presence } from '../contract/line.ts';
import type { TransferView } from '../contract/transfer.ts';
import type { PersonalSettings } from '../contract/settings.ts';
import type { ShellView } from '../contract/shell.ts';
import { ifKnown } from '../regulation/calendar.ts';
import { whatIsMissing } from '../regulation/closing.ts';
import { compareByRule26, firstToConfirm } from '../regulation/order.ts';
import { formatPhone } from '../regulation/phone-number.ts';
import { moscowDate, type Instant } from '../regulation/time.ts';
import { verdictOf } from './card.ts';
import { calendarOf, hoursAt } from './hours.ts';
import { confirmedCriticality } from './say.ts';
import { askedEventOf, openEventOfNumber } from './events.ts';
import { serviceName } from './service.ts';
import { activityOf, type Call, type Consultation, type DeskState, type Transfer, type Undo } from './state.ts';

/** What a snapshot shows besides the state: read from the journal, or held by somebody else. */
export type Surroundings = {
  version: number;
  now: Instant;
  unclosed: JournalRow[];
  recent: JournalRow[];
  today: JournalFigures;
  missed: DeskSnapshot['missed'];
  pace: 'off' | 'calm' | 'busy' | null;
  desktop: DesktopState | null;
};

/** The state as the console mirrors it. */
export function snapshotOf(state: DeskState, around: Surroundings): DeskSnapshot {
  const { now, version, unclosed, recent, today, missed, pace, desktop } = around;
  const { goneSince: _gone, ...phone } = state.phone;
  const { open, known, until, shortened } = hoursAt(state.rules, now);
  const { configurations, latestRelease } = state.rules;
  const closedEvents = closedToday(state, now);
  const openEvents = state.events.filter(({ closed }) => closed === null).sort(compareByRule26);
  return {
    version,
    now,
    mode: state.mode,
    consultant: state.consultant,
    availability: state.availability,
    afterCall: state.afterCall,
    shift: state.shift,
    undo: state.undo && undoView(state.undo),
    activity: activityOf(state),
    phone,
    line: { connected: state.lineConnected, open, known, until, shortened, configurations, latestRelease },
    call: state.call && callView(state, state.call),
    secondCall: state.secondCall && callView(state, state.secondCall),
    transfer: state.transfer && transferView(state, state.transfer),
    colleagues: state.colleagues,
    newMessages: state.newMessages,
    lastCallEnd: state.lastCallEnd,
    consultation: state.consultation && consultationView(state, state.consultation, now),
    unclosed: unclosed.filter(({ id }) => id !== state.consultation?.id),
    today: {
      ...today,
      eventsHandled: closedEvents.filter(
        ({ closed }) => closed?.outcome === 'handled' && closed.by === state.consultant.name,
      ).length,
    },
    recent,
    missed,
    events: openEvents,
    closedEvents,
    firstToConfirm: (ifKnown(() => firstToConfirm(openEvents, now, calendarOf(state.rules))) ?? []).map(({ id }) => id),
    training: pace === null ? null : { scale: state.scale, pace },
    desktop,
  };
}

/** What the line, and so the leads, are told of this consultant. */
export function presenceOf(state: DeskState, since: Instant): Presence {
  const { consultant, availability, phone, consultation, call } = state;
  // 4.1: a service call is no consultation: nothing to grant, nothing to run out.
  const isRunning =
    consultation !== null && consultation.phase !== 'interrupted' && consultation.kind === 'consultation';
  return {
    consultant,
    availability,
    activity: activityOf(state),
    since,
    registered: phone.status === 'registered',
    shiftEndedAt: state.shift.endedAt,
    consultation: isRunning
      ? {
          id: consultation.id,
          inquiry: consultation.inquiry,
          caller: consultation.card.contact || consultation.displayName || consultation.number,
          organisation: consultation.card.organisation,
          clock: consultation.clock,
          held: call !== null && call.heldSince !== null,
          eventId: consultation.eventId,
          critical: confirmedCriticality(state, consultation) !== null,
          complaint: consultation.said.some(({ id }) => id === 'complaint'),
        }
      : null,
  };
}

/** What Electron's main process shows in the tray and announces. The second call is not announced: somebody is being talked to. */
export function shellViewOf(
  state: DeskState,
  { desktop, language }: Pick<PersonalSettings, 'desktop' | 'language'>,
): ShellView {
  const { call } = state;
  const number = call === null ? '' : shownNumber(call);
  const isRinging = call?.phase === 'ringing';
  return {
    mode: state.mode,
    activity: activityOf(state),
    ready: state.availability.kind === 'ready',
    registered: state.phone.status === 'registered',
    ringing: isRinging
      ? { callId: call.id, title: call.displayName || number, body: call.displayName === '' ? '' : number }
      : null,
    desktop,
    language,
  };
}

function closedToday({ events }: DeskState, now: Instant) {
  const today = moscowDate(now);
  return events
    .filter(({ closed }) => closed !== null && moscowDate(closed.at) === today)
    .sort((a, b) => (b.closed?.at ?? 0) - (a.closed?.at ?? 0));
}

function transferView({ call }: DeskState, transfer: Transfer): TransferView {
  const { number, name, how, step, since, end, leg, joined } = transfer;
  const to = joined ? 'all' : leg === null || leg.heldSince !== null ? 'user' : 'colleague';
  return { number, name, how, step, to, userGone: call?.id !== transfer.callId, since, end };
}

const undoView = ({ id, what, who, saying, until }: Undo): UndoView => ({ id, what, who, saying, until });

const shownNumber = ({ number }: Call): string => (number.e164 === null ? number.raw : formatPhone(number.e164));

function callView(state: DeskState, call: Call): CallView {
  const {
    consultationId: _id,
    missingSince: _missing,
    declined: _declined,
    carried: _carried,
    soundTold: _told,
    ...shown
  } = call;
  return {
    ...shown,
    number: { ...call.number },
    held: call.heldSince !== null,
    openEvent: openEventOfNumber(state, call.number),
    service: serviceName(state, call),
  };
}

function consultationView(state: DeskState, consultation: Consultation, now: Instant): ConsultationView {
  const { id, inquiry, phase, callId, direction, number, displayName, eventId, clock, heldMs, endedAt, endReason } =
    consultation;
  const { continuableUntil, wrapUpUntil, card, savedEdit, candidates, bookedEventIds, continues, said, kind } =
    consultation;
  return {
    id,
    inquiry,
    kind,
    phase,
    callId: state.call?.consultationId === id ? callId : null,
    direction,
    number,
    displayName,
    eventId,
    clock: kind === 'service' ? null : clock,
    heldMs,
    endedAt,
    endReason,
    continuableUntil,
    wrapUpUntil,
    card,
    savedEdit,
    verdict: verdictOf(consultation, state.rules, now),
    missing: kind === 'service' ? [] : whatIsMissing(card),
    candidates,
    bookedEventIds,
    askedEvent: askedEventOf(state, consultation),
    continues,
    said,
  };
}
