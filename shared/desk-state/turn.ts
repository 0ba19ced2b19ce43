import type { Failure } from '../contract/base.ts';
import type { StoryLine } from '../contract/journal.ts';
import type { LineFact } from '../contract/link.ts';
import type { PhoneOrder } from '../contract/phone.ts';
import type { Instant } from '../regulation/time.ts';
import type { Effect, JournalWrite } from './effects.ts';
import type { Fresh } from './inputs.ts';
import type { CallRecord, ConsultationRecord, MissedSettled } from './record.ts';
import type { Call, Consultation, DeskState } from './state.ts';

/**
 * One step of the reducer while it is being made: the state so far, what is to be done, and why nothing is, if it was refused. Only the
 * turn's own fields are replaced; every state is a new value.
 */
export type Turn = {
  at: Instant;
  readonly fresh: Fresh;
  state: DeskState;
  readonly effects: Effect[];
  refusal: Failure | null;
};

/** Changes parts of the state. */
export function update(turn: Turn, patch: Partial<DeskState>): void {
  turn.state = { ...turn.state, ...patch };
}

/** Does `work` at an earlier instant: what the phone says happened so many ms ago. */
export function earlier(turn: Turn, agoMs: number, work: () => void): void {
  const now = turn.at;
  turn.at = now - Math.round(agoMs);
  work();
  turn.at = now;
}

/** Refuses what the consultant wanted. Whatever was changed before stays: check first. */
export function refuse(turn: Turn, code: string, details: Failure['details'] = {}): void {
  turn.refusal = { code, details };
}

export function order(turn: Turn, given: Exclude<PhoneOrder, { kind: 'deadlines' }>): void {
  turn.effects.push({ kind: 'order', order: given });
}

export function write(turn: Turn, given: JournalWrite): void {
  turn.effects.push({ kind: 'write', write: given });
}

/** A fact for the line, at the instant of this turn. */
export function tellLine(turn: Turn, body: LineFact['body']): void {
  write(turn, { kind: 'fact', at: turn.at, body });
}

/** A line in the story of a consultation. */
export function story(turn: Turn, consultationId: string, what: StoryLine['what'], text = ''): void {
  write(turn, { kind: 'story', consultationId, line: { at: turn.at, what, text } });
}

/** Somebody takes care of what this number has missed up to now; null: «Не требуется» is taken back. */
export function settleMissed(turn: Turn, number: string, by: MissedSettled | null): void {
  write(turn, { kind: 'missed-settled', number, at: turn.at, by });
}

/** Puts a call in the place where it is (or takes it away) without writing it. */
export function replaceCall(turn: Turn, callId: string, call: Call | null): void {
  if (turn.state.call?.id === callId) update(turn, { call });
  else if (turn.state.secondCall?.id === callId) update(turn, { secondCall: call });
  else if (turn.state.transfer?.leg?.id === callId) update(turn, { transfer: { ...turn.state.transfer, leg: call } });
}

/** Changes a call and writes it. Returns it as it is now. */
export function changeCall(turn: Turn, call: Call, patch: Partial<Call>): Call {
  const changed = { ...call, ...patch };
  replaceCall(turn, call.id, changed);
  write(turn, { kind: 'call', record: recordOfCall(changed) });
  return changed;
}

/** Puts a consultation at the workplace, changed, and writes it. Returns it as it is now. */
export function changeConsultation(turn: Turn, consultation: Consultation, patch: Partial<Consultation>): Consultation {
  const changed = { ...consultation, ...patch, touchedAt: Math.max(turn.at, consultation.touchedAt) };
  update(turn, { consultation: changed });
  write(turn, { kind: 'consultation', record: changed });
  return changed;
}

/**
 * Changes a consultation wherever it is: at the workplace, or in the journal alone, `record` then being what the journal has. Its closing can
 * be taken back no longer: it would bring back what the consultation was before.
 */
export function changeRecord(turn: Turn, record: ConsultationRecord, patch: Partial<ConsultationRecord>): void {
  const { consultation, undo } = turn.state;
  if (consultation?.id === record.id) return void changeConsultation(turn, consultation, patch);
  write(turn, { kind: 'consultation', record: { ...record, ...patch } });
  if (undo?.consultation?.id === record.id) update(turn, { undo: null });
}

/** A call as the journal keeps it while it lasts. */
export function recordOfCall(call: Call): CallRecord {
  const { id, consultationId, direction, displayName, dialled, startedAt, answeredAt, heldSince } = call;
  const open = { endedAt: null, cause: null, sipCode: null, media: null };
  return {
    id,
    consultationId,
    direction,
    number: call.number.raw,
    displayName,
    dialled,
    startedAt,
    answeredAt,
    heldSince,
    ...open,
  };
}
