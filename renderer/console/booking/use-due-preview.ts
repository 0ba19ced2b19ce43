import { useEffect, useState } from 'react';
import type { Failure } from '../../../shared/contract/base.ts';
import { useLive } from '../../ui/index.ts';
import { useDesk } from '../store/context.tsx';

const MINUTE_MS = 60_000;

export type DuePreview = {
  dueBy: number | null;
  rule: 'today' | 'next-working-day' | 'wish' | 'no-calendar' | 'unchanged';
  preferToday: boolean;
};
/** What the desk answered to this very question; null while it is asked. */
export type DueAnswer = { ok: true; preview: DuePreview } | { ok: false; failure: Failure } | null;

/**
 * The due-by that would hold (4.2), asked of the desk whenever the preferred time changes and each minute: it depends on when one books.
 * @param eventId the open event that is moved; null for a booking
 */
export function useDuePreview(preferredAt: number | null, eventId: string | null = null): DueAnswer {
  const desk = useDesk();
  const minute = useLive((now) => Math.floor(now / MINUTE_MS));
  const [answer, setAnswer] = useState<{ question: string; given: DueAnswer } | null>(null);
  const question = `${eventId ?? ''} ${preferredAt ?? ''}`;
  useEffect(() => {
    let asked = true;
    void desk.ask('dueByPreview', { preferredAt, eventId }).then((outcome) => {
      if (!asked) return;
      const given: DueAnswer = outcome.ok
        ? { ok: true, preview: outcome.value }
        : { ok: false, failure: outcome.error };
      setAnswer({ question, given });
    });
    return () => void (asked = false);
  }, [desk, preferredAt, eventId, question, minute]);
  return answer?.question === question ? answer.given : null;
}
