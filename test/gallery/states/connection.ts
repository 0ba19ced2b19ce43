import { BRANCH, call, consultation, fromRegistry, KNOWN_CARD, NOW, PROF_VERDICT, snapshot } from '../fixtures.ts';
import type { GalleryState } from './state.ts';

const identified = { card: KNOWN_CARD, verdict: PROF_VERDICT, candidates: [] };
const second = call({
  id: 'call-2',
  phase: 'ringing',
  number: { raw: '+74957771020', e164: '+74957771020', extension: null },
  candidates: [fromRegistry({ ...BRANCH, organisation: '«Фарм-Плюс»', contact: '' })],
});

/** A conversation whose connection is away: it goes on, nothing is heard, its phone is gone, a second call waits. */
export const CONNECTION: Record<string, GalleryState> = {
  'connection-away': {
    snapshot: snapshot({
      activity: 'talking',
      call: call({ connected: false }),
      consultation: consultation(identified),
    }),
  },
  'connection-silent': {
    snapshot: snapshot({
      activity: 'talking',
      call: call({ connected: false, silentSince: NOW - 7_000 }),
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
  'connection-phone-gone': {
    snapshot: snapshot({
      activity: 'talking',
      phone: { ...snapshot().phone, status: 'unregistered', failure: 'no-phone-window' },
      call: call({ connected: false }),
      consultation: consultation(identified),
    }),
  },
};
