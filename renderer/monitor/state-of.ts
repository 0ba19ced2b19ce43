import type { Presence } from '../../shared/contract/line.ts';
import type { Stage } from '../../shared/regulation/consultation-clock.ts';
import type { Tone } from '../ui/index.ts';

/** What a consultant is at, as the monitor says it. */
export type MonitorState =
  'ringing' | 'dialling' | 'talking' | 'wrap-up' | 'offline' | 'ready' | 'not-ready' | 'no-phone';

/** The state of a row: the call's while there is one, else whether calls may come. */
export function stateOf({ activity, availability, registered }: Presence): MonitorState {
  if (activity !== 'idle') return activity;
  if (availability.kind === 'not-ready') return 'not-ready';
  return registered ? 'ready' : 'no-phone';
}

/** Since when this state lasts: availability has a clock of its own. */
export function sinceOf(presence: Presence): number {
  const state = stateOf(presence);
  return state === 'ready' || state === 'not-ready' ? presence.availability.since : presence.since;
}

/** Who needs a look first: those who talk, the least time left on top; then the rest, the longest in their state first. */
export function byAttention(a: Presence, b: Presence): number {
  return (
    RANK[stateOf(a)] - RANK[stateOf(b)] || urgency(a) - urgency(b) || compare(a.consultant.name, b.consultant.name)
  );
}

const RANK: Record<MonitorState, number> = {
  talking: 0,
  ringing: 1,
  dialling: 1,
  'wrap-up': 2,
  ready: 3,
  'not-ready': 4,
  'no-phone': 5,
  offline: 6,
};

const urgency = (presence: Presence): number => presence.consultation?.clock?.limitAt ?? sinceOf(presence);
const compare = (a: string, b: string): number => a.localeCompare(b, 'ru');

/** The colour of a stage; the words beside it say the same. */
export const STAGE_TONE: Record<Stage, Tone & ('calm' | 'warn' | 'last')> = {
  calm: 'calm',
  warning: 'warn',
  'last-minute': 'last',
  notice: 'last',
  over: 'last',
};
