import * as z from 'zod/mini';
import { soundState, soundSummary } from './call-sound.ts';
import { linkCheck } from './link-check.ts';
import { recordingMethod, recordings } from './recordings.ts';
import { sipSettings } from './sip-settings.ts';
import { durationMs, id, shortText } from './wire.ts';

/** Why the phone is not registered, as far as a page and the service's TLS probe can tell. */
export const phoneFailure = z.enum([
  'wrong-password',
  'forbidden',
  'no-server',
  'server-refused',
  'certificate',
  'no-answer',
  'microphone-denied',
  'no-microphone',
  'not-configured',
  'socket-lost',
  'no-phone-window',
]);
export type PhoneFailure = z.infer<typeof phoneFailure>;

/** A name in the field's words: REGISTER accepted, on its way, refused. */
export const registration = z.object({
  status: z.enum(['registered', 'connecting', 'unregistered', 'failed']),
  failure: z.nullable(phoneFailure),
  /** SIP status code of the refusal, if the server gave one. */
  sipCode: z.nullable(z.int()),
});
export type Registration = z.infer<typeof registration>;

export const callEndCause = z.enum([
  'remote',
  'local',
  'limit',
  'lost',
  'cancelled',
  'declined',
  'elsewhere',
  'busy',
  'no-answer',
  'not-found',
  'failed',
  /** The far end was handed over to somebody else. */
  'transferred',
]);
export type CallEndCause = z.infer<typeof callEndCause>;

/** Counters of one call's media from getStats, at its end. */
export const callMedia = z.object({
  codec: z.nullable(shortText),
  packetsSent: z.int(),
  packetsReceived: z.int(),
  packetsLost: z.int(),
  jitterMs: z.nullable(durationMs),
  roundTripMs: z.nullable(durationMs),
  /** How it sounded from answer to end; null: nothing was heard, or an older console wrote it. */
  quality: z._default(z.nullable(soundSummary), null),
});
export type CallMedia = z.infer<typeof callMedia>;

/** A colleague's telephone, as far as the PBX tells. */
export const lamp = z.enum(['free', 'ringing', 'busy', 'unknown']);
export type Lamp = z.infer<typeof lamp>;

/**
 * A consultation that comes along with a call handed over to us (4.1: the elapsed time goes with the caller). `elapsedMs` is the time used of
 * the limit when it was handed over, granted minutes taken off.
 */
export const carriedConsultation = z.object({ id, n: z.int().check(z.nonnegative()), elapsedMs: durationMs });
export type CarriedConsultation = z.infer<typeof carriedConsultation>;

/**
 * What the phone reports. `agoMs` says how long ago it happened by the phone's monotonic clock, so that the desk can place it on its own:
 * facts kept while the service was away are not dated wrong.
 */
export const phoneFact = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('registration'), registration }),
  z.object({
    kind: z.literal('ringing'),
    callId: id,
    number: shortText,
    displayName: shortText,
    dialled: shortText,
    carried: z.optional(carriedConsultation),
    /** Its headers ask for an answer by itself (answer-after). */
    asksForAnswer: z.optional(z.literal(true)),
    agoMs: durationMs,
  }),
  z.object({ kind: z.literal('dialling'), callId: id, number: shortText, agoMs: durationMs }),
  z.object({ kind: z.literal('progress'), callId: id, stage: z.enum(['ringing', 'early-media']), agoMs: durationMs }),
  z.object({ kind: z.literal('answered'), callId: id, agoMs: durationMs }),
  z.object({ kind: z.literal('held'), callId: id, held: z.boolean(), agoMs: durationMs }),
  z.object({ kind: z.literal('muted'), callId: id, muted: z.boolean(), agoMs: durationMs }),
  z.object({ kind: z.literal('dtmf'), callId: id, tones: shortText, agoMs: durationMs }),
  z.object({ kind: z.literal('tone'), callId: id, tone: z.enum(['notice', 'farewell']), agoMs: durationMs }),
  /** What must be said about the sound of a call that is up; told whole at each change. */
  z.object({ kind: z.literal('call-sound'), callId: id, state: soundState, agoMs: durationMs }),
  /** `connected`: signalling and sound reach the far end. `silentForMs`: nothing at all has come from there for so long; null: it gives signs of life. */
  z.object({
    kind: z.literal('connection'),
    callId: id,
    connected: z.boolean(),
    silentForMs: z.nullable(durationMs),
    agoMs: durationMs,
  }),
  z.object({ kind: z.literal('lamp'), number: shortText, lamp }),
  /** Voice messages nobody has listened to. */
  z.object({ kind: z.literal('mailbox'), newMessages: z.int() }),
  /** The far end, or the PBX, did not take the caller over: the call is still ours. */
  z.object({ kind: z.literal('transfer-failed'), callId: id, sipCode: z.nullable(z.int()), agoMs: durationMs }),
  /** This call and the other one are mixed: all three hear each other; or no longer. */
  z.object({ kind: z.literal('joined'), callId: id, joined: z.boolean(), agoMs: durationMs }),
  z.object({
    kind: z.literal('ended'),
    callId: id,
    cause: callEndCause,
    sipCode: z.nullable(z.int()),
    media: z.nullable(callMedia),
    agoMs: durationMs,
  }),
  z.object({
    kind: z.literal('devices'),
    microphone: z.enum(['granted', 'denied', 'prompt', 'absent']),
    devices: z.array(z.object({ id: shortText, kind: z.enum(['input', 'output']), label: shortText })),
  }),
  /** The browser plays nothing before the first click: «Звук включится после щелчка». */
  z.object({ kind: z.literal('sound'), allowed: z.boolean() }),
  /** Headsets whose buttons work, by name. */
  z.object({ kind: z.literal('headsets'), names: z.array(shortText) }),
  /** A button of a headset: off-hook and on-hook are its call button by what it has become. */
  z.object({
    kind: z.literal('headset-press'),
    press: z.enum(['off-hook', 'on-hook', 'mute', 'flash']),
    agoMs: durationMs,
  }),
  /** «Проверить связь», told whole at each change. */
  z.object({ kind: z.literal('link-check'), check: linkCheck }),
]);
export type PhoneFact = z.infer<typeof phoneFact>;

/** A call as the phone holds it, told at every (re)connection to the desk. */
export const phoneCall = z.object({
  callId: id,
  direction: z.enum(['incoming', 'outgoing']),
  number: shortText,
  displayName: shortText,
  dialled: shortText,
  phase: z.enum(['ringing', 'dialling', 'up']),
  held: z.boolean(),
  muted: z.boolean(),
  /** As in the fact `connection`. */
  connected: z.boolean(),
  silentForMs: z.nullable(durationMs),
  /** Dialled beside this other call, to hand its caller over. */
  besideId: z.optional(id),
  startedAgoMs: durationMs,
  answeredAgoMs: z.nullable(durationMs),
});
export type PhoneCall = z.infer<typeof phoneCall>;

/** What the phone needs to register. null account: nothing is configured, stay silent. */
export const phoneConfig = z.object({
  account: z.nullable(sipSettings),
  microphone: z.nullable(shortText),
  headphones: z.nullable(shortText),
  ringer: z.array(shortText),
  ringVolume: z.number(),
  /** Colleagues whose lamps are watched. */
  watch: z.optional(z.array(shortText)),
  deviceNames: z.record(shortText, shortText),
  /** Keep the microphone open between calls; absent: it opens at the answer. */
  keepMicrophone: z.optional(z.boolean()),
  /** What sounds instead of the tones; the phone asks for the bytes. */
  recordings: z.optional(recordings),
});
export type PhoneConfig = z.infer<typeof phoneConfig>;

/**
 * Deadlines of a call from now on, in real milliseconds from the receipt of the order. The phone alone plays the tones and sends the BYE
 * (design: «Who cuts»). null takes a deadline away; an order replaces the one before.
 */
export const callDeadlines = z.object({
  callId: id,
  /** The stages (4.1), heard softly by the consultant alone; left out where nobody counts them. */
  warningInMs: z.optional(z.number()),
  lastMinuteInMs: z.optional(z.number()),
  noticeInMs: z.nullable(z.number()),
  farewellInMs: z.nullable(z.number()),
  limitInMs: z.nullable(z.number()),
});
export type CallDeadlines = z.infer<typeof callDeadlines>;

export const phoneOrder = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('configure'), config: phoneConfig }),
  z.object({ kind: z.literal('answer'), callId: id }),
  /** sipCode: 486 declined by the consultant, 480 not ready or wrapping up. */
  z.object({
    kind: z.literal('decline'),
    callId: id,
    sipCode: z.union([z.literal(480), z.literal(486), z.literal(603)]),
  }),
  z.object({ kind: z.literal('hang-up'), callId: id, reason: z.enum(['consultant', 'limit']) }),
  z.object({ kind: z.literal('hold'), callId: id, held: z.boolean() }),
  z.object({ kind: z.literal('mute'), callId: id, muted: z.boolean() }),
  z.object({ kind: z.literal('dtmf'), callId: id, tones: z.string().check(z.regex(/^[0-9A-D*#,]+$/)) }),
  z.object({ kind: z.literal('dial'), callId: id, number: shortText }),
  /** Dials a colleague beside a call, which is held for it. `carried` goes along. */
  z.object({
    kind: z.literal('consult'),
    callId: id,
    besideId: id,
    number: shortText,
    carried: z.nullable(carriedConsultation),
  }),
  /** Hands the caller over to a number at once. Ends with `ended: transferred`, or `transfer-failed` and the call goes on. */
  z.object({
    kind: z.literal('transfer'),
    callId: id,
    number: shortText,
    carried: z.nullable(carriedConsultation),
  }),
  /** Hands the caller over to the colleague of the other call: both end here. */
  z.object({ kind: z.literal('connect'), callId: id, withCallId: id }),
  /** A conference of three, mixed here. */
  z.object({ kind: z.literal('join'), callId: id, withCallId: id, joined: z.boolean() }),
  z.object({ kind: z.literal('deadlines'), deadlines: callDeadlines }),
  /** «Проверить связь» begins, or is stopped. */
  z.object({ kind: z.literal('link-check'), on: z.boolean() }),
  z.object({ kind: z.literal('power'), event: z.enum(['suspend', 'resume']) }),
  /** Ends every call and unregisters: the desk is closing or another window takes over. */
  z.object({ kind: z.literal('shut-down') }),
]);
export type PhoneOrder = z.infer<typeof phoneOrder>;

/** The phone's API: the desk answers, the phone asks. Orders are events of it. */
export const phoneApi = {
  methods: {
    /** First message of a connection: all calls alive and the registration. The answer configures the phone. */
    hello: { args: z.object({ registration, calls: z.array(phoneCall) }), result: phoneConfig },
    /** Facts in the order they happened; the answer means: the desk has them. Kept and repeated until answered. */
    facts: { args: z.object({ facts: z.array(phoneFact) }), result: z.null() },
    recording: recordingMethod,
    /** A page sees only close code 1006; the service asks the server itself what is wrong. */
    probe: { args: z.object({ server: z.string() }), result: z.object({ failure: z.nullable(phoneFailure) }) },
  },
  events: { order: phoneOrder },
};
export type PhoneApi = typeof phoneApi;
