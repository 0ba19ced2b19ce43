import { z } from 'zod';
import { dateKey, shortText } from './base.ts';
import { desktopSettings } from './desktop.ts';
import { EXPORT_COLUMNS, exportColumn } from './export.ts';
import { ownKeys } from './keys.ts';
import { recordings } from './recordings.ts';
import { sayTextsView } from './say.ts';
import { sipSettings, sipSettingsKept } from './sip-settings.ts';

export { sipSettings } from './sip-settings.ts';
export type { SipSettings } from './sip-settings.ts';

const minutesAndSeconds = z.string().regex(/^\d{1,3}:[0-5]\d$/, { error: 'format' });
const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'format' });

/** Limits of a consultation (4.1), in minutes and seconds; stages are told by how long before the limit they stand. */
export const limitSettings = z.strictObject({
  limit: minutesAndSeconds.default('15:00'),
  warningBefore: minutesAndSeconds.default('3:00'),
  lastMinuteBefore: minutesAndSeconds.default('1:00'),
  noticeBefore: minutesAndSeconds.default('0:30'),
  notice: z.boolean().default(true),
  atLimit: z.enum(['end', 'warn-only']).default('end'),
  /** After closing a call the card waits this long before it moves to «Незакрытые». */
  wrapUp: minutesAndSeconds.default('3:00'),
});
export type LimitSettings = z.infer<typeof limitSettings>;

export const noticeSettings = z.strictObject({
  date: dateKey,
  /** Opening intervals of that day; none means closed (section 7). */
  intervals: z.array(z.tuple([clockTime, clockTime])),
});

/** The line's own rules and lists, and the second listener. */
export const lineSettings = z.strictObject({
  /** The leads' and users' pages: off until switched on. */
  listen: z
    .strictObject({
      enabled: z.boolean().default(false),
      host: shortText.trim().min(1).default('127.0.0.1'),
      port: z.number().int().min(0).max(65_535).default(8015),
    })
    .prefault({}),
  shortenedDays: z.boolean().default(true),
  notices: z.array(noticeSettings).default([]),
  latestRelease: z
    .string()
    .regex(/^\d+\.\d+\.\d+\.\d+$/, { error: 'format' })
    .nullable()
    .default(null),
  /** The day it came out: «последний … с …». */
  latestReleaseSince: dateKey.nullable().default(null),
  configurations: z.array(shortText.min(1)).default([]),
  /** The published numbers of the line, shown to users. */
  phones: z.array(shortText).default(['+7 495 231-22-45']),
});
export type LineSettings = z.infer<typeof lineSettings>;

/** What is kept, for how long, and where copies of it go. */
export const dataSettings = z.strictObject({
  /** Closed consultations and closed events older than this are removed; null: kept for ever. */
  retentionMonths: z.number().int().min(1).max(600).nullable().default(null),
  /** Where copies of the data folder are made; empty: `backups` inside it. */
  backupFolder: shortText.default(''),
  /** What an export of the journal may have in it; none: nothing may be exported. */
  exportColumns: z.array(exportColumn).default([...EXPORT_COLUMNS]),
});
export type DataSettings = z.infer<typeof dataSettings>;

/** Somebody to call, ask or hand a user over to: a name to show, a number as it is dialled. */
export const colleagueSettings = z.strictObject({ name: shortText.trim().min(1), number: shortText.trim().min(1) });

/** What the console speaks. */
export const language = z.enum(['ru', 'en']);

/** The consultant's own layer: sound, look, keys, speed dials. */
export const personalSettings = z.strictObject({
  microphone: shortText.nullable().default(null),
  headphones: shortText.nullable().default(null),
  /** It rings on all of them; none: the system's own. A single one was kept as a text once. */
  ringer: z.preprocess(
    (kept) => (kept === null ? [] : typeof kept === 'string' ? [kept] : kept),
    z.array(shortText).max(8).default([]),
  ),
  ringVolume: z.number().min(0).max(1).default(0.7),
  /** While ready, between calls too: the first word of an answer waits for nothing, and the system shows an open microphone. */
  keepMicrophoneOpen: z.boolean().default(false),
  /** What the chosen devices are called, by id: one that comes back in another socket is known by its name. */
  deviceNames: z.record(shortText, shortText).default({}),
  theme: z.enum(['auto', 'light', 'dark']).default('auto'),
  language: language.default('ru'),
  keys: ownKeys.prefault({}),
  /** The first start has explained itself and was told so. */
  introduced: z.boolean().default(false),
  desktop: desktopSettings.prefault({}),
  /** «Быстрый набор». */
  speedDials: z.array(colleagueSettings).max(20).default([]),
});
export type PersonalSettings = z.infer<typeof personalSettings>;

/**
 * The administrator's provisioning file (`--config FILE`). Strict: an unknown key is a mistake, named with its path. What it sets is
 * read-only in the console.
 */
export const provisioning = z.strictObject({
  consultant: z.strictObject({ name: shortText.min(1) }).optional(),
  sip: z.optional(sipSettings),
  limits: limitSettings.optional(),
  line: lineSettings.optional(),
  data: dataSettings.optional(),
  autoAnswer: z.boolean().optional(),
  colleagues: z.array(colleagueSettings).max(200).optional(),
  answerByHeader: z.array(shortText.trim().min(1)).max(200).optional(),
  /** Words of «Сказать пользователю»: read text by text (contract/say.ts), for a wrong sentence keeps nobody from work. */
  say: z.unknown().optional(),
  /** Files (WAV, Ogg, MP3) that sound instead of the line's tones: beside this file, or by their whole path. */
  recordings: z
    .strictObject({ notice: z.string().min(1).optional(), farewell: z.string().min(1).optional() })
    .optional(),
  serviceNumbers: z.array(colleagueSettings).max(200).optional(),
});
export type Provisioning = z.infer<typeof provisioning>;

/** This workstation's own layer, editable where there is no provisioning file. The password stands beside it, sealed. */
export const workstationSettings = z.strictObject({
  consultantName: shortText.default(''),
  sip: z.nullable(sipSettingsKept).default(null),
  limits: limitSettings.prefault({}),
  line: lineSettings.prefault({}),
  data: dataSettings.prefault({}),
  autoAnswer: z.boolean().default(false),
  colleagues: z.array(colleagueSettings).max(200).default([]),
  /** Callers whose call is answered by itself where its header asks for it (Alert-Info, Call-Info: answer-after). */
  answerByHeader: z.array(shortText.trim().min(1)).max(200).default([]),
  /** Whose calls are service calls (4.1), besides the colleagues': the lead, the office. */
  serviceNumbers: z.array(colleagueSettings).max(200).default([]),
});
export type WorkstationSettings = z.infer<typeof workstationSettings>;

/** What a provisioning file sets as a whole: the parts it leaves out have their defaults, and nobody changes them at the workstation. */
export const ADMINISTRATORS_PARTS = [
  'consultant',
  'sip',
  'limits',
  'line',
  'data',
  'autoAnswer',
  'colleagues',
  'answerByHeader',
  'recordings',
  'serviceNumbers',
  'say',
] as const;

/** The settings in force as the console shows them. */
export const settingsView = z.object({
  workstation: workstationSettings,
  personal: personalSettings,
  /** Top-level parts set by an administrator: read-only, «Задано администратором». */
  locked: z.array(z.enum(ADMINISTRATORS_PARTS)),
  recordings,
  password: z.object({
    known: z.boolean(),
    /** os: sealed by the system's key store. session: the system has none, kept until the console is closed. file: from the provisioning file. */
    kept: z.enum(['os', 'session', 'file', 'none']),
  }),
  /** The lead's own link and the users' page, once the line listens. */
  links: z.object({ lead: z.string().nullable(), booking: z.string().nullable(), problem: z.string().nullable() }),
  dataDir: z.string(),
  say: sayTextsView,
});
export type SettingsView = z.infer<typeof settingsView>;
