import type { CallEndCause } from '../../shared/contract/phone.ts';
import type { HangUpReason } from './sip-stack.ts';

/**
 * Why a call we dialled did not come about, by the final status of the INVITE (RFC 3261 21).
 * @param sipCode 300–699
 */
export function causeOfRefusal(sipCode: number): CallEndCause {
  switch (sipCode) {
    case 486:
    case 600:
      return 'busy';
    case 408:
    case 480:
    case 487:
      return 'no-answer';
    case 404:
    case 410:
    case 484:
    case 604:
      return 'not-found';
    case 603:
      return 'declined';
    default:
      return 'failed';
  }
}

/**
 * What a CANCEL means, by its Reason headers (RFC 3326): `SIP;cause=200` or `Q.850;cause=26` say that another phone of the line
 * answered; 486, 600 or 603, that another phone of ours declined for all; anything else, that the caller gave up.
 */
export function causeOfCancel(reasons: readonly string[]): CallEndCause {
  const values = reasons.flatMap((reason) => reason.slice(0, 500).split(','));
  const says = (pattern: RegExp) => values.some((value) => pattern.test(value));
  if (says(/^\s*(?:SIP\s*;.*cause\s*=\s*200|Q\.850\s*;.*cause\s*=\s*26)\b/i)) return 'elsewhere';
  return says(/^\s*SIP\s*;.*cause\s*=\s*(?:486|600|603)\b/i) ? 'declined' : 'cancelled';
}

/**
 * What a BYE means, by its Reason headers: `SIP;cause=408` (a PBX asked whether the call lives and had no answer), `Q.850;cause=44` (Asterisk's
 * `rtp_timeout`: it hears nothing of us) and 102 (recovery on timer expiry) end a call that nobody ended; anything else, the far end hung up.
 */
export function causeOfBye(reasons: readonly string[]): 'lost' | 'remote' {
  const values = reasons.flatMap((reason) => reason.slice(0, 500).split(','));
  const technical = /^\s*(?:SIP\s*;.*cause\s*=\s*408|Q\.850\s*;.*cause\s*=\s*(?:44|102))\b/i;
  return values.some((value) => technical.test(value)) ? 'lost' : 'remote';
}

/** The Reason header of our BYE or CANCEL (RFC 3326; 16 is Q.850's «normal call clearing»). */
export function reasonHeader(reason: HangUpReason): string {
  const text = {
    consultant: 'Consultant hung up',
    limit: 'Consultation limit',
    'page-closed': 'Page closed',
    'no-answer': 'No answer',
    transferred: 'Transferred',
  }[reason];
  return `Reason: Q.850;cause=${reason === 'no-answer' ? 19 : 16};text="${text}"`;
}

/** How our own hanging up is told to the desk. */
export function causeOfHangUp(reason: HangUpReason): CallEndCause {
  switch (reason) {
    case 'consultant':
      return 'local';
    case 'limit':
      return 'limit';
    case 'page-closed':
      return 'lost';
    case 'no-answer':
      return 'no-answer';
    case 'transferred':
      return 'transferred';
  }
}
