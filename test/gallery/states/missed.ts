import { fail, ok } from '../../../shared/contract/base.ts';
import type { MissedRow } from '../../../shared/contract/missed.ts';
import { at, LONG_NAME, snapshot } from '../fixtures.ts';
import type { GalleryState } from './state.ts';

const missed = (number: string, time: string, over: Partial<MissedRow> = {}): MissedRow => ({
  number,
  displayName: '',
  contact: '',
  organisation: '',
  registrationNumber: '',
  calls: 1,
  firstAt: at(time),
  lastAt: at(time),
  reason: 'hung-up',
  dialled: '',
  ...over,
});

export const MISSED: MissedRow[] = [
  missed('+79161234567', '14:26', {
    organisation: LONG_NAME,
    contact: 'Константинопольская Александра Владиславовна',
    calls: 3,
    firstAt: at('13:58'),
    dialled: '+7 495 231-22-45',
  }),
  missed('+73422001133', '13:40', { displayName: 'Орехова', reason: 'not-ready' }),
  missed('+74957771020', '12:05', { organisation: '«Фарм-Плюс»', reason: 'wrap-up' }),
  missed('', '11:47', { reason: 'lost' }),
];

const here = snapshot({ missed: { callers: MISSED.length, lastAt: at('14:26') } });

/** «Пропущенные». */
export const MISSED_STATES: Record<string, GalleryState> = {
  missed: { section: 'missed', snapshot: here },
  'missed-empty': { section: 'missed', snapshot: snapshot(), answers: { missedCalls: () => ok({ rows: [] }) } },
  'missed-failed': { section: 'missed', snapshot: here, answers: { missedCalls: () => fail('internal') } },
  'missed-loading': {
    section: 'missed',
    snapshot: here,
    answers: { missedCalls: () => new Promise(() => undefined) },
  },
  'missed-away': { section: 'missed', snapshot: here, away: true },
};
