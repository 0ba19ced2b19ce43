import { GOOD_SOUND } from '../../../shared/contract/call-sound.ts';
import type { CallView, DeskSnapshot } from '../../../shared/contract/desk.ts';
import { parsePhone } from '../../../shared/regulation/phone-number.ts';
import type { Ring } from '../../desk-api/near-phone.ts';

/**
 * The snapshot with a provisional ring in it: what the desk will say of this ring, as far as its last word tells. The desk's next snapshot
 * takes its place, with candidates and history, or without the call.
 * @param now epoch ms by the desk's clock
 * @returns null when the desk's last word does not say for certain that this ring will be shown
 */
export function withProvisionalRing(snapshot: DeskSnapshot, ring: Ring, now: number): DeskSnapshot | null {
  const { call, secondCall, availability, activity } = snapshot;
  if (call !== null || secondCall !== null || availability.kind !== 'ready' || activity !== 'idle') return null;
  if (!lineTakesCalls(snapshot, now)) return null;
  return { ...snapshot, activity: 'ringing', call: provisionalCall(ring, now) };
}

/** Whether the desk's last word says that this very call may be answered now. */
export function mayAnswer(snapshot: DeskSnapshot, callId: string, now: number): boolean {
  const { call } = snapshot;
  if (call?.id !== callId || call.phase !== 'ringing' || call.direction !== 'incoming') return false;
  return lineTakesCalls(snapshot, now);
}

/** 2.1, by what the desk last said of the hours: its word holds until the instant it names. */
function lineTakesCalls({ mode, line }: DeskSnapshot, now: number): boolean {
  if (mode === 'training') return true;
  return line.open && (line.until === null || now < line.until);
}

/**
 * A ringing call of which nothing more is known than the phone says.
 * @param now epoch ms by the desk's clock
 */
export function provisionalCall({ callId, number, displayName, dialled }: Ring, now: number): CallView {
  return {
    id: callId,
    direction: 'incoming',
    number: parsePhone(number),
    displayName,
    dialled,
    phase: 'ringing',
    held: false,
    heldSince: null,
    muted: false,
    connected: true,
    silentSince: null,
    sound: GOOD_SOUND,
    startedAt: now,
    answeredAt: null,
    candidates: [],
    openEvent: null,
    service: null,
    history: [],
    callsThisWeek: 0,
  };
}
