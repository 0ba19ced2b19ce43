import type { PhoneFact } from '../contract/phone.ts';
import { answer, hangUp, inTalk } from './calls.ts';
import type { Turn } from './turn.ts';

/** A press kept while the service was away is no wish of now. */
const STALE_MS = 2_000;

/**
 * A headset's button does what the same button on the screen does: the call button answers what rings and ends what is up, mute and flash
 * switch microphone and hold. In any other state it does nothing.
 */
export function headsetPressed(turn: Turn, { press, agoMs }: Extract<PhoneFact, { kind: 'headset-press' }>): void {
  const { call } = turn.state;
  if (call === null || agoMs > STALE_MS) return;
  const { id: callId, phase, direction } = call;
  switch (press) {
    case 'off-hook':
      return phase === 'ringing' && direction === 'incoming' ? answer(turn, callId) : undefined;
    case 'on-hook':
      return phase === 'ringing' ? undefined : hangUp(turn, callId);
    case 'mute':
      return phase === 'up' ? inTalk(turn, { kind: 'mute', callId, muted: !call.muted }) : undefined;
    case 'flash':
      return phase === 'up' ? inTalk(turn, { kind: 'hold', callId, held: call.heldSince === null }) : undefined;
  }
}
