import { GOOD_SOUND } from '../../shared/contract/call-sound.ts';
import type { CallView, ConsultationView, DeskSnapshot, VerdictView } from '../../shared/contract/desk.ts';
import type { CallbackEvent } from '../../shared/contract/events.ts';
import { EMPTY_CARD, type JournalRow } from '../../shared/contract/journal.ts';
import type { Candidate, RegistryEntry } from '../../shared/contract/registry.ts';
import type { ConsultationClock } from '../../shared/contract/clock.ts';
import { CONFIGURATIONS } from '../../shared/regulation/lists.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;

/** The gallery's moment: a working Tuesday, 14:32 in Moscow. */
export const NOW = Date.parse('2026-11-24T14:32:10+03:00');
/** A time of that day, «18:00». */
export const at = (time: string, day = '2026-11-24'): number => Date.parse(`${day}T${time}:00+03:00`);

export const LONG_NAME = 'Муниципальное унитарное предприятие «Центральная районная аптека № 124»';

export const ENTRY: RegistryEntry = {
  id: 'r1',
  registrationNumber: '8102345',
  organisation: 'ООО «Аптека на Заречной»',
  inn: '7107543210',
  city: 'Тула',
  configuration: '1С-Рарус: Управление аптекой, ред. 3',
  phones: ['+79161234567'],
  contact: 'Петрова Анна',
  purchasedOn: '2024-03-15',
  licences: [{ kind: 'prof', first: '2026-03-15', last: '2027-03-14' }],
};

export const BRANCH: RegistryEntry = {
  ...ENTRY,
  id: 'r2',
  registrationNumber: '8102399',
  organisation: '«Заречная, филиал 2»',
  licences: [{ kind: 'standard', first: '2025-12-02', last: '2026-12-01' }],
};

export const LONG_ENTRY: RegistryEntry = {
  ...ENTRY,
  id: 'r3',
  registrationNumber: '800512340099',
  organisation: LONG_NAME,
  city: 'Петропавловск-Камчатский',
  configuration: '1С:Медицина. Больничная аптека',
  contact: 'Константинопольская Александра Владиславовна',
  licences: [{ kind: 'standard', first: '2024-01-01', last: '2024-12-31' }],
};

export const fromRegistry = (entry: RegistryEntry): Candidate => ({
  source: 'registry',
  entry,
  name: entry.contact,
  organisation: entry.organisation,
  registrationNumber: entry.registrationNumber,
  conversations: 0,
});
export const fromJournal = (entry: RegistryEntry, conversations: number): Candidate => ({
  ...fromRegistry(entry),
  source: 'journal',
  conversations,
});

/** A consultation as the journal lists it. */
export function row(over: Partial<JournalRow> & { id: string; startedAt: number }): JournalRow {
  return {
    inquiry: '4К-170',
    kind: 'consultation',
    direction: 'incoming',
    number: '+79161234567',
    displayName: '',
    contact: '',
    organisation: '',
    registrationNumber: '',
    answeredAt: over.startedAt + 4_000,
    endedAt: over.startedAt + 9 * MINUTE,
    talkMs: 9 * MINUTE,
    heldMs: 0,
    endReason: 'consultant',
    topic: null,
    outcome: null,
    closing: 'identified',
    closedAt: over.startedAt + 10 * MINUTE,
    comment: '',
    consultant: 'Ильина Мария',
    ...over,
  };
}

/** A callback event. */
export function event(
  over: Partial<CallbackEvent> & { id: string },
  user: Partial<CallbackEvent['user']> = {},
): CallbackEvent {
  return {
    user: {
      name: '',
      number: '+79161234567',
      e164: '+79161234567',
      extension: null,
      registrationNumber: '',
      organisation: '',
      configuration: '',
      city: '',
      ...user,
    },
    topic: null,
    comment: '',
    criticality: 'none',
    source: 'consultation',
    bookedAt: at('11:20'),
    dueBy: at('18:00'),
    preferToday: false,
    preferredAt: null,
    convenient: null,
    owner: null,
    attempts: [],
    nextAttemptAt: null,
    consultationId: null,
    closed: null,
    history: [],
    ...over,
  };
}

export const EVENTS: CallbackEvent[] = [
  event(
    {
      id: 'e1',
      dueBy: at('14:00'),
      topic: 'update',
      convenient: { from: '10:00', until: '15:00' },
      attempts: [{ at: at('12:10'), by: 'Ильина Мария', result: 'no-answer' }],
    },
    { organisation: '«Здоровье»', number: '+73422001133', e164: '+73422001133', city: 'Пермь' },
  ),
  event(
    { id: 'e2', topic: 'errors', criticality: 'requested' },
    { organisation: LONG_NAME, name: 'Петрова Анна', city: 'Тула' },
  ),
  event(
    { id: 'e3', topic: 'setup', owner: { id: 'c2', name: 'Орлов Пётр' }, dueBy: at('14:50') },
    { organisation: '«Фарм-Плюс»', number: '+74957771020', e164: '+74957771020', city: 'Москва' },
  ),
  event(
    { id: 'e4', topic: 'theory', dueBy: at('18:00', '2026-11-25') },
    { organisation: '«Вита»', number: '+73812445566', e164: '+73812445566', city: 'Омск' },
  ),
];

export const RECENT: JournalRow[] = [
  row({
    id: 'j1',
    startedAt: at('14:18'),
    contact: 'Петрова Анна',
    organisation: '«Аптека на Заречной»',
    topic: 'update',
    outcome: 'solved',
  }),
  row({ id: 'j2', startedAt: at('14:05'), number: '+78314120007', closing: 'not-held', endReason: 'user' }),
  row({
    id: 'j3',
    startedAt: at('13:51'),
    contact: 'Сидоров',
    organisation: LONG_NAME,
    topic: 'errors',
    outcome: 'development',
  }),
  row({ id: 'j4', startedAt: at('13:30'), contact: 'Орехова', organisation: '«Вита», Омск', endReason: 'limit' }),
  row({
    id: 'j5',
    startedAt: at('17:40', '2026-11-23'),
    contact: 'Константинопольская Александра',
    organisation: 'ИП Константинопольская А. В.',
    outcome: 'user-will-check',
  }),
];

export const UNKNOWN_VERDICT: VerdictView = {
  kind: 'unknown',
  basis: null,
  until: null,
  clauses: ['2.3'],
  asOf: null,
  age: 'unknown',
  entry: null,
  release: { kind: 'unknown', latest: '3.0.49.1', since: '2026-11-10', clauses: [] },
};

export const PROF_VERDICT: VerdictView = {
  kind: 'allowed',
  basis: 'prof',
  until: '2027-03-14',
  clauses: ['6.2'],
  asOf: at('06:00'),
  age: 'fresh',
  entry: ENTRY,
  release: { kind: 'latest', latest: '3.0.48.3', since: '2026-11-10', clauses: ['2.8'] },
};

/** A running clock with so much left, in minutes. */
export function clockWithLeft(leftMs: number, over: Partial<ConsultationClock> = {}): ConsultationClock {
  const limitAt = NOW + leftMs;
  const limitMs = over.limitMs ?? 15 * MINUTE;
  const scale = over.scale ?? 1;
  return {
    startedAt: limitAt - limitMs,
    elapsedBeforeMs: 0,
    limitMs,
    warningAt: limitAt - (3 * MINUTE) / scale,
    lastMinuteAt: limitAt - MINUTE / scale,
    noticeAt: limitAt - 30_000 / scale,
    farewellAt: limitAt - 1_500,
    limitAt,
    atLimit: 'end',
    scale,
    grants: [],
    ...over,
  };
}

/** A call of the user everybody knows. */
export function call(over: Partial<CallView> = {}): CallView {
  return {
    id: 'call-1',
    direction: 'incoming',
    number: { raw: '+79161234567', e164: '+79161234567', extension: null },
    displayName: '',
    dialled: '+74952312245',
    phase: 'up',
    held: false,
    heldSince: null,
    muted: false,
    connected: true,
    sound: GOOD_SOUND,
    silentSince: null,
    startedAt: NOW - 8 * MINUTE,
    answeredAt: NOW - 7 * MINUTE,
    candidates: [fromJournal(ENTRY, 4), fromRegistry(BRANCH)],
    openEvent: null,
    service: null,
    history: [
      row({ id: 'h1', startedAt: at('10:00', '2026-11-23'), topic: 'update', outcome: 'solved' }),
      row({ id: 'h2', startedAt: at('10:00', '2026-11-19'), topic: 'errors', outcome: 'development' }),
      row({ id: 'h3', startedAt: at('10:00', '2026-11-02'), topic: 'setup', outcome: 'solved' }),
    ],
    callsThisWeek: 3,
    ...over,
  };
}

export const KNOWN_CARD = {
  ...EMPTY_CARD,
  registrationNumber: ENTRY.registrationNumber,
  organisation: ENTRY.organisation,
  configuration: ENTRY.configuration,
  release: '3.0.48.3',
  inn: ENTRY.inn,
  contact: ENTRY.contact,
  phone: '+7 916 123-45-67',
  city: ENTRY.city,
  confirmedEntryId: ENTRY.id,
  topic: 'update',
  comment:
    'После обновления до 3.0.48.3 не открывается форма приходной накладной, ошибка «поле объекта не обнаружено». Была доработка от партнёра?',
};

/** A consultation in its seventh minute, nobody identified yet. */
export function consultation(over: Partial<ConsultationView> = {}): ConsultationView {
  return {
    id: 'consultation-1',
    inquiry: '4К-173',
    kind: 'consultation',
    phase: 'talking',
    callId: 'call-1',
    direction: 'incoming',
    number: '+79161234567',
    displayName: '',
    eventId: null,
    clock: clockWithLeft(7 * MINUTE + 41_000),
    heldMs: 0,
    endedAt: null,
    endReason: null,
    continuableUntil: null,
    wrapUpUntil: null,
    card: { ...EMPTY_CARD },
    savedEdit: 0,
    verdict: UNKNOWN_VERDICT,
    missing: [
      { field: 'registrationNumber', clause: '2.3' },
      { field: 'organisation', clause: '2.3' },
      { field: 'configuration', clause: '2.3' },
      { field: 'topic', clause: '3.1' },
      { field: 'outcome', clause: '1.2' },
    ],
    candidates: [fromJournal(ENTRY, 4), fromRegistry(BRANCH)],
    bookedEventIds: [],
    askedEvent: null,
    continues: null,
    said: [],
    ...over,
  };
}

/** The sound check of this morning. */
export const SOUND_HEARD = { microphone: 'heard', ear: 'heard', ring: 'heard', at: at('08:59') } as const;

/** A desk between calls, everything in order. */
export function snapshot(over: Partial<DeskSnapshot> = {}): DeskSnapshot {
  return {
    version: 1,
    now: NOW,
    mode: 'work',
    consultant: { id: 'c1', name: 'Ильина Мария' },
    availability: { kind: 'ready', reason: null, since: NOW - 4 * MINUTE },
    afterCall: null,
    shift: { startedAt: at('09:00'), endedAt: null, skippedCheck: false, check: SOUND_HEARD },
    undo: null,
    activity: 'idle',
    phone: {
      status: 'registered',
      failure: null,
      sipCode: null,
      since: at('09:01'),
      number: '101',
      microphone: 'granted',
      soundAllowed: true,
      devices: [],
      headsets: [],
      check: null,
    },
    line: {
      connected: true,
      open: true,
      known: true,
      until: at('18:00'),
      shortened: false,
      configurations: CONFIGURATIONS.map(({ text }) => text.ru),
      latestRelease: '3.0.49.1',
    },
    call: null,
    secondCall: null,
    transfer: null,
    colleagues: [],
    newMessages: 0,
    lastCallEnd: null,
    consultation: null,
    unclosed: [],
    today: { consultations: 17, averageMs: 9 * MINUTE + 12_000, cutAtLimit: 2, serviceCalls: 3, eventsHandled: 6 },
    missed: { callers: 0, lastAt: null },
    recent: RECENT,
    events: EVENTS,
    closedEvents: [],
    firstToConfirm: [],
    training: null,
    desktop: null,
    ...over,
  };
}
