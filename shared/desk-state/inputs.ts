import type { CallbackEvent, EventDraft, EventOutcome } from '../contract/events.ts';
import type { CardPatch, JournalRow } from '../contract/journal.ts';
import type { LinePush } from '../contract/link.ts';
import type { PhoneCall, PhoneFact, Registration } from '../contract/phone.ts';
import type { AfterCall } from '../contract/between-calls.ts';
import type { SoundCheck } from '../contract/shift.ts';
import type { Colleague } from '../contract/transfer.ts';
import type { Candidate, RegistryEntry } from '../contract/registry.ts';
import type { ConsultationPolicy } from '../regulation/consultation-clock.ts';
import type { RemoteProgram, SayingId } from '../regulation/sayings.ts';
import type { CallKind, ServiceNumber } from '../regulation/service-call.ts';
import type { Instant } from '../regulation/time.ts';
import type { ConsultationRecord } from './record.ts';

/** Identifiers a step may use for what it makes: the reducer makes none itself. Unused ones are thrown away. */
export type Fresh = { callId: string; eventId: string; n: number };

/** What the phone tells. A fact's `at` is when it happened, not when it arrived. */
export type PhoneInput =
  /** `records`: the unclosed consultations of these calls, as the journal has them. */
  | { kind: 'hello'; registration: Registration; calls: PhoneCall[]; records: ConsultationRecord[] }
  | { kind: 'fact'; fact: PhoneFact }
  | { kind: 'phone-gone' };

/** What the line and the journal tell. */
export type KnowledgeInput =
  | { kind: 'caller-known'; callId: string; candidates: Candidate[]; history: JournalRow[]; callsThisWeek: number }
  | {
      kind: 'entry-known';
      consultationId: string;
      registrationNumber: string;
      entry: RegistryEntry | null;
      asOf: Instant | null;
    }
  /** `whole`: these are all events there are; `keep` names those the line cannot know yet. */
  | { kind: 'events'; events: CallbackEvent[]; whole: boolean; keep: string[] }
  | Extract<LinePush, { kind: 'grant' }>
  | Extract<LinePush, { kind: 'rules' }>
  | { kind: 'line-connected'; connected: boolean };

/** What happens by itself. */
export type SystemInput =
  | { kind: 'time' }
  /** The computer slept: the phone's own deadlines may have stood still. */
  | { kind: 'woke' }
  | {
      kind: 'settings';
      policy: ConsultationPolicy;
      wrapUpMs: number;
      autoAnswer: boolean;
      number: string;
      colleagues: Colleague[];
      answerByHeader: string[];
      serviceNumbers: ServiceNumber[];
      prefix: string;
    }
  /** The edit is on disk. */
  | { kind: 'saved'; consultationId: string; edit: number };

/** What the consultant wants. May be refused with a code. */
export type IntentInput =
  | { kind: 'set-availability'; to: 'ready' | 'not-ready'; reason: string | null }
  | { kind: 'answer'; callId: string }
  | { kind: 'decline'; callId: string }
  | { kind: 'decline-to-event'; callId: string }
  | { kind: 'hang-up'; callId: string }
  | { kind: 'hold'; callId: string; held: boolean }
  | { kind: 'mute'; callId: string; muted: boolean }
  | { kind: 'dtmf'; callId: string; tones: string }
  /** `earlier`: the consultation to go on with, as the journal has it. */
  | { kind: 'dial'; number: string; eventId: string | null; earlier: ConsultationRecord | null; anew: boolean }
  | { kind: 'transfer'; callId: string; number: string; name: string }
  | { kind: 'consult'; callId: string; number: string; name: string }
  | { kind: 'talk-to'; to: 'user' | 'colleague' | 'all' }
  | { kind: 'connect' }
  | { kind: 'leave-colleague' }
  | { kind: 'user-on-line'; consultationId: string }
  /** `record`: the consultation as the journal has it, where it is not at the workplace. */
  | { kind: 'edit-card'; consultationId: string; patch: CardPatch; record: ConsultationRecord | null }
  | { kind: 'take-candidate'; consultationId: string; entry: RegistryEntry; asOf: Instant | null }
  | { kind: 'close-consultation'; consultationId: string }
  | { kind: 'open-consultation'; record: ConsultationRecord }
  /** `earlier` null: no link any more; `record` as with edit-card. */
  | {
      kind: 'link-consultation';
      consultationId: string;
      earlier: ConsultationRecord | null;
      record: ConsultationRecord | null;
    }
  /** «Не требуется» for the missed calls of a number, or taken back. */
  | { kind: 'set-missed-needed'; number: string; needed: boolean }
  /** `record` as with edit-card. */
  | {
      kind: 'book-event';
      draft: EventDraft;
      consultationId: string | null;
      record: ConsultationRecord | null;
    }
  | { kind: 'take-event'; eventId: string }
  | { kind: 'return-event'; eventId: string }
  | { kind: 'move-event'; eventId: string; preferredAt: Instant; reason: string; postponed: boolean }
  | { kind: 'confirm-criticality'; eventId: string; reason: string; confirmed: boolean }
  /** «Сказать пользователю»: it was said. */
  | { kind: 'say'; consultationId: string; id: SayingId; detail: string; program: RemoteProgram | null }
  | { kind: 'close-event'; eventId: string; outcome: EventOutcome; clause: string | null }
  | { kind: 'set-call-kind'; consultationId: string; to: CallKind }
  | { kind: 'set-after-call'; afterCall: AfterCall | null }
  | { kind: 'answering-machine'; consultationId: string }
  | { kind: 'settle-asked-event'; consultationId: string; eventId: string; close: boolean }
  | { kind: 'undo'; id: string }
  | { kind: 'start-shift'; check: SoundCheck | null }
  | { kind: 'end-shift' }
  | { kind: 'return-own-events' }
  | { kind: 'check-link'; on: boolean }
  | { kind: 'scale'; scale: number };

export type DeskInput = { at: Instant; fresh: Fresh } & (PhoneInput | KnowledgeInput | SystemInput | IntentInput);
