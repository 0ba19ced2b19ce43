import { useEffect, useState } from 'react';
import type { Failure } from '../../../shared/contract/base.ts';
import type { MissedRow } from '../../../shared/contract/missed.ts';
import { useDesk, useDeskState, useSnapshot } from '../store/context.tsx';

export interface Missed {
  /** null: nothing has come yet. */
  readonly rows: readonly MissedRow[] | null;
  readonly failure: Failure | null;
  retry(): void;
}

/** Callers nobody has spoken to since; asked anew whenever the desk says that they changed, or is there again. */
export function useMissed(): Missed {
  const desk = useDesk();
  const news = useSnapshot(({ missed }) => `${missed.callers} ${missed.lastAt}`);
  const connected = useDeskState(({ connection }) => connection === 'up');
  const [shown, setShown] = useState<Omit<Missed, 'retry'>>({ rows: null, failure: null });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    // While the desk is away the last rows stay; the frame says that it is.
    if (!connected) return;
    let asked = true;
    void desk.ask('missedCalls', {}).then((answer) => {
      if (!asked) return;
      setShown(answer.ok ? { rows: answer.value.rows, failure: null } : { rows: null, failure: answer.error });
    });
    return () => void (asked = false);
  }, [desk, connected, news, attempt]);
  return { ...shown, retry: () => setAttempt((n) => n + 1) };
}
