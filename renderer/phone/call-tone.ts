import type { LiveCall } from './live-call.ts';

/** A PBX that does not agree to take the call off hold in this time gets the tone into its music. */
const OFF_HOLD_WITHIN_MS = 1_500;

/**
 * Plays notice or farewell into a call so that the caller hears it: a PBX plays music to a held caller and drops our sound, so a held call
 * is taken off hold for the length of the tone, the microphone shut; then it is held again. Mute silences no tone.
 * @param onStart told when the tone begins
 */
export async function playInCall(call: LiveCall, tone: 'notice' | 'farewell', onStart: () => void): Promise<void> {
  const { sip, sound } = call;
  if (!sip || call.phase !== 'up') return;
  const wasHeld = call.held;
  call.toneDue = tone;
  if (wasHeld) {
    const late = new Promise<void>((resolve) => setTimeout(resolve, OFF_HOLD_WITHIN_MS));
    await Promise.race([sip.setHold(false), late]);
  }
  // Ended meanwhile, or minutes were granted: not played, and not told.
  if (call.toneDue === tone) {
    onStart();
    await sound.playTone(tone);
  }
  // Not held again after the call was resumed or has ended meanwhile.
  if (wasHeld && call.held) await sip.setHold(true);
}
