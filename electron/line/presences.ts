import type { Presence } from '../../shared/contract/line.ts';
import type { Instant } from '../../shared/regulation/time.ts';

/** Who is on the line: the latest presence of each consultant. Kept in memory only: a desk says it again when it comes back. */
export type Presences = {
  set(presence: Presence): void;
  /** The desk is gone: offline since now. What it was talking about is no longer known to go on. */
  gone(consultantId: string): void;
  all(): Presence[];
  of(consultantId: string): Presence | null;
  /** The consultant who runs this consultation, by the latest presence; also one whose desk went away in it. */
  running(consultationId: string): Presence | null;
  onChange(listener: (presence: Presence) => void): () => void;
};

/** An empty board. `now` stamps those who go away. */
export function createPresences(now: () => Instant): Presences {
  const byConsultant = new Map<string, Presence>();
  /** The consultation in which a desk went away: the call may well go on without it. */
  const leftIn = new Map<string, string>();
  const listeners = new Set<(presence: Presence) => void>();
  const keep = (presence: Presence): void => {
    byConsultant.set(presence.consultant.id, presence);
    listeners.forEach((told) => told(presence));
  };

  return {
    set(presence) {
      leftIn.delete(presence.consultant.id);
      keep(presence);
    },
    gone(consultantId) {
      const last = byConsultant.get(consultantId);
      if (last === undefined || last.activity === 'offline') return;
      if (last.consultation !== null) leftIn.set(consultantId, last.consultation.id);
      keep({ ...last, activity: 'offline', since: now(), registered: false, consultation: null });
    },
    all: () => [...byConsultant.values()],
    of: (consultantId) => byConsultant.get(consultantId) ?? null,
    running(consultationId) {
      for (const presence of byConsultant.values()) {
        const talksIn = presence.activity === 'talking' && presence.consultation?.id === consultationId;
        if (talksIn || leftIn.get(presence.consultant.id) === consultationId) return presence;
      }
      return null;
    },
    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
