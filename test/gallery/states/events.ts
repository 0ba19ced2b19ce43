import { fail, ok } from '../../../shared/contract/base.ts';
import type { CallbackEvent } from '../../../shared/contract/events.ts';
import {
  at,
  call,
  consultation,
  ENTRY,
  event,
  KNOWN_CARD,
  LONG_NAME,
  MINUTE,
  NOW,
  PROF_VERDICT,
  snapshot,
} from '../fixtures.ts';
import type { GalleryState } from './state.ts';

const ME = { id: 'c1', name: 'Ильина Мария' };
const OTHER = { id: 'c2', name: 'Константинопольская Александра' };

/** One event of each kind a list can show. */
const KINDS: CallbackEvent[] = [
  event(
    {
      id: 'v1',
      dueBy: at('18:00', '2026-11-23'),
      bookedAt: at('12:02', '2026-11-23'),
      topic: 'errors',
      criticality: 'confirmed',
      source: 'second-call',
      attempts: [
        { at: at('13:05', '2026-11-23'), by: 'Орлов Пётр', result: 'no-answer' },
        { at: at('16:40', '2026-11-23'), by: 'Ильина Мария', result: 'busy' },
      ],
      history: [
        {
          at: at('12:02', '2026-11-23'),
          by: 'Орлов Пётр',
          what: 'booked',
          from: null,
          to: '2026-11-23T15:00:00.000Z',
          reason: null,
        },
        { at: at('13:05', '2026-11-23'), by: 'Орлов Пётр', what: 'attempt', from: null, to: 'no-answer', reason: null },
        { at: at('16:40', '2026-11-23'), by: 'Ильина Мария', what: 'attempt', from: null, to: 'busy', reason: null },
        {
          at: at('16:42', '2026-11-23'),
          by: 'Ильина Мария',
          what: 'criticality',
          from: 'requested',
          to: 'confirmed',
          reason: 'Не открывается касса, аптека не торгует',
        },
      ],
    },
    { name: 'Петров И. П.', number: '+79035550102', e164: '+79035550102', city: 'Пермь' },
  ),
  event(
    {
      id: 'v2',
      dueBy: at('14:00'),
      topic: 'update',
      owner: ME,
      consultationId: 'j1',
      preferredAt: at('13:00'),
      comment: 'Обновление остановилось на 40 %, пишет «Ошибка при выполнении обработчика». Копия базы есть.',
      attempts: [{ at: at('13:10'), by: 'Ильина Мария', result: 'no-answer' }],
      nextAttemptAt: NOW + 4 * MINUTE,
      history: [
        {
          at: at('11:20'),
          by: 'Ильина Мария',
          what: 'booked',
          from: null,
          to: '2026-11-24T11:00:00.000Z',
          reason: null,
        },
      ],
    },
    {
      organisation: '«Здоровье»',
      name: 'Смирнова О. Н.',
      number: '+73422001133',
      e164: '+73422001133',
      city: 'Пермь',
      registrationNumber: ENTRY.registrationNumber,
      configuration: ENTRY.configuration,
    },
  ),
  event(
    { id: 'v3', topic: 'errors', criticality: 'requested', source: 'booking-page' },
    { organisation: LONG_NAME, name: 'Константинопольская Александра Владиславовна', city: 'Петропавловск-Камчатский' },
  ),
  event(
    { id: 'v4', topic: 'setup', owner: OTHER, dueBy: at('14:50') },
    { organisation: '«Фарм-Плюс»', number: '+74957771020', e164: '+74957771020', city: 'Москва' },
  ),
  event(
    { id: 'v5', topic: 'theory', dueBy: null },
    { organisation: '«Вита»', number: '+73812445566', e164: '+73812445566', city: 'Омск' },
  ),
  event(
    { id: 'v6', topic: 'wish', dueBy: at('18:00', '2026-11-25'), preferToday: true, bookedAt: at('14:31') },
    { name: 'Егорова', number: 'anonymous', e164: null },
  ),
  event({ id: 'v7', dueBy: at('18:00', '2026-11-26') }, { number: '112', e164: null, extension: '112' }),
];

const CLOSED: CallbackEvent[] = [
  event(
    {
      id: 'x1',
      topic: 'errors',
      closed: { at: at('13:40'), by: 'Ильина Мария', outcome: 'handled', clause: null, onTime: true },
    },
    { organisation: '«Будь здоров»', city: 'Казань' },
  ),
  event(
    {
      id: 'x2',
      closed: { at: at('10:15'), by: 'Орлов Пётр', outcome: 'refused-by-clause', clause: '2.7', onTime: false },
    },
    { organisation: 'ООО «Ромашка»', city: 'Саранск' },
  ),
];

/** A heavy day: sixty events, names short and long. */
const MANY: CallbackEvent[] = Array.from({ length: 60 }, (_, index) => {
  const kind = KINDS[index % KINDS.length] ?? event({ id: 'none' });
  const dueBy = kind.dueBy === null ? null : kind.dueBy + (index % 5) * 7 * MINUTE;
  return { ...kind, id: `m${index}`, dueBy, bookedAt: kind.bookedAt + index * MINUTE };
});

const identified = { card: KNOWN_CARD, verdict: PROF_VERDICT, candidates: [] };
const notReady = { availability: { kind: 'not-ready', reason: 'events', since: NOW - 12 * MINUTE } } as const;
const answers = { searchRegistry: () => ok({ entries: [ENTRY], asOf: NOW }) };
const events = (over: Parameters<typeof snapshot>[0] = {}) =>
  snapshot({ ...notReady, events: KINDS, closedEvents: CLOSED, ...over });

/** «События» and the booking form. */
export const EVENTS_STATES: Record<string, GalleryState> = {
  events: { section: 'events', snapshot: events(), answers },
  'events-opening': { section: 'events', snapshot: events({ firstToConfirm: ['v3', 'v4'] }), answers },
  'events-many': { section: 'events', snapshot: events({ events: MANY }), answers },
  'events-empty': { section: 'events', snapshot: events({ events: [], closedEvents: [] }) },
  'events-in-call': {
    section: 'events',
    snapshot: events({ activity: 'talking', call: call(), consultation: consultation(identified) }),
    answers: {
      dueByPreview: ({ preferredAt }) =>
        preferredAt === null
          ? ok({ dueBy: at('18:00', '2026-11-25'), rule: 'next-working-day', preferToday: true })
          : fail('outside-hours', { next: at('09:00', '2026-11-25') }),
      bookEvent: () => fail('disconnected'),
    },
  },
};
