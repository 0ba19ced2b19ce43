import type { PhoneCall } from '../../shared/contract/phone.ts';
import type { Light } from './headset-layout.ts';

/** The lamps of a headset by what the phone holds. */
export function lightsOf(calls: readonly PhoneCall[]): ReadonlySet<Light> {
  const current = calls.find(({ phase }) => phase !== 'ringing');
  if (current === undefined) return new Set(calls.length > 0 ? ['ring'] : []);
  return new Set<Light>([
    'off-hook',
    ...(current.muted ? ['mute' as const] : []),
    ...(current.held ? ['hold' as const] : []),
  ]);
}
