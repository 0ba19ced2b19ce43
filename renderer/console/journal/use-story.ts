import { useEffect, useState } from 'react';
import type { Outcome } from '../../../shared/contract/base.ts';
import type { JournalStory } from '../../../shared/contract/journal.ts';
import { useDesk, useSnapshot } from '../store/context.tsx';

/** The story of one consultation; null while it is asked for. Asked anew when something was recorded. */
export function useStory(id: string): { answer: Outcome<JournalStory> | null; retry: () => void } {
  const desk = useDesk();
  const news = useSnapshot(({ recent, consultation }) => {
    const row = recent.find((one) => one.id === id);
    const present = consultation?.id === id ? consultation.savedEdit : '';
    return `${row?.endedAt} ${row?.closedAt} ${present} ${consultation?.continues?.id}`;
  });
  const [answer, setAnswer] = useState<Outcome<JournalStory> | null>(null);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let asked = true;
    void desk.ask('journalStory', { id }).then((outcome) => {
      if (asked) setAnswer(outcome);
    });
    return () => void (asked = false);
  }, [desk, id, news, attempt]);
  return { answer, retry: () => setAttempt((n) => n + 1) };
}
