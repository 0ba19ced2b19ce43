import { useCallback, useEffect, useRef, useState } from 'react';
import type { Failure } from '../../../shared/contract/base.ts';
import type { JournalPage, JournalQuestion, JournalRow } from '../../../shared/contract/journal.ts';
import { useDesk, useSnapshot } from '../store/context.tsx';

/** Typing is over after this long without a key. */
const SETTLED_MS = 180;
const PAGE_ROWS = 50;

/** What the journal is asked for, page by page. */
export type JournalWish = Omit<JournalQuestion, 'limit' | 'after'>;

/** Every day, every consultation. */
export const EVERYTHING: JournalWish = { text: '', from: null, to: null, outcome: null, endReason: null, kind: null };

export interface JournalAnswer {
  /** null: nothing has come yet. */
  readonly rows: readonly JournalRow[] | null;
  readonly failure: Failure | null;
  /** An inquiry number was typed whose check letter does not fit. */
  readonly wrongCheck: boolean;
  /** Older rows than those shown are there. */
  readonly more: boolean;
  readonly loadingMore: boolean;
  loadMore(): void;
  retry(): void;
}

type Shown = Omit<JournalPage, 'rows'> & { rows: readonly JournalRow[] | null; failure: Failure | null };
const NOTHING: Shown = { rows: null, failure: null, next: null, wrongCheck: false };

/**
 * Rows of the journal for a question. Asked once typing has settled; an answer to an earlier question is dropped. While the next answer is
 * on its way the last one stays. When something is recorded meanwhile, the first page is asked again.
 */
export function useJournalSearch({ text, from, to, outcome, endReason, kind }: JournalWish): JournalAnswer {
  const desk = useDesk();
  const news = useSnapshot(({ recent }) =>
    recent.map(({ id, endedAt, closedAt }) => `${id} ${endedAt} ${closedAt}`).join(),
  );
  const [shown, setShown] = useState(NOTHING);
  const [loadingMore, setLoadingMore] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const asked = useRef(0);
  const loading = useRef(false);

  useEffect(() => {
    const mine = ++asked.current;
    const wait = setTimeout(() => {
      const question = { text, from, to, outcome, endReason, kind, limit: PAGE_ROWS, after: null };
      void desk.ask('searchJournal', question).then((answer) => {
        if (mine !== asked.current) return;
        setShown(answer.ok ? { ...answer.value, failure: null } : { ...NOTHING, failure: answer.error });
      });
    }, SETTLED_MS);
    return () => clearTimeout(wait);
  }, [desk, text, from, to, outcome, endReason, kind, news, attempt]);

  const { next } = shown;
  const loadMore = useCallback(() => {
    // Asked for once: a page that is on its way is not asked for again.
    if (next === null || loading.current) return;
    const mine = asked.current;
    loading.current = true;
    setLoadingMore(true);
    const question = { text, from, to, outcome, endReason, kind, limit: PAGE_ROWS, after: next };
    void desk.act('searchJournal', question).then((answer) => {
      loading.current = false;
      setLoadingMore(false);
      if (mine !== asked.current || !answer.ok) return;
      setShown(({ rows }) => ({ ...answer.value, rows: [...(rows ?? []), ...answer.value.rows], failure: null }));
    });
  }, [desk, text, from, to, outcome, endReason, kind, next]);

  return { ...shown, more: next !== null, loadingMore, loadMore, retry: () => setAttempt((n) => n + 1) };
}
