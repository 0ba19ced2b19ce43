import { Inviter, SessionState } from 'sip.js';
import type { Session } from 'sip.js';
import { failReinvite } from './overdue.ts';
import type { PeerMedia } from './peer-media.ts';
import type { PhoneLog } from './sip-stack.ts';

/** Only for a far end that says «Trying» and nothing more: where nothing comes at all, SIP.js' timer B (32 s) speaks first. */
const ANSWERED_WITHIN_MS = 33_000;

export type RenegotiateOptions = {
  session: Session;
  /** Shaped already: the offer is made of it. */
  media: Pick<PeerMedia, 'next' | 'shape' | 'rollbackDescription'>;
  /** How often to try while requests cross. */
  attempts: number;
  /** The call has ended meanwhile. */
  over(): boolean;
  log: PhoneLog;
};

/** What came of a change: agreed, the status code of its refusal, or nothing: the socket broke, and the call must be renewed anyway. */
export type Renegotiated = 'agreed' | 'socket-lost' | number;

/**
 * One change of a call that is up, by re-INVITE; tried again while it crosses another (491, RFC 3261 14.1, or 500 with Retry-After, 14.2).
 * @returns 487 when the call is over
 */
export async function renegotiate(options: RenegotiateOptions): Promise<Renegotiated> {
  const { session, media, attempts, over, log } = options;
  const { restart } = media.next;
  for (let attempt = 1; ; attempt += 1) {
    if (session.state !== SessionState.Established || over()) return 487;
    const outcome = await reinvite(session, media, log);
    if (outcome !== 491 || attempt === attempts) return outcome;
    await new Promise((resolve) => setTimeout(resolve, glareMs(session)));
    media.shape({ restart });
  }
}

/** Whoever made the Call-ID waits 2.1–4 s, the other 0–2 s, so that the two do not cross again. */
function glareMs(session: Session): number {
  return session instanceof Inviter ? 2_100 + Math.random() * 1_900 : 100 + Math.random() * 1_900;
}

function reinvite(session: Session, media: RenegotiateOptions['media'], log: PhoneLog): Promise<Renegotiated> {
  return new Promise((resolve) => {
    let tooLate: ReturnType<typeof setTimeout> | undefined;
    let settled = false;
    const settle = (outcome: Renegotiated) => {
      settled = true;
      clearTimeout(tooLate);
      resolve(outcome);
    };
    session
      .invite({
        requestDelegate: {
          onAccept: () => settle('agreed'),
          onReject: ({ message }) => {
            const code = message.statusCode ?? 500;
            // A 503 without a Via is SIP.js' own word for «the socket broke».
            if (code === 503 && !message.hasHeader('via')) return settle('socket-lost');
            settle(code === 500 && message.hasHeader('retry-after') ? 491 : code);
          },
        },
      })
      .then((request) => {
        // SIP.js waits on after a redirection. Nobody else can agree to a change of this call: it is refused.
        if (request.delegate?.onReject) request.delegate.onRedirect = request.delegate.onReject;
        if (settled) return;
        tooLate = setTimeout(() => {
          request.cancel();
          failReinvite(session, 504);
        }, ANSWERED_WITHIN_MS);
      })
      .catch(async (error: unknown) => {
        // Another re-INVITE is on its way, ours or theirs: the same as 491.
        log('re-invite-waits', { error: String(error) });
        await media.rollbackDescription().catch(() => undefined);
        settle(491);
      });
  });
}
