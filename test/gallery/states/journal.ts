import { fail, ok } from '../../../shared/contract/base.ts';
import type { JournalRow, JournalStory } from '../../../shared/contract/journal.ts';
import { at, clockWithLeft, ENTRY, KNOWN_CARD, LONG_NAME, MINUTE, RECENT, row, snapshot } from '../fixtures.ts';
import type { GalleryState } from './state.ts';

const ROWS: JournalRow[] = [
  row({
    id: 'k0',
    startedAt: at('14:29'),
    inquiry: '4Л-174',
    endedAt: null,
    closedAt: null,
    endReason: null,
    talkMs: 0,
    contact: 'Петрова Анна',
  }),
  ...RECENT,
  row({
    id: 'k1',
    startedAt: at('16:05', '2026-11-23'),
    inquiry: '4М-161',
    organisation: LONG_NAME,
    contact: 'Константинопольская Александра Владиславовна',
    endReason: 'interrupted',
    closedAt: null,
    topic: 'errors',
  }),
  row({
    id: 'k2',
    startedAt: at('15:12', '2026-11-23'),
    inquiry: '4Р-160',
    direction: 'outgoing',
    number: '+73422001133',
    answeredAt: null,
    talkMs: 0,
    endReason: 'no-answer',
  }),
  row({
    id: 'k3',
    startedAt: at('11:48', '2026-11-23'),
    inquiry: '4У-159',
    direction: 'outgoing',
    organisation: '«Вита»',
    contact: 'Орехова',
    endReason: 'lost',
    topic: 'setup',
    outcome: 'interrupted',
    heldMs: 2 * MINUTE,
  }),
  ...Array.from({ length: 50 }, (_, index) =>
    row({
      id: `p${index}`,
      startedAt: at('17:40', '2026-11-20') - index * 12 * MINUTE,
      organisation: 'ООО «Ромашка»',
      contact: 'Сидоров',
      topic: 'theory',
      outcome: 'user-will-check',
    }),
  ),
];

const LINES: JournalStory['lines'] = [
  { at: at('14:18'), what: 'ringing', text: '' },
  { at: at('14:18') + 4_000, what: 'answered', text: '' },
  { at: at('14:19'), what: 'candidate', text: '8102345 · ООО «Аптека на Заречной»' },
  { at: at('14:19') + 1_000, what: 'verdict', text: 'allowed' },
  { at: at('14:20'), what: 'topic', text: 'errors' },
  { at: at('14:20') + 20_000, what: 'said', text: 'no-licence' },
  { at: at('14:20') + 26_000, what: 'unsaid', text: 'no-licence' },
  { at: at('14:21'), what: 'held', text: '' },
  { at: at('14:22') + 23_000, what: 'resumed', text: '' },
  { at: at('14:24'), what: 'second-call', text: '+7 495 777-10-20' },
  { at: at('14:24') + 9_000, what: 'event-booked', text: '+7 495 777-10-20' },
  { at: at('14:25'), what: 'grant', text: 'на 3 минуты: восстановление работы' },
  { at: at('14:25') + 30_000, what: 'sound-bad', text: 'MOS 2.9, 12 %' },
  { at: at('14:26'), what: 'connection-lost', text: '' },
  { at: at('14:26') + 7_000, what: 'connection-back', text: '' },
  { at: at('14:27'), what: 'ended', text: '' },
  { at: at('14:28'), what: 'closed', text: '' },
  { at: at('14:28') + 4_000, what: 'close-undone', text: '' },
  { at: at('14:28') + 50_000, what: 'closed', text: '' },
];

const story = (id: string): JournalStory => ({
  row: { ...(ROWS.find((one) => one.id === id) ?? row({ id, startedAt: at('14:18') })), heldMs: 83_000 },
  card: { ...KNOWN_CARD, organisation: ENTRY.organisation, closing: 'identified', outcome: 'solved' },
  clock: clockWithLeft(-4 * MINUTE, {
    limitMs: 18 * MINUTE,
    grants: [{ id: 'g1', minutes: 3, reason: 'восстановление работы', by: 'Старший смены', at: at('14:25') }],
  }),
  events: [{ id: 'e1', bookedAt: at('14:24'), dueBy: at('18:00') }],
  lines: LINES,
  chain: [
    row({ id: 'k9', startedAt: at('10:02', '2026-11-20'), inquiry: '4Ф-120', outcome: 'user-will-check' }),
    ROWS[1] ?? row({ id, startedAt: at('14:18') }),
  ],
  continues: 'k9',
  media: [
    {
      codec: 'opus',
      packetsSent: 29_840,
      packetsReceived: 29_101,
      packetsLost: 611,
      jitterMs: 12.4,
      roundTripMs: 48.2,
      quality: { averageMos: 4.11, worstMos: 2.94, lossPercent: 1.6, worstLossPercent: 12.3 },
    },
  ],
});

const answers: GalleryState['answers'] = {
  searchJournal: ({ text, after, limit }) => {
    const found = ROWS.filter((one) =>
      `${one.organisation} ${one.contact} ${one.number}`.toLowerCase().includes(text.toLowerCase()),
    );
    const rows = found.slice(after ?? 0, (after ?? 0) + limit);
    const next = (after ?? 0) + rows.length;
    return ok({ rows, next: next < found.length ? next : null, wrongCheck: false });
  },
  journalStory: ({ id }) => ok(story(id)),
};

/** «Журнал». */
export const JOURNAL_STATES: Record<string, GalleryState> = {
  journal: { section: 'journal', snapshot: snapshot(), answers },
  'journal-empty': {
    section: 'journal',
    snapshot: snapshot({ recent: [] }),
    answers: { searchJournal: () => ok({ rows: [], next: null, wrongCheck: false }) },
  },
  'journal-wrong-check': {
    section: 'journal',
    snapshot: snapshot(),
    answers: { searchJournal: () => ok({ rows: [], next: null, wrongCheck: true }) },
  },
  'journal-wrong-day': {
    section: 'journal',
    snapshot: snapshot(),
    answers,
    filled: { 'С дня': '31.02.2026', 'По день': '24.11.2062' },
  },
  'journal-away': { section: 'journal', snapshot: snapshot(), answers, away: true },
  'journal-failed': { section: 'journal', snapshot: snapshot(), answers: { searchJournal: () => fail('internal') } },
  'journal-loading': {
    section: 'journal',
    snapshot: snapshot(),
    answers: { searchJournal: () => new Promise(() => undefined) },
  },
};
