import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { writeFileAtomic } from '../settings/atomic-file.ts';

/** Browsers remembered at once; the oldest is forgotten. */
const MOST_SESSIONS = 20;

const stored = z.object({ sessions: z.array(z.object({ hash: z.string(), at: z.number() })) });
type Stored = z.infer<typeof stored>;

/** Who may open the console: one-time tokens open a session, and a session survives restarts of the service. */
export interface Sessions {
  /** A new token for a link. It works once and ends with the process. */
  newToken(): string;
  /** Spends a token: gives the secret of a new session, or null when the token is unknown or spent. */
  redeem(token: string, at: number): string | null;
  /** Whether this secret opens a session. */
  knows(secret: string): boolean;
}

/**
 * Sessions kept in a file of the data folder. Only hashes are stored: who reads the file cannot open the console.
 * @param file `sessions.json`; one that cannot be read counts as empty, everyone then needs a new link
 */
export function openSessions(file: string): Sessions {
  const tokens = new Set<string>();
  let sessions = read(file);
  return {
    newToken() {
      const token = randomBytes(24).toString('base64url');
      tokens.add(hashOf(token));
      return token;
    },
    redeem(token, at) {
      if (!tokens.delete(hashOf(token))) return null;
      const secret = randomBytes(32).toString('base64url');
      sessions = [...sessions, { hash: hashOf(secret), at }].slice(-MOST_SESSIONS);
      writeFileAtomic(file, JSON.stringify({ sessions } satisfies Stored));
      return secret;
    },
    knows(secret) {
      const given = Buffer.from(hashOf(secret));
      return sessions.some(({ hash }) => hash.length === given.length && timingSafeEqual(Buffer.from(hash), given));
    },
  };
}

const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('base64url');

function read(file: string): Stored['sessions'] {
  if (!existsSync(file)) return [];
  try {
    return stored.parse(JSON.parse(readFileSync(file, 'utf8'))).sessions;
  } catch {
    return [];
  }
}
