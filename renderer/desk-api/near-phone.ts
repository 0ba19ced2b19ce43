import type { PhoneFact } from '../../shared/contract/phone.ts';

/** A ring as the phone reports it to the desk, without its age: it is now. */
export type Ring = Pick<Extract<PhoneFact, { kind: 'ringing' }>, 'callId' | 'number' | 'displayName' | 'dialled'>;

/**
 * The phone that shares a page with its console (a browser; in Electron the two have ports straight to the desk). Two ways past the desk,
 * neither past its decision: the desk is told of both in the same breath, and its next snapshot has the last word.
 */
export interface NearPhone {
  /** Told of each ring in the instant it is reported to the desk. One listener. */
  onRing(listener: (ring: Ring) => void): void;
  /** The desk's order `answer`, handed over by the console; a second one for the same call changes nothing. */
  answer(callId: string): void;
}
