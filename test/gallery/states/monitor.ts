import { fail, ok, type Outcome } from '../../../shared/contract/base.ts';
import type { LineSnapshot, Presence } from '../../../shared/contract/line.ts';
import { at, clockWithLeft, EVENTS, LONG_NAME, MINUTE, NOW } from '../fixtures.ts';

/** One picture of the monitor. */
export interface MonitorState {
  /** null: the line has not answered yet. */
  snapshot: LineSnapshot | null;
  away?: true;
  denied?: true;
  grant: () => Outcome<{ limitAt: number }>;
}

const consultant = (name: string, over: Partial<Presence> = {}): Presence => ({
  consultant: { id: name, name },
  activity: 'idle',
  availability: { kind: 'ready', reason: null, since: NOW - 35_000 },
  since: NOW - 35_000,
  registered: true,
  consultation: null,
  ...over,
});

const talking = (
  name: string,
  leftMs: number,
  who: {
    caller?: string;
    organisation?: string;
    held?: boolean;
    granted?: number;
    critical?: boolean;
    complaint?: boolean;
  } = {},
): Presence =>
  consultant(name, {
    activity: 'talking',
    since: NOW - (15 * MINUTE - leftMs),
    consultation: {
      id: `consultation of ${name}`,
      inquiry: '4К-173',
      caller: who.caller ?? '',
      organisation: who.organisation ?? '',
      held: who.held ?? false,
      eventId: null,
      critical: who.critical ?? false,
      complaint: who.complaint ?? false,
      clock: clockWithLeft(
        leftMs,
        who.granted
          ? {
              limitMs: (15 + who.granted) * MINUTE,
              grants: [{ id: 'g', minutes: who.granted, reason: 'восстановление работы', by: 'Старший', at: NOW }],
            }
          : {},
      ),
    },
  });

const CONSULTANTS: Presence[] = [
  consultant('Демина Юлия'),
  consultant('Носов Илья', { availability: { kind: 'not-ready', reason: 'lunch', since: NOW - 22 * MINUTE } }),
  consultant('Гуров Семён', { activity: 'wrap-up', since: NOW - 80_000 }),
  talking('Орлов Пётр', 41_000, { organisation: '«Здоровье», Пермь', caller: 'Смирнова О. Н.' }),
  talking('Ильина Мария', 2 * MINUTE + 36_000, {
    organisation: '«Аптека на Заречной»',
    held: true,
    critical: true,
    complaint: true,
  }),
  talking('Ким Анна', 9 * MINUTE + 10_000, { critical: true }),
  talking('Константинопольская Александра', 12 * MINUTE + 55_000, {
    organisation: LONG_NAME,
    caller: 'Петрова Анна',
    granted: 3,
  }),
  consultant('Ванин Олег', { activity: 'ringing', since: NOW - 6_000 }),
  consultant('Серова Ольга', { registered: false }),
  consultant('Белов Олег', { activity: 'offline', since: NOW - 95 * MINUTE }),
];

const line = (over: Partial<LineSnapshot> = {}): LineSnapshot => ({
  version: 1,
  now: NOW,
  mode: 'work',
  open: true,
  until: at('18:00'),
  consultants: CONSULTANTS,
  events: EVENTS,
  forecast: { openEvents: 5, consultants: 8, averageHandlingMs: 9 * MINUTE, marginMinutes: 1_650 },
  missingYear: null,
  ...over,
});

const grant = () => ok({ limitAt: at('14:36') });

/** «Монитор линии». */
export const MONITOR_STATES: Record<string, MonitorState> = {
  monitor: { snapshot: line(), grant },
  'monitor-over': { snapshot: line({ mode: 'training' }), grant: () => fail('consultation-over') },
  'monitor-short-of-time': {
    snapshot: line({
      forecast: { openEvents: 14, consultants: 1, averageHandlingMs: 9 * MINUTE, marginMinutes: -41 },
      missingYear: 2028,
    }),
    grant,
  },
  'monitor-empty': {
    snapshot: line({
      forecast: { openEvents: 0, consultants: 0, averageHandlingMs: 10 * MINUTE, marginMinutes: 0 },
      consultants: [],
      events: [],
      open: false,
      until: at('09:00', '2026-11-25'),
    }),
    grant,
  },
  'monitor-away': { snapshot: line(), away: true, grant },
  'monitor-starting': { snapshot: null, grant },
  'monitor-denied': { snapshot: null, denied: true, grant },
};
