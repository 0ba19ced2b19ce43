import { ok } from '../../../shared/contract/base.ts';
import type { UndoView } from '../../../shared/contract/between-calls.ts';
import { personalSettings, workstationSettings } from '../../../shared/contract/settings.ts';
import {
  at,
  call,
  clockWithLeft,
  consultation,
  event,
  EVENTS,
  KNOWN_CARD,
  LONG_NAME,
  MINUTE,
  NOW,
  PROF_VERDICT,
  row,
  snapshot,
  SOUND_HEARD,
} from '../fixtures.ts';
import { view } from './settings.ts';
import type { GalleryState } from './state.ts';

const identified = { card: KNOWN_CARD, verdict: PROF_VERDICT, candidates: [] };
const LEAD = { raw: '100', e164: null, extension: '100' };
const OWN = [
  event({ id: 'o1', owner: { id: 'c1', name: 'Ильина Мария' } }, { organisation: LONG_NAME }),
  event({ id: 'o2', owner: { id: 'c1', name: 'Ильина Мария' }, dueBy: at('15:00') }, { organisation: '«Здоровье»' }),
];
const undo = (what: UndoView['what'], who: string, saying: UndoView['saying'] = null): UndoView => ({
  id: 'u1',
  what,
  who,
  saying,
  until: NOW + 9_000,
});
const wrapUp = {
  phase: 'wrap-up',
  callId: null,
  endedAt: NOW - 40_000,
  endReason: 'user',
  wrapUpUntil: NOW + 2 * MINUTE + 20_000,
  clock: clockWithLeft(5 * MINUTE),
} as const;
const SPEED = [
  { name: 'Старший смены', number: '100' },
  { name: 'Склад', number: '215' },
  { name: 'Константинопольская Александра Владиславовна', number: '+7 495 231-22-46' },
];

/** Service calls, what comes after a call, what can be taken back, and the shift. */
export const BETWEEN_CALLS: Record<string, GalleryState> = {
  'service-ringing': {
    snapshot: snapshot({
      activity: 'ringing',
      call: call({
        phase: 'ringing',
        answeredAt: null,
        number: LEAD,
        service: 'Орлов Борис Петрович',
        candidates: [],
        history: [],
        dialled: '',
      }),
    }),
  },
  'service-talking': {
    snapshot: snapshot({
      activity: 'talking',
      call: call({ number: LEAD, service: 'Орлов Борис Петрович', candidates: [] }),
      consultation: consultation({ kind: 'service', clock: null, number: '100', missing: [], candidates: [] }),
    }),
  },
  'not-ready-after': {
    snapshot: snapshot({
      activity: 'talking',
      call: call(),
      afterCall: { reason: 'events' },
      consultation: consultation(identified),
    }),
  },
  'waiting-extension': {
    snapshot: snapshot({
      activity: 'talking',
      call: call({
        direction: 'outgoing',
        answeredAt: NOW - 22_000,
        number: { raw: '+78312223344 доб. 105', e164: '+78312223344', extension: '105' },
      }),
      consultation: consultation({ phase: 'waiting', direction: 'outgoing', clock: null, ...identified }),
    }),
  },
  'asked-event': {
    snapshot: snapshot({
      activity: 'wrap-up',
      consultation: consultation({
        ...identified,
        ...wrapUp,
        askedEvent: event({ id: 'e7', topic: 'errors' }, { organisation: LONG_NAME }),
      }),
    }),
  },
  'undo-taken': {
    snapshot: snapshot({
      availability: { kind: 'not-ready', reason: 'events', since: NOW - 3_000 },
      undo: undo('taken', LONG_NAME),
      events: [...OWN, ...EVENTS],
    }),
  },
  'undo-attempt': { snapshot: snapshot({ undo: undo('attempt', '«Здоровье»') }), section: 'events' },
  'undo-said': {
    snapshot: snapshot({
      undo: undo('said', '«Здоровье»', 'out-of-scope'),
      activity: 'talking',
      call: call(),
      consultation: consultation({
        ...identified,
        card: { ...KNOWN_CARD, outcome: 'out-of-scope', outOfScope: 'programming' },
        said: [{ at: NOW - 1_000, id: 'out-of-scope', detail: 'programming', program: null }],
      }),
    }),
  },
  'undo-closed': { snapshot: snapshot({ undo: undo('closed-handled', LONG_NAME), events: EVENTS }) },
  'speed-dials': {
    snapshot: snapshot(),
    answers: {
      settings: () =>
        ok(
          view({ workstation: workstationSettings.parse({}), personal: personalSettings.parse({ speedDials: SPEED }) }),
        ),
    },
  },
  'shift-not-begun': {
    snapshot: snapshot({ shift: { startedAt: null, endedAt: null, skippedCheck: false, check: null } }),
    shift: 'begin',
  },
  'shift-begin': {
    snapshot: snapshot({
      availability: { kind: 'not-ready', reason: null, since: at('13:58') },
      shift: {
        startedAt: at('09:00'),
        endedAt: at('13:58'),
        skippedCheck: false,
        check: { ...SOUND_HEARD, ring: 'not-heard', microphone: 'silent' },
      },
    }),
    shift: 'begin',
  },
  'shift-skipped': {
    snapshot: snapshot({ shift: { startedAt: at('09:00'), endedAt: null, skippedCheck: true, check: SOUND_HEARD } }),
  },
  'shift-finish': {
    snapshot: snapshot({
      events: [...OWN, ...EVENTS],
      unclosed: [
        row({ id: 'u1', startedAt: at('13:05'), organisation: LONG_NAME, closedAt: null }),
        row({ id: 'u2', startedAt: at('12:10'), number: '112', closedAt: null }),
      ],
    }),
    shift: 'finish',
    answers: { unsentRecords: () => ok({ count: 4 }) },
  },
  'shift-finish-clear': { snapshot: snapshot(), shift: 'finish' },
};
