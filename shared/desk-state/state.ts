import type { SoundState, SoundWarning } from '../contract/call-sound.ts';
import type { AfterCall, UndoView } from '../contract/between-calls.ts';
import type { Availability, DeskSnapshot } from '../contract/desk.ts';
import type { CallbackEvent } from '../contract/events.ts';
import type { JournalRow } from '../contract/journal.ts';
import type { LinePush } from '../contract/link.ts';
import type { CallEndCause, CarriedConsultation } from '../contract/phone.ts';
import type { Shift } from '../contract/shift.ts';
import type { Colleague } from '../contract/transfer.ts';
import type { Candidate, RegistryEntry } from '../contract/registry.ts';
import type { ConsultationPolicy } from '../regulation/consultation-clock.ts';
import type { Phone } from '../regulation/phone-number.ts';
import type { ServiceNumber } from '../regulation/service-call.ts';
import type { Instant } from '../regulation/time.ts';
import type { ConsultationRecord } from './record.ts';

/** A SIP call as the desk knows it from the phone. */
export type Call = {
  id: string;
  direction: 'incoming' | 'outgoing';
  number: Phone;
  displayName: string;
  dialled: string;
  phase: 'ringing' | 'dialling' | 'up';
  heldSince: Instant | null;
  muted: boolean;
  connected: boolean;
  sound: SoundState;
  /** Warnings the story has already. */
  soundTold: SoundWarning[];
  /** Since when nothing at all has come from the far end. */
  silentSince: Instant | null;
  startedAt: Instant;
  answeredAt: Instant | null;
  consultationId: string | null;
  /** Since when the phone knows nothing of it: lost, unless the phone tells how it ended. */
  missingSince: Instant | null;
  /** Declined by the consultant, or in favour of an event: then it is no missed call. */
  declined: 'no' | 'declined' | 'to-event';
  /** The consultation it came with, handed over by a colleague, or come back to us. */
  carried: CarriedConsultation | null;
  candidates: Candidate[];
  history: JournalRow[];
  callsThisWeek: number;
};

/** The user of the current call is being handed over (transfer.ts). */
export type Transfer = {
  /** The user's call. */
  callId: string;
  number: string;
  /** '' where the number is on no list. */
  name: string;
  how: 'blind' | 'attended';
  step: 'calling' | 'talking' | 'connecting' | 'refused';
  since: Instant;
  /** The call to the colleague. */
  leg: Call | null;
  /** All three hear each other. */
  joined: boolean;
  /** Why it was refused. */
  end: { cause: CallEndCause; sipCode: number | null } | null;
};

/** The consultation at the workplace: what the journal keeps, and what only matters while it is there. */
export type Consultation = ConsultationRecord & {
  phase: 'dialling' | 'waiting' | 'talking' | 'wrap-up' | 'interrupted';
  /** A dialled call was answered: the clock starts by itself then (4.1). */
  waitingUntil: Instant | null;
  wrapUpUntil: Instant | null;
  /** «Автоответчик»: nobody was reached, and nothing is left to wrap up. */
  machine: boolean;
  savedEdit: number;
  /** The registry's entry of the card's registration number, and how old the registry is. */
  entry: RegistryEntry | null;
  asOf: Instant | null;
  candidates: Candidate[];
};

/** What taking the last action back needs. */
export type Undo = UndoView & {
  /** The events as they were before, and the instant of their change. */
  events: { before: CallbackEvent; at: Instant }[];
  /** What the consultant was, where the action changed that. */
  availability: Availability | null;
  /** «Не готов после этого звонка», where the action made it come true. */
  afterCall: AfterCall | null;
  /** The consultation as it was before: it was made a service call, something was said in it, or it was closed. */
  consultation: Consultation | null;
};

export type LineRules = Omit<Extract<LinePush, { kind: 'rules' }>, 'kind'>;

export type DeskState = {
  mode: 'training' | 'work';
  consultant: { id: string; name: string };
  /** For consultations to come. */
  policy: ConsultationPolicy;
  wrapUpMs: number;
  /** A first call the consultant may take is answered without a key. */
  autoAnswer: boolean;
  /** The training line's fast clock: consultation time runs this many times faster. */
  scale: number;
  availability: Availability;
  /** «Не готов после этого звонка». */
  afterCall: AfterCall | null;
  shift: Shift;
  /** The last action, as long as it can be taken back. */
  undo: Undo | null;
  phone: DeskSnapshot['phone'] & {
    /** Since when no phone is connected to the desk; null: one is. */
    goneSince: Instant | null;
  };
  rules: LineRules;
  lineConnected: boolean;
  events: CallbackEvent[];
  call: Call | null;
  secondCall: Call | null;
  transfer: Transfer | null;
  colleagues: Colleague[];
  /** Whose calls are answered by themselves where their headers ask for it. */
  answerByHeader: string[];
  /** 4.1: whose calls are service calls. */
  serviceNumbers: ServiceNumber[];
  /** What the PBX wants before a number of the city or mobile net. */
  prefix: string;
  /** Voice messages not listened to. */
  newMessages: number;
  consultation: Consultation | null;
  /** Calls that are over: a fact repeated after a lost answer must not raise them again. */
  endedCallIds: string[];
  /** Whom the desk has declined by itself within the last minute, and why: a queue rings again each second. */
  declinedLately: { who: string; at: Instant }[];
  lastCallEnd: { callId: string; number: string; cause: CallEndCause; sipCode: number | null; at: Instant } | null;
};

/** How many calls that are over are remembered. */
export const REMEMBERED_CALLS = 50;

/** The calls of a consultant, the current one first, that to a colleague last. */
export const callsOf = ({ call, secondCall, transfer }: Pick<DeskState, 'call' | 'secondCall' | 'transfer'>): Call[] =>
  [call, secondCall, transfer?.leg ?? null].filter((one) => one !== null);

/** What the consultant is doing. An interrupted consultation that waits to be closed keeps nobody from anything. */
export function activityOf({ call, consultation, transfer }: DeskState): DeskSnapshot['activity'] {
  if (call?.phase === 'up' || (transfer !== null && transfer.leg !== null)) return 'talking';
  if (call?.phase === 'dialling') return 'dialling';
  if (call !== null) return 'ringing';
  return consultation?.phase === 'wrap-up' ? 'wrap-up' : 'idle';
}
