import { useCallback, useEffect, useRef, useState } from 'react';
import type { Failure } from '../../../shared/contract/base.ts';
import type { JournalRow } from '../../../shared/contract/journal.ts';
import { useDesk, useSnapshot } from '../store/context.tsx';

/** Typing is over after this long without a key. */
const SETTLED_MS = 180;
const PAGE_ROWS = 50;

export interface JournalQuestion {
  readonly text: string;
  /** 'YYYY-MM-DD', Moscow; null: every day. */
  readonly day: string | null;
}

export interface JournalAnswer {
  /** null: nothing has come yet. */
  readonly rows: readonly JournalRow[] | null;
  readonly failure: Failure | null;
  /** Older rows than those shown may be there. */
  readonly more: boolean;
  readonly loadingMore: boolean;
  loadMore(): void;
  retry(): void;
}

type Shown = { rows: readonly JournalRow[] | null; failure: Failure | null; more: boolean };
const NOTHING: Shown = { rows: null, failure: null, more: false };

/**
 * Rows of the journal for a question. Asked once typing has settled; an answer to an earlier question is dropped. While the next answer is
 * on its way the last one stays. When something is recorded meanwhile, the first page is asked again.
 */
export function useJournalSearch({ text, day }: JournalQuestion): JournalAnswer {
  const desk = useDesk();
  const news = useSnapshot(({ recent }) =>
    recent.map(({ id, endedAt, closedAt }) => `${id} ${endedAt} ${closedAt}`).join(),
  );
  const [shown, setShown] = useState(NOTHING);
  const [loadingMore, setLoadingMore] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const asked = useRef(0);

  useEffect(() => {
    const mine = ++asked.current;
    const wait = setTimeout(() => {
      void desk.ask('searchJournal', { text, day, limit: PAGE_ROWS, before: null }).then((outcome) => {
        if (mine !== asked.current) return;
        if (!outcome.ok) return setShown({ ...NOTHING, failure: outcome.error });
        const { rows } = outcome.value;
        setShown({ rows, failure: null, more: rows.length === PAGE_ROWS });
      });
    }, SETTLED_MS);
    return () => clearTimeout(wait);
  }, [desk, text, day, news, attempt]);

  const last = shown.rows?.at(-1);
  const loadMore = useCallback(() => {
    if (!last) return;
    const mine = asked.current;
    setLoadingMore(true);
    void desk.act('searchJournal', { text, day, limit: PAGE_ROWS, before: last.startedAt }).then((outcome) => {
      setLoadingMore(false);
      if (mine !== asked.current || !outcome.ok) return;
      const older = outcome.value.rows;
      setShown(({ rows }) => ({
        rows: [...(rows ?? []), ...older],
        failure: null,
        more: older.length === PAGE_ROWS,
      }));
    });
  }, [desk, text, day, last]);

  return { ...shown, loadingMore, loadMore, retry: () => setAttempt((n) => n + 1) };
}
