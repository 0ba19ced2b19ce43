import type { Colleague, TransferView } from '../../../shared/contract/transfer.ts';
import {
  call,
  clockWithLeft,
  consultation,
  KNOWN_CARD,
  LONG_NAME,
  MINUTE,
  NOW,
  PROF_VERDICT,
  snapshot,
} from '../fixtures.ts';
import type { GalleryState } from './state.ts';

export const COLLEAGUES: Colleague[] = [
  { name: 'Орлов Борис Петрович', number: '102', lamp: 'free' },
  { name: 'Старший смены Константинопольская Александра Владимировна', number: '110', lamp: 'busy' },
  { name: 'Сидоров Пётр', number: '103', lamp: 'ringing' },
  { name: 'Группа внедрения', number: '+7 495 231-22-46', lamp: 'unknown' },
];

const orlov: TransferView = {
  number: '102',
  name: 'Орлов Борис Петрович',
  how: 'attended',
  step: 'calling',
  to: 'colleague',
  userGone: false,
  since: NOW - 12_000,
  end: null,
};
const held = call({ held: true, heldSince: NOW - 83_000 });
const talking = (transfer: TransferView | null, current = held): GalleryState => ({
  snapshot: snapshot({
    activity: 'talking',
    call: current,
    transfer,
    colleagues: COLLEAGUES,
    consultation: consultation({
      card: KNOWN_CARD,
      verdict: PROF_VERDICT,
      candidates: [],
      clock: clockWithLeft(6 * MINUTE),
    }),
  }),
});
const ended = { phase: 'wrap-up', callId: null, endedAt: NOW - 40_000, wrapUpUntil: NOW + 140_000 } as const;

/** «Перевести»: choosing, and every step of a transfer. */
export const TRANSFER: Record<string, GalleryState> = {
  'idle-colleagues': { snapshot: snapshot({ colleagues: COLLEAGUES, newMessages: 2 }) },
  'transfer-choose': { ...talking(null, call()), transfer: true },
  'transfer-choose-empty': {
    snapshot: snapshot({ activity: 'talking', call: call(), consultation: consultation() }),
    transfer: true,
  },
  'transfer-calling': talking(orlov),
  'transfer-colleague': talking({ ...orlov, step: 'talking' }),
  'transfer-user': talking({ ...orlov, step: 'talking', to: 'user' }, call()),
  'transfer-all': talking({ ...orlov, step: 'talking', to: 'all' }, call()),
  'transfer-connecting': talking({ ...orlov, name: LONG_NAME, how: 'blind', step: 'connecting', to: 'user' }, call()),
  'transfer-refused': talking({ ...orlov, step: 'refused', to: 'user', end: { cause: 'busy', sipCode: 486 } }, call()),
  'transfer-user-gone': {
    snapshot: snapshot({
      activity: 'talking',
      transfer: { ...orlov, step: 'talking', userGone: true },
      consultation: consultation({ ...ended, endReason: 'user', clock: clockWithLeft(5 * MINUTE) }),
    }),
  },
  transferred: {
    snapshot: snapshot({
      activity: 'wrap-up',
      consultation: consultation({ ...ended, endReason: 'transferred', clock: clockWithLeft(5 * MINUTE) }),
    }),
  },
};
