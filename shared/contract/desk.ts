import { z } from 'zod';
import { dateKey, durationMs, id, instant, longText, shortText } from './base.ts';
import { consultationClock } from './clock.ts';
import { dataMethods } from './data.ts';
import { desktopState, openRequest } from './desktop.ts';
import { afterCall, betweenCallsMethods, callKind, undoView } from './between-calls.ts';
import { callbackEvent, eventDraft, eventOutcome } from './events.ts';
import { soundState } from './call-sound.ts';
import { historyMethods } from './history.ts';
import { card, cardPatch, endReason, journalRow } from './journal.ts';
import { callEndCause, phoneFailure } from './phone.ts';
import { linkCheck } from './link-check.ts';
import { candidate, registryAnswer, registryEntry } from './registry.ts';
import { LONGEST_RECORDING_TEXT, recordingKind, recordingMethod } from './recordings.ts';
import { colleague, transferMethods, transferView } from './transfer.ts';
import { ownSayTexts, said } from './say.ts';
import { personalSettings, settingsView, workstationSettings } from './settings.ts';
import { shift, shiftMethods } from './shift.ts';

export const availability = z.object({
  kind: z.enum(['ready', 'not-ready']),
  /** An id of the regulation's NOT_READY list. */
  reason: shortText.nullable(),
  since: instant,
});
export type Availability = z.infer<typeof availability>;

/** A call as the screens show it. */
export const callView = z.object({
  id,
  direction: z.enum(['incoming', 'outgoing']),
  number: z.object({ raw: shortText, e164: shortText.nullable(), extension: shortText.nullable() }),
  displayName: shortText,
  /** The published number the user dialled (2.2); empty when unknown. */
  dialled: shortText,
  phase: z.enum(['ringing', 'dialling', 'up']),
  held: z.boolean(),
  heldSince: instant.nullable(),
  muted: z.boolean(),
  /** false while media or signalling is away and the call is still hoped for. */
  connected: z.boolean(),
  sound: soundState,
  /** Since when nothing at all has come from the far end; null: its sound, or at least its computer, is there. */
  silentSince: instant.nullable(),
  startedAt: instant,
  answeredAt: instant.nullable(),
  candidates: z.array(candidate),
  openEvent: callbackEvent.nullable(),
  /** A service number, by its name on the list; null: a user's. */
  service: shortText.nullable(),
  history: z.array(journalRow),
  /** How often this number called within seven days, this call not counted. */
  callsThisWeek: z.number().int().nonnegative(),
});
export type CallView = z.infer<typeof callView>;

/** The entitlement verdict as the card shows it: a sentence's parts, the rule's clause with it. */
export const verdict = z.object({
  kind: z.enum(['allowed', 'error-report-only', 'refused', 'unknown']),
  basis: z.enum(['prof', 'standard', 'free-standard']).nullable(),
  until: dateKey.nullable(),
  clauses: z.array(shortText),
  /** «по данным на …» */
  asOf: instant.nullable(),
  /** too-old: what the data refuse is unknown, and the consultant decides. */
  age: z.enum(['fresh', 'ageing', 'too-old', 'unknown']),
  entry: registryEntry.nullable(),
  release: z.object({
    kind: z.enum(['latest', 'older', 'older-exempt', 'newer', 'unknown']),
    latest: shortText.nullable(),
    /** Since when it is the latest, where the line says so. */
    since: dateKey.nullable().default(null),
    clauses: z.array(shortText),
  }),
});
export type VerdictView = z.infer<typeof verdict>;

/** What a consultation still lacks before it may be closed, with the clause that asks for it. */
export const missing = z.object({ field: shortText, clause: shortText });

export const consultationView = z.object({
  id,
  inquiry: shortText,
  /** A service call has no clock and nothing that must be filled in. */
  kind: callKind,
  /**
   * dialling: an outgoing call is on its way. waiting: it was answered, the user is not yet at the phone. talking. wrap-up.
   * interrupted: found after a crash, not closed.
   */
  phase: z.enum(['dialling', 'waiting', 'talking', 'wrap-up', 'interrupted']),
  callId: id.nullable(),
  direction: z.enum(['incoming', 'outgoing']),
  number: shortText,
  displayName: shortText,
  eventId: id.nullable(),
  clock: consultationClock.nullable(),
  heldMs: durationMs,
  endedAt: instant.nullable(),
  endReason: endReason.nullable(),
  /** Lost by a technical fault: until then a redial goes on with the elapsed time. */
  continuableUntil: instant.nullable(),
  /** When the wrap-up's own limit is over and it moves to «Незакрытые». */
  wrapUpUntil: instant.nullable(),
  card,
  /** The last edit of the card known to be on disk: «Сохранено». */
  savedEdit: z.number().int().nonnegative(),
  verdict,
  missing: z.array(missing),
  candidates: z.array(candidate),
  bookedEventIds: z.array(id),
  /** Wrap-up only, once: an open event of this caller, «Закрыть событие этим звонком?» */
  askedEvent: callbackEvent.nullable(),
  /** «Продолжение»: the earlier consultation it goes on with. */
  continues: z.object({ id, inquiry: shortText }).nullable(),
  /** What was said to the user under a clause. */
  said: z.array(said),
});
export type ConsultationView = z.infer<typeof consultationView>;

/** Published by the desk after every change; `version` grows by one. A reloaded window asks for it once. */
export const deskSnapshot = z.object({
  version: z.number().int().nonnegative(),
  /** The desk's clock at publication, so that screens know their offset. */
  now: instant,
  mode: z.enum(['training', 'work']),
  consultant: z.object({ id, name: shortText }),
  availability,
  afterCall: afterCall.nullable(),
  shift,
  undo: undoView.nullable(),
  activity: z.enum(['idle', 'ringing', 'dialling', 'talking', 'wrap-up']),
  phone: z.object({
    status: z.enum(['registered', 'connecting', 'unregistered', 'failed']),
    failure: z.nullable(phoneFailure),
    sipCode: z.number().int().nullable(),
    since: instant,
    number: shortText,
    microphone: z.enum(['granted', 'denied', 'prompt', 'absent']),
    soundAllowed: z.boolean(),
    devices: z.array(z.object({ id: shortText, kind: z.enum(['input', 'output']), label: shortText })),
    /** Headsets whose buttons answer, hang up and mute. */
    headsets: z.array(shortText),
    /** The last «Проверить связь» since the phone came; null: there was none. */
    check: z.nullable(linkCheck),
  }),
  line: z.object({
    connected: z.boolean(),
    open: z.boolean(),
    /** false: the year has no calendar, and nobody is refused by a guess. */
    known: z.boolean(),
    /** Closing when open, next opening when closed; null: «нет календаря на год». */
    until: instant.nullable(),
    shortened: z.boolean(),
    /** Topics, configurations and the latest release in force. */
    configurations: z.array(shortText),
    latestRelease: shortText.nullable(),
  }),
  call: callView.nullable(),
  secondCall: callView.nullable(),
  transfer: transferView.nullable(),
  colleagues: z.array(colleague),
  /** Voice messages not listened to. */
  newMessages: z.number().int().nonnegative(),
  /** How the last call ended without a consultation: «занято», «не отвечает». */
  lastCallEnd: z
    .object({ callId: id, number: shortText, cause: callEndCause, sipCode: z.number().int().nullable(), at: instant })
    .nullable(),
  consultation: consultationView.nullable(),
  unclosed: z.array(journalRow),
  today: z.object({
    consultations: z.number().int(),
    averageMs: durationMs.nullable(),
    cutAtLimit: z.number().int(),
    serviceCalls: z.number().int(),
    eventsHandled: z.number().int(),
  }),
  recent: z.array(journalRow),
  /** «Пропущенные»: how many callers nobody has spoken to since, and when the last of them called. */
  missed: z.object({ callers: z.number().int().nonnegative(), lastAt: instant.nullable() }),
  /** Open events of the line in the order of 2.6, and those closed today. */
  events: z.array(callbackEvent),
  closedEvents: z.array(callbackEvent),
  /** 2.6: identifiers of the open events whose urgency waits since before today's opening to be confirmed or not: the first thing to do. */
  firstToConfirm: z.array(id),
  training: z.object({ scale: z.number().positive(), pace: z.enum(['off', 'calm', 'busy']) }).nullable(),
  /** What the shell says of the desktop around the console; null: there is none (a browser). */
  desktop: desktopState.nullable(),
});
export type DeskSnapshot = z.infer<typeof deskSnapshot>;

const nothing = z.object({});
const done = z.null();

/**
 * The one API the console knows. Every method may fail with a code (texts: `failures` of shared/i18n):
 *
 * - calls: `no-call` (over meanwhile), `wrong-phase`, `in-call`, `not-registered`, `card-open` (close the present card first)
 * - consultation: `no-consultation`, `already-closed`, `missing` {fields, clauses}, `not-saved` (the disk refused; it is tried again),
 *   `no-entry`, `unknown-reason`, `not-earlier` (only an earlier consultation can be continued)
 * - journal: `export-forbidden` (the settings allow no column)
 * - between calls: `limit-over`, `undo-late`
 * - events: `no-event`, `taken` {owner}, `no-number`, `outside-hours` {next}, `no-calendar` {year}, `no-clause`,
 *   `too-early-to-give-up`, `not-a-choice`
 * - the rest: `line-away`, `elsewhere` {inCall} (another window holds the desk), `no-training`, `training-no-console`, `training-busy`,
 *   `training-no-call`, `training-no-user`; of the settings `locked`, `invalid-settings`; of the channel `disconnected`, `bad-message`,
 *   `internal`
 */
export const deskApi = {
  methods: {
    snapshot: { args: nothing, result: deskSnapshot },
    /** Asked by a window that was told `elsewhere`: the desk moves to it. Fails with `in-call` while a call is on in the other. */
    takeOver: { args: nothing, result: done },
    setAvailability: {
      args: z.object({ kind: z.enum(['ready', 'not-ready']), reason: shortText.nullable() }),
      result: done,
    },
    answer: { args: z.object({ callId: id }), result: done },
    decline: { args: z.object({ callId: id }), result: done },
    /** Declines the call and books an event for its number in one action. */
    declineToEvent: { args: z.object({ callId: id }), result: callbackEvent },
    hangUp: { args: z.object({ callId: id }), result: done },
    hold: { args: z.object({ callId: id, held: z.boolean() }), result: done },
    mute: { args: z.object({ callId: id, muted: z.boolean() }), result: done },
    dtmf: { args: z.object({ callId: id, tones: z.string().regex(/^[0-9A-D*#,]+$/) }), result: done },
    /**
     * Dials a number; for an event (takes it too), or for a consultation: redial, going on with the elapsed time where 4.1 says so and
     * `fresh` is not asked for.
     */
    dial: {
      args: z.object({
        number: shortText.min(1),
        eventId: id.nullable(),
        consultationId: id.nullable(),
        fresh: z.boolean().default(false),
      }),
      result: z.object({ consultationId: id }),
    },
    ...transferMethods,
    /** «Пользователь у телефона»: starts the consultation clock of a dialled call. */
    userOnLine: { args: z.object({ consultationId: id }), result: done },
    /** Saves what was typed; `edit` is the writer's own growing number, answered after the commit. */
    editCard: {
      args: z.object({ consultationId: id, patch: cardPatch, edit: z.number().int().positive() }),
      result: z.object({ edit: z.number().int() }),
    },
    /** Records a candidate's three facts as confirmed by the caller. */
    takeCandidate: { args: z.object({ consultationId: id, entryId: id }), result: done },
    closeConsultation: { args: z.object({ consultationId: id }), result: done },
    /** Brings an unclosed consultation back to the workplace. */
    openConsultation: { args: z.object({ consultationId: id }), result: done },

    /** The due-by that would hold: of a booking made now, or of an open event that is moved (`eventId`). Fails with `outside-hours`. */
    dueByPreview: {
      args: z.object({ preferredAt: instant.nullable(), eventId: id.nullable().default(null) }),
      result: z.object({
        dueBy: instant.nullable(),
        /** unchanged: the preferred time of a move is before the due-by, which stays. */
        rule: z.enum(['today', 'next-working-day', 'wish', 'no-calendar', 'unchanged']),
        preferToday: z.boolean(),
      }),
    },
    bookEvent: { args: z.object({ draft: eventDraft, consultationId: id.nullable() }), result: callbackEvent },
    takeEvent: { args: z.object({ eventId: id }), result: done },
    returnEvent: { args: z.object({ eventId: id }), result: done },
    /** `postponed`: the user, reached, asked for it: given back to the queue with that outcome, as one action. */
    moveEvent: {
      args: z.object({
        eventId: id,
        preferredAt: instant,
        reason: longText.min(1),
        postponed: z.boolean().default(false),
      }),
      result: done,
    },
    /** 2.6: confirmed with its reason, or the user's request is not confirmed. */
    confirmCriticality: {
      args: z.object({ eventId: id, reason: longText.min(1), confirmed: z.boolean().default(true) }),
      result: done,
    },
    /** «Сказать пользователю»: it was said. Fails with `saying-not-whole`, `not-said-before`. */
    say: { args: z.object({ consultationId: id, ...said.omit({ at: true }).shape }), result: done },
    closeEvent: { args: z.object({ eventId: id, outcome: eventOutcome, clause: shortText.nullable() }), result: done },

    searchRegistry: {
      args: z.object({ text: shortText, limit: z.number().int().min(1).max(50) }),
      result: registryAnswer,
    },
    ...betweenCallsMethods,
    ...shiftMethods,
    ...historyMethods,

    settings: { args: nothing, result: settingsView },
    savePersonalSettings: { args: z.object({ settings: personalSettings }), result: settingsView },
    /** A null password keeps the one known. */
    saveWorkstationSettings: {
      args: z.object({ settings: workstationSettings, password: z.string().max(200).nullable() }),
      result: settingsView,
    },

    /** This workstation's own words of «Сказать пользователю», whole. */
    saveSayTexts: { args: z.object({ own: ownSayTexts }), result: settingsView },
    recording: recordingMethod,
    /**
     * Takes a WAV (base64) in the place of a tone; null gives the tone back. Fails with `recording-format`, `recording-too-short`,
     * `recording-too-long`, and `locked` where an administrator has chosen.
     */
    saveRecording: {
      args: z.object({
        kind: recordingKind,
        recording: z.object({ name: shortText, data: z.string().max(LONGEST_RECORDING_TEXT) }).nullable(),
      }),
      result: settingsView,
    },

    ...dataMethods,

    /** «Записать событие» of the mini window: the console comes forward with the booking form. */
    bookInConsole: { args: nothing, result: done },

    /** «Проверить связь»: begins or stops; how it goes is in the snapshot. Fails with `in-call`, `not-registered`. */
    checkLink: { args: z.object({ on: z.boolean() }), result: done },

    trainingCall: { args: nothing, result: done },
    trainingSecondCall: { args: nothing, result: done },
    trainingScale: { args: z.object({ scale: z.union([z.literal(1), z.literal(15)]) }), result: done },
    trainingPace: { args: z.object({ pace: z.enum(['off', 'calm', 'busy']) }), result: done },
  },
  events: {
    snapshot: deskSnapshot,
    /** Another window or tab holds this desk: «Открыто в другом окне». */
    elsewhere: z.object({ inCall: z.boolean() }),
    /** To be shown now: asked by the mini window or by a link. */
    open: openRequest,
  },
};
export type DeskApi = typeof deskApi;

const { snapshot, answer, hangUp, hold, mute, settings, bookInConsole } = deskApi.methods;

/** The part of the desk's API that «Мини-окно» has: what it shows and presses, and nothing else. */
export const miniApi = {
  methods: { snapshot, answer, hangUp, hold, mute, settings, bookInConsole },
  events: { snapshot: deskSnapshot },
};
export type MiniApi = typeof miniApi;
