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
  KNOWN_CARD,
  LONG_ENTRY,
  LONG_NAME,
  MINUTE,
  NOW,
  PROF_VERDICT,
  snapshot,
} from '../fixtures.ts';
import type { GalleryState } from './state.ts';

/** What 1C writes into its log, pasted. */
const LOG = '1C:Enterprise 8.3.24.1548, ERROR 0x80004005, Dump_1cv8c.mdmp\n';
const identified = { card: KNOWN_CARD, verdict: PROF_VERDICT, candidates: [] };
const olderRelease = {
  ...PROF_VERDICT,
  release: { kind: 'older' as const, latest: '3.0.49.1', since: '2026-11-10', clauses: ['2.8'] },
};
const talking = { activity: 'talking', call: call() } as const;
const second = call({
  id: 'call-2',
  phase: 'ringing',
  number: { raw: '+74957771020', e164: '+74957771020', extension: null },
  candidates: [fromRegistry({ ...BRANCH, organisation: '«Фарм-Плюс»', contact: '' })],
});

/** «Рабочее место» while one talks: the card, the stages of the clock, the sound, a second call. */
export const TALKING: Record<string, GalleryState> = {
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
    drafts: {
      'consultation-1': {
        patch: { comment: LOG.repeat(500), release: LOG.repeat(10) },
        edits: { comment: 1, release: 1 },
        lastEdit: 1,
        refused: false,
      },
      'consultation-0': { patch: { comment: LOG.repeat(5) }, edits: { comment: 1 }, lastEdit: 1, refused: true },
    },
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
          release: { kind: 'older-exempt', latest: '3.0.49.1', since: '2026-11-10', clauses: ['2.8'] },
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
  'talking-microphone-busy': {
    snapshot: snapshot({
      activity: 'talking',
      call: call({ sound: { quality: null, warnings: ['microphone-busy'] } }),
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
  'second-speaking-muted': {
    snapshot: snapshot({
      activity: 'talking',
      call: call({ muted: true, sound: { quality: null, warnings: ['speaking-muted'] } }),
      secondCall: second,
      consultation: consultation(identified),
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
};
