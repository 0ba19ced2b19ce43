import type { LiveCall } from './live-call.ts';

/** A conference of three, mixed here: each far end hears the other besides us. Tones of the consultation go to its own call only. */
export function join(one: LiveCall, other: LiveCall): void {
  one.sound.relay(other.sound.remote());
  other.sound.relay(one.sound.remote());
}

/** Everybody hears us alone again. */
export function part(calls: readonly LiveCall[]): void {
  calls.forEach(({ sound }) => sound.relay(null));
}
