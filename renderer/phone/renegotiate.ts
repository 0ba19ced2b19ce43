import { Inviter, SessionState } from 'sip.js';
import type { Session } from 'sip.js';
import type { PeerMedia } from './peer-media.ts';
import type { PhoneLog } from './sip-stack.ts';

export type RenegotiateOptions = {
  session: Session;
  /** Shaped already: the offer is made of it. */
  media: PeerMedia;
  /** How often to try while requests cross. */
  attempts: number;
  /** The call has ended meanwhile. */
  over(): boolean;
  log: PhoneLog;
};

/**
 * One change of a call that is up, by re-INVITE; tried again while it crosses another (491, RFC 3261 14.1), or while an old one of ours
 * waits for its transaction to give up (32 s after a lost socket).
 * @returns the final status code: 2xx agreed, 487 when the call is over
 */
export async function renegotiate({ session, media, attempts, over, log }: RenegotiateOptions): Promise<number> {
  const { restart } = media.next;
  for (let attempt = 1; ; attempt += 1) {
    if (session.state !== SessionState.Established || over()) return 487;
    const code = await reinvite(session, media, log);
    if (code !== 491 || attempt === attempts) return code;
    await new Promise((resolve) => setTimeout(resolve, glareMs(session)));
    media.shape({ restart });
  }
}

/** Whoever made the Call-ID waits 2.1–4 s, the other 0–2 s, so that the two do not cross again. */
function glareMs(session: Session): number {
  return session instanceof Inviter ? 2_100 + Math.random() * 1_900 : 100 + Math.random() * 1_900;
}

function reinvite(session: Session, media: PeerMedia, log: PhoneLog): Promise<number> {
  return new Promise((resolve) => {
    session
      .invite({
        requestDelegate: {
          onAccept: () => resolve(200),
          onReject: ({ message }) => resolve(message.statusCode ?? 500),
        },
      })
      .catch(async (error: unknown) => {
        // Another re-INVITE is on its way, ours or theirs: the same as 491.
        log('re-invite-waits', { error: String(error) });
        await media.rollbackDescription().catch(() => undefined);
        resolve(491);
      });
  });
}
