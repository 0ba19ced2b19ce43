import { useEffect, useState } from 'react';
import type { RegistryEntry } from '../../../shared/contract/registry.ts';
import { useDesk } from '../store/context.tsx';

/** What the search has to show. */
export type Found =
  | { state: 'idle' | 'searching' | 'failed' }
  | { state: 'found'; entries: readonly RegistryEntry[]; asOf: number | null };

const IDLE: Found = { state: 'idle' };
const SEARCHING: Found = { state: 'searching' };
const FAILED: Found = { state: 'failed' };
const NO_ANSWER = { text: '', found: IDLE };
const WAIT_MS = 120;
const SHOWN = 8;

/**
 * Searches the registry as one types: asks when the typing pauses, drops the answer to an older text. `isOld`: the answer to what is typed is on
 * its way, and the list shown belongs to a text before: nobody of it may be taken.
 */
export function useRegistrySearch(text: string): { found: Found; isOld: boolean } {
  const desk = useDesk();
  const asked = text.trim();
  const [answer, setAnswer] = useState<{ text: string; found: Found }>(NO_ANSWER);
  // An emptied field begins anew: the next search is another caller's.
  if (asked === '' && answer !== NO_ANSWER) setAnswer(NO_ANSWER);
  useEffect(() => {
    if (asked === '') return;
    let stale = false;
    const timer = setTimeout(() => {
      void desk.ask('searchRegistry', { text: asked, limit: SHOWN }).then((outcome) => {
        if (stale) return;
        setAnswer({ text: asked, found: outcome.ok ? { state: 'found', ...outcome.value } : FAILED });
      });
    }, WAIT_MS);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [desk, asked]);
  if (asked === '') return { found: IDLE, isOld: false };
  if (answer.text === asked) return { found: answer.found, isOld: false };
  // The last list stays while the next is on its way, so that it does not flicker at every letter.
  return { found: answer.found.state === 'found' ? answer.found : SEARCHING, isOld: true };
}
