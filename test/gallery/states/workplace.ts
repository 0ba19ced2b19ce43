import { fail } from '../../../shared/contract/base.ts';
import { EMPTY_CARD } from '../../../shared/contract/journal.ts';
import {
  at,
  BRANCH,
  call,
  clockWithLeft,
  consultation,
  ENTRY,
  event,
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
const olderRelease = {
  ...PROF_VERDICT,
  release: { kind: 'older' as const, latest: '3.0.49.1', clauses: ['2.8'] },
};
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
const second = call({
  id: 'call-2',
  phase: 'ringing',
  number: { raw: '+74957771020', e164: '+74957771020', extension: null },
  candidates: [fromRegistry({ ...BRANCH, organisation: '«Фарм-Плюс»', contact: '' })],
});

/** «Рабочее место» in every state of the call. */
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
      today: { consultations: 0, averageMs: null, cutAtLimit: 0, eventsHandled: 0 },
    }),
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
    snapshot: snapshot({ line: { ...snapshot().line, open: false, until: null }, events: [] }),
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
  talking: { snapshot: snapshot({ ...talking, consultation: consultation() }) },
  'talking-journal-only': {
    snapshot: snapshot({
      ...talking,
      consultation: consultation({ candidates: [{ ...fromJournal(ENTRY, 4), entry: null }] }),
    }),
  },
  unsaved: {
    snapshot: snapshot({ ...talking, consultation: consultation() }),
    answers: { editCard: () => new Promise(() => undefined) },
  },
  'talking-identified': {
    snapshot: snapshot({
      ...talking,
      mode: 'training',
      training: { scale: 15, pace: 'busy' },
      consultation: consultation({
        ...identified,
        verdict: olderRelease,
        clock: clockWithLeft(30_733, { scale: 15, startedAt: NOW - 29_000 }),
      }),
    }),
  },
  'talking-long': {
    snapshot: snapshot({
      ...talking,
      consultation: consultation({
        ...identified,
        card: {
          ...KNOWN_CARD,
          registrationNumber: LONG_ENTRY.registrationNumber,
          organisation: LONG_NAME,
          contact: LONG_ENTRY.contact,
          city: LONG_ENTRY.city,
          inn: '7107543211',
          outcome: 'out-of-scope',
        },
        verdict: {
          ...PROF_VERDICT,
          kind: 'refused',
          basis: null,
          until: null,
          clauses: ['1.1', '2.7'],
          release: { kind: 'older-exempt', latest: '3.0.49.1', clauses: ['2.8'] },
        },
      }),
    }),
  },
  'talking-held': {
    snapshot: snapshot({
      activity: 'talking',
      call: call({ held: true, heldSince: NOW - 83_000 }),
      consultation: consultation(identified),
    }),
  },
  'talking-muted': {
    snapshot: snapshot({
      activity: 'talking',
      call: call({ muted: true }),
      consultation: consultation({
        card: { ...EMPTY_CARD, closing: 'could-not-name', registrationNumber: '8102' },
        verdict: { ...consultation().verdict, asOf: at('06:00') },
        candidates: [],
      }),
    }),
  },
  'talking-bad-sound': {
    snapshot: snapshot({
      activity: 'talking',
      call: call({
        sound: {
          quality: { mos: 2.9, lossPercent: 12, sentLossPercent: 3, jitterMs: 60, roundTripMs: 180 },
          warnings: [],
        },
      }),
      consultation: consultation({ ...identified, card: { ...KNOWN_CARD, contact: LONG_ENTRY.contact } }),
    }),
  },
  'talking-not-heard': {
    snapshot: snapshot({
      activity: 'talking',
      call: call({ sound: { quality: null, warnings: ['nothing-heard'] } }),
      consultation: consultation(identified),
    }),
  },
  'talking-speaking-muted': {
    snapshot: snapshot({
      activity: 'talking',
      call: call({ muted: true, sound: { quality: null, warnings: ['speaking-muted'] } }),
      consultation: consultation(identified),
    }),
  },
  'talking-registry-too-old': {
    snapshot: snapshot({
      ...talking,
      consultation: consultation({
        ...identified,
        verdict: {
          ...PROF_VERDICT,
          kind: 'unknown',
          basis: 'standard',
          clauses: ['6.1'],
          until: '2026-12-01',
          asOf: at('06:00', '2026-11-10'),
          age: 'too-old',
        },
      }),
    }),
  },
  warn: {
    snapshot: snapshot({
      ...talking,
      consultation: consultation({ ...identified, verdict: olderRelease, clock: clockWithLeft(2 * MINUTE + 36_000) }),
    }),
  },
  last: {
    snapshot: snapshot({
      ...talking,
      secondCall: second,
      consultation: consultation({ ...identified, verdict: olderRelease, clock: clockWithLeft(47_000) }),
    }),
  },
  'second-open-event': {
    snapshot: snapshot({
      ...talking,
      secondCall: { ...second, openEvent: event({ id: 'e9', topic: 'errors', dueBy: at('18:00', '2026-11-25') }) },
      consultation: consultation({ ...identified, clock: clockWithLeft(2 * MINUTE + 36_000) }),
    }),
  },
  granted: {
    snapshot: snapshot({
      ...talking,
      consultation: consultation({
        ...identified,
        verdict: {
          ...PROF_VERDICT,
          kind: 'error-report-only',
          basis: 'standard',
          clauses: ['6.1'],
          until: '2026-12-01',
        },
        clock: clockWithLeft(4 * MINUTE + 12_000, {
          limitMs: 18 * MINUTE,
          grants: [
            { id: 'g1', minutes: 3, reason: 'восстановление базы, почти закончили', by: 'Старший', at: NOW - 9_000 },
          ],
        }),
      }),
    }),
  },
  'connection-away': {
    snapshot: snapshot({
      activity: 'talking',
      call: call({ connected: false }),
      consultation: consultation(identified),
    }),
  },
  'connection-away-second': {
    snapshot: snapshot({
      activity: 'talking',
      call: call({ connected: false }),
      secondCall: second,
      consultation: consultation(identified),
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
      line: { ...snapshot().line, open: false, until: null },
    }),
  },
  failure: {
    snapshot: snapshot({ mode: 'training', training }),
    answers: { trainingCall: () => fail('internal') },
  },
};
