import { useEffect, useRef } from 'react';
import { isTyping } from '../card/focus.ts';
import { usePlace, useSnapshot } from '../store/context.tsx';

/**
 * A call answered outside of this window (a global key, «Мини-окно», a notification, a headset) brings «Рабочее место», as «Ответить» does: its
 * timer and card are there when somebody looks. Whoever is typing in another section stays.
 */
export function useFollowAnswer(): void {
  const place = usePlace();
  const id = useSnapshot(({ call }) => call?.id ?? null);
  const phase = useSnapshot(({ call }) => call?.phase ?? null);
  const rang = useRef<string | null>(null);
  useEffect(() => {
    if (phase === 'ringing') rang.current = id;
    else if (phase === 'up' && rang.current === id) {
      rang.current = null;
      if (!isTyping()) place.go('workplace');
    }
  }, [id, phase, place]);
}
