import { fail, ok } from '../../shared/contract/base.ts';
import { EXPORT_COLUMNS } from '../../shared/contract/export.ts';
import type { DeskApi, DeskSnapshot } from '../../shared/contract/desk.ts';
import type { Handlers } from '../../shared/contract/rpc.ts';
import { SHIPPED_SAY_TEXTS } from '../../shared/say/say-texts.ts';
import { NO_RECORDINGS, RECORDING_RATE } from '../../shared/contract/recordings.ts';
import { personalSettings, settingsView, workstationSettings } from '../../shared/contract/settings.ts';
import { wavOf } from '../../renderer/console/settings/recording-file.ts';
import { BRANCH, ENTRY, EVENTS, LONG_ENTRY, MINUTE, NOW, RECENT } from './fixtures.ts';
import { MISSED } from './states/missed.ts';
import type { GalleryState } from './states/state.ts';

const A_TENTH_OF_A_SECOND = new Float32Array(RECORDING_RATE / 10);
const TONE = btoa(String.fromCharCode(...wavOf([A_TENTH_OF_A_SECOND], RECORDING_RATE)));

/** A desk that keeps what is typed and answers the rest by success; `publish` is how it tells its page. */
export function galleryHandlers(
  state: GalleryState,
  publish: (snapshot: DeskSnapshot) => void,
): { handlers: Handlers<DeskApi>; show(next: DeskSnapshot): void } {
  let snapshot = state.snapshot;
  const startedAt = performance.now();
  const change = (next: DeskSnapshot): void => {
    const now = NOW + Math.round(performance.now() - startedAt);
    snapshot = { ...next, version: (snapshot?.version ?? 0) + 1, now };
    publish(snapshot);
  };
  const done = () => ok(null);
  let settings = settingsView.parse({
    workstation: workstationSettings.parse({}),
    personal: personalSettings.parse({ introduced: true }),
    locked: [],
    recordings: NO_RECORDINGS,
    password: { known: false, kept: 'none' },
    links: { lead: null, booking: null, problem: null },
    dataDir: 'data',
    say: { texts: SHIPPED_SAY_TEXTS, own: {}, mistakes: [] },
  });
  const event = EVENTS[0];
  const handlers: Handlers<DeskApi> = {
    snapshot: () => {
      if (state.elsewhere) return fail('elsewhere', state.elsewhere);
      return snapshot === null ? fail('disconnected') : ok(snapshot);
    },
    takeOver: done,
    bookInConsole: done,
    recording: () => ok({ data: TONE }),
    saveRecording: () => ok(settings),
    setAvailability: done,
    answer: done,
    decline: done,
    declineToEvent: () => (event ? ok(event) : fail('not-found')),
    hangUp: done,
    hold: done,
    mute: done,
    dtmf: done,
    dial: () => ok({ consultationId: 'consultation-1' }),
    transfer: done,
    consult: done,
    talkTo: done,
    connect: done,
    leaveColleague: done,
    userOnLine: done,
    editCard({ patch, edit }) {
      const consultation = snapshot?.consultation;
      if (snapshot && consultation) {
        change({
          ...snapshot,
          consultation: { ...consultation, card: { ...consultation.card, ...patch }, savedEdit: edit },
        });
      }
      return ok({ edit });
    },
    takeCandidate: done,
    closeConsultation: done,
    openConsultation: done,
    dueByPreview: () => ok({ dueBy: EVENTS[1]?.dueBy ?? null, rule: 'today', preferToday: false }),
    bookEvent: () => (event ? ok(event) : fail('not-found')),
    takeEvent: done,
    returnEvent: done,
    moveEvent: done,
    confirmCriticality: done,
    say: done,
    closeEvent: done,
    searchRegistry({ text }) {
      const entries = text === 'фарм' ? [BRANCH] : [ENTRY, LONG_ENTRY, BRANCH];
      return ok({ entries: text === 'нет' ? [] : entries, asOf: NOW });
    },
    searchJournal: () => ok({ rows: RECENT, next: null, wrongCheck: false }),
    exportJournal: () => ok({ columns: [...EXPORT_COLUMNS], page: { rows: RECENT, next: null, wrongCheck: false } }),
    journalFigures: () => ok({ consultations: 23, averageMs: 8.5 * MINUTE, cutAtLimit: 2, serviceCalls: 3 }),
    callerHistory: () => ok({ rows: RECENT.slice(0, 5) }),
    whoIs: () => ok({ candidates: [], colleague: null, openEvent: null }),
    linkConsultation: done,
    missedCalls: () => ok({ rows: MISSED }),
    setMissedNeeded: done,
    journalStory: () => fail('not-found'),
    registryState: () =>
      ok({ about: { asOf: NOW, source: 'Реестр.xlsx', entries: 184_211 }, import: { phase: 'none' } }),
    registryImportBegin: () => ok({ importId: 'import-1' }),
    registryImportReceive: () => ok({ received: 0 }),
    registryImportRun: done,
    registryImportApply: done,
    registryImportCancel: done,
    retentionPreview: () => ok({ before: NOW, consultations: 1_204, events: 310 }),
    backUp: () =>
      ok({ folder: '/home/ilina/.local/share/line15/backups/line15-2026-11-24-130500', at: NOW, bytes: 48_300_000 }),
    settings: () => ok(settings),
    savePersonalSettings: ({ settings: personal }) => ok((settings = { ...settings, personal })),
    saveWorkstationSettings: () => ok(settings),
    saveSayTexts: () => ok(settings),
    checkLink: done,
    trainingCall: done,
    trainingSecondCall: done,
    trainingScale: done,
    trainingPace: done,
    setCallKind: done,
    setAfterCall: done,
    answeringMachine: done,
    settleAskedEvent: done,
    undo: done,
    startShift: done,
    endShift: done,
    returnOwnEvents: done,
    unsentRecords: () => ok({ count: 0 }),
    ...state.answers,
  };
  return { handlers, show: change };
}
