import type { Instant } from '../../../shared/regulation/time.ts';
import { sameToken, type Secrets } from '../secrets.ts';

/** A lead's browser stays logged in this long: a monitor on the wall is not asked every day. */
export const SESSION_MS = 30 * 24 * 3_600_000;

/**
 * The lead's link and the sessions it opens. All derived from the line's secret: nothing to store, valid across restarts. A session says
 * when it was opened and is signed.
 */
export type LeadSessions = {
  /** The token of the lead's own link. */
  readonly token: string;
  /** A cookie for the right token; null for any other. */
  open(token: string, at: Instant): string | null;
  isValid(cookie: string, at: Instant): boolean;
};

export function leadSessions(secrets: Secrets): LeadSessions {
  const token = secrets.derive('lead-link');
  const cookieOf = (openedAt: string): string => `${openedAt}.${secrets.derive('lead-session', openedAt)}`;
  return {
    token,
    open: (given, at) => (sameToken(given, token) ? cookieOf(String(at)) : null),
    isValid(cookie, at) {
      const openedAt = cookie.split('.')[0] ?? '';
      if (!/^\d{1,15}$/.test(openedAt) || !sameToken(cookie, cookieOf(openedAt))) return false;
      return at - Number(openedAt) < SESSION_MS;
    },
  };
}
