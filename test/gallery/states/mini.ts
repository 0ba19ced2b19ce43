import {
  BRANCH,
  call,
  clockWithLeft,
  consultation,
  fromRegistry,
  KNOWN_CARD,
  LONG_ENTRY,
  LONG_NAME,
  MINUTE,
  NOW,
  snapshot,
} from '../fixtures.ts';
import type { GalleryState } from './state.ts';

const talking = { activity: 'talking', call: call() } as const;
const ringing = { phase: 'ringing', answeredAt: null, startedAt: NOW - 6_000 } as const;
const longCard = { ...KNOWN_CARD, contact: LONG_ENTRY.contact, organisation: LONG_NAME };

/** «Мини-окно»: every stage, with the longest names there are. */
export const MINI_STATES: Record<string, GalleryState> = {
  mini: { snapshot: snapshot({ ...talking, consultation: consultation({ card: KNOWN_CARD }) }) },
  'mini-warning': {
    snapshot: snapshot({
      ...talking,
      consultation: consultation({ card: longCard, clock: clockWithLeft(2 * MINUTE + 36_000) }),
    }),
  },
  'mini-notice': {
    snapshot: snapshot({
      ...talking,
      call: call({ muted: true }),
      secondCall: call({ ...ringing, id: 'call-2', candidates: [fromRegistry(BRANCH)] }),
      consultation: consultation({ card: longCard, clock: clockWithLeft(24_000) }),
    }),
  },
  'mini-held': {
    snapshot: snapshot({
      ...talking,
      call: call({ held: true, heldSince: NOW - 80_000 }),
      consultation: consultation(),
    }),
  },
  'mini-ringing': {
    snapshot: snapshot({
      activity: 'ringing',
      call: call({ ...ringing, candidates: [fromRegistry(LONG_ENTRY)] }),
    }),
  },
  'mini-dialling': {
    snapshot: snapshot({
      activity: 'dialling',
      call: call({ direction: 'outgoing', phase: 'dialling', answeredAt: null, startedAt: NOW - 7_000 }),
      consultation: consultation({ phase: 'dialling', clock: null }),
    }),
  },
};
