import { fail, ok } from '../../../shared/contract/base.ts';
import {
  at,
  BRANCH,
  call,
  clockWithLeft,
  consultation,
  ENTRY,
  event,
  EVENTS,
  fromJournal,
  fromRegistry,
  HOUR,
  KNOWN_CARD,
  LONG_ENTRY,
  LONG_NAME,
  MINUTE,
  NOW,
  PROF_VERDICT,
  row,
  snapshot,
} from '../fixtures.ts';
import type { GalleryState } from './state.ts';

const training = { scale: 1, pace: 'calm' } as const;
const identified = { card: KNOWN_CARD, verdict: PROF_VERDICT, candidates: [] };
const talking = { activity: 'talking', call: call() } as const;
const wrapUp = { activity: 'wrap-up', availability: { kind: 'ready', reason: null, since: NOW - MINUTE } } as const;
const ended = {
  phase: 'wrap-up',
  callId: null,
  endedAt: NOW - 40_000,
  endReason: 'user',
  wrapUpUntil: NOW + 2 * MINUTE + 20_000,
  clock: clockWithLeft(5 * MINUTE),
} as const;

/** «Рабочее место» in every state of the call but talking. */
export const WORKPLACE: Record<string, GalleryState> = {
  idle: { snapshot: snapshot({ availability: { kind: 'not-ready', reason: 'events', since: NOW - 12 * MINUTE } }) },
  'idle-ready': { snapshot: snapshot({ mode: 'training', training }) },
  'idle-empty': {
    snapshot: snapshot({
      mode: 'training',
      training,
      consultant: { id: 'c1', name: 'Консультант' },
      events: [],
      recent: [],
      today: { consultations: 0, averageMs: null, cutAtLimit: 0, serviceCalls: 0, eventsHandled: 0 },
    }),
  },
  'idle-dialled-number': {
    snapshot: snapshot({ mode: 'training', training }),
    typed: '8 (343) 222-44-55',
    answers: {
      whoIs: () => ok({ candidates: [fromRegistry(LONG_ENTRY)], colleague: null, openEvent: event({ id: 'e1' }) }),
    },
  },
  'idle-call-warning': {
    snapshot: snapshot({
      availability: { kind: 'not-ready', reason: 'events', since: NOW - 12 * MINUTE },
      events: EVENTS.map((one) =>
        one.id === 'e2' ? { ...one, owner: { id: 'c1', name: 'Ильина Мария' } } : one,
      ).slice(1),
    }),
    callWarning: {
      eventId: 'e2',
      hours: { from: '10:00', until: '12:00' },
      refusal: { outcome: 'no-phone', clause: '6.1' },
    },
  },
  'idle-unclosed': {
    snapshot: snapshot({
      unclosed: [
        row({
          id: 'u1',
          startedAt: at('13:05'),
          organisation: LONG_NAME,
          closedAt: null,
          comment: 'Перезвонят с номером релиза',
        }),
        row({ id: 'u2', startedAt: at('12:10'), number: '112', closedAt: null }),
      ],
      lastCallEnd: { callId: 'x', number: '+74957771020', cause: 'no-answer', sipCode: 408, at: NOW - 3_000 },
    }),
  },
  'idle-closed': {
    snapshot: snapshot({
      line: { ...snapshot().line, open: false, until: at('09:00', '2026-11-25') },
      events: [],
    }),
  },
  'idle-closed-training': {
    snapshot: snapshot({
      mode: 'training',
      training,
      line: { ...snapshot().line, open: false, until: at('09:00', '2026-11-25') },
      events: [],
    }),
  },
  'idle-no-calendar': {
    snapshot: snapshot({ line: { ...snapshot().line, open: false, known: false, until: null }, events: [] }),
  },
  ringing: {
    snapshot: snapshot({
      activity: 'ringing',
      call: call({ phase: 'ringing', answeredAt: null, openEvent: event({ id: 'e9', topic: 'errors' }) }),
    }),
  },
  'ringing-unknown': {
    snapshot: snapshot({
      activity: 'ringing',
      call: call({
        phase: 'ringing',
        answeredAt: null,
        number: { raw: 'anonymous', e164: null, extension: null },
        dialled: '',
        candidates: [],
        history: [],
        callsThisWeek: 0,
      }),
    }),
  },
  'ringing-long': {
    snapshot: snapshot({
      activity: 'ringing',
      call: call({
        phase: 'ringing',
        answeredAt: null,
        candidates: [fromJournal(LONG_ENTRY, 21), fromRegistry(ENTRY), fromRegistry(BRANCH)],
      }),
    }),
  },
  'ringing-elsewhere': {
    section: 'journal',
    snapshot: snapshot({ activity: 'ringing', call: call({ phase: 'ringing', answeredAt: null }) }),
  },
  dialling: {
    snapshot: snapshot({
      activity: 'dialling',
      call: call({ phase: 'dialling', direction: 'outgoing', answeredAt: null, startedAt: NOW - 7_000 }),
      consultation: consultation({ phase: 'dialling', direction: 'outgoing', clock: null, ...identified }),
    }),
  },
  waiting: {
    snapshot: snapshot({
      activity: 'dialling',
      call: call({ direction: 'outgoing', answeredAt: NOW - 22_000 }),
      consultation: consultation({ phase: 'waiting', direction: 'outgoing', clock: null, ...identified }),
    }),
  },
  limit: {
    snapshot: snapshot({
      ...wrapUp,
      consultation: consultation({
        ...identified,
        ...ended,
        endReason: 'limit',
        clock: clockWithLeft(-40_000),
        missing: [{ field: 'outcome', clause: '1.2' }],
      }),
    }),
  },
  lost: {
    snapshot: snapshot({
      ...wrapUp,
      consultation: consultation({
        ...identified,
        ...ended,
        endReason: 'lost',
        endedAt: NOW - 20_000,
        continuableUntil: NOW - 20_000 + 5 * MINUTE,
        missing: [{ field: 'outcome', clause: '1.2' }],
        clock: clockWithLeft(11 * MINUTE),
      }),
    }),
  },
  'lost-late': {
    snapshot: snapshot({
      ...wrapUp,
      consultation: consultation({ ...identified, ...ended, endReason: 'lost', clock: clockWithLeft(20_000) }),
    }),
  },
  'wrap-up': { snapshot: snapshot({ ...wrapUp, consultation: consultation(ended) }) },
  'wrap-up-complete': {
    snapshot: snapshot({
      ...wrapUp,
      consultation: consultation({
        ...identified,
        ...ended,
        card: { ...KNOWN_CARD, outcome: 'user-will-check' },
        missing: [],
        endReason: 'consultant',
      }),
    }),
  },
  'wrap-up-no-answer': {
    snapshot: snapshot({
      ...wrapUp,
      consultation: consultation({
        ...identified,
        ...ended,
        direction: 'outgoing',
        clock: null,
        endReason: 'no-answer',
      }),
    }),
  },
  interrupted: {
    snapshot: snapshot({
      ...wrapUp,
      consultation: consultation({
        ...identified,
        ...ended,
        phase: 'interrupted',
        endReason: 'interrupted',
        wrapUpUntil: null,
        endedAt: NOW - HOUR,
        clock: clockWithLeft(6 * MINUTE - HOUR),
        missing: [{ field: 'outcome', clause: '1.2' }],
      }),
    }),
  },
};

/** What is said over every section. */
export const FRAME: Record<string, GalleryState> = {
  starting: { snapshot: null },
  away: { snapshot: snapshot({ ...talking, consultation: consultation(identified) }), away: true },
  elsewhere: { snapshot: snapshot(), elsewhere: { inCall: false } },
  'elsewhere-in-call': { snapshot: snapshot(), elsewhere: { inCall: true } },
  'line-away': {
    snapshot: snapshot({
      mode: 'training',
      training,
      consultant: { id: 'c1', name: 'Константинопольская Александра Владиславовна' },
      line: { ...snapshot().line, connected: false },
      phone: { ...snapshot().phone, status: 'failed', failure: 'wrong-password', sipCode: 403, soundAllowed: false },
    }),
  },
  'no-microphone': {
    snapshot: snapshot({
      phone: { ...snapshot().phone, status: 'connecting', failure: 'socket-lost', microphone: 'denied' },
      line: { ...snapshot().line, open: false, known: false, until: null },
    }),
  },
  failure: {
    snapshot: snapshot({ mode: 'training', training }),
    answers: { trainingCall: () => fail('internal') },
  },
};
