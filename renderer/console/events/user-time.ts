import type { CallbackEvent } from '../../../shared/contract/events.ts';
import { suitsUser } from '../../../shared/regulation/convenient-hours.ts';
import { MOSCOW } from '../../../shared/regulation/time.ts';
import { userZone } from '../../../shared/regulation/user-zone.ts';
import { timeInZone } from '../../ui/index.ts';

/** What time it is at the user's, and whether a call suits now. */
export type UserTime = {
  /** 'HH:mm' by the user's own clock; null where neither city nor number tells the zone. */
  readonly local: string | null;
  /** false: outside «Удобно с … до …» (reckoned by Moscow where the zone is not known): a call is warned of, never forbidden (4.2). */
  readonly suits: boolean;
};

/** 4.2: the user's own time at an instant. */
export function userTime({ user, convenient }: Pick<CallbackEvent, 'user' | 'convenient'>, now: number): UserTime {
  const zone = userZone(user)?.zone ?? null;
  const local = zone === null ? null : timeInZone(now, zone);
  const suits = convenient === null || suitsUser({ ...convenient, zone: zone ?? MOSCOW }, now).suits;
  return { local, suits };
}
