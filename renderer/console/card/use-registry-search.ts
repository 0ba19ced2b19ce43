import { useEffect, useState } from 'react';
import type { RegistryEntry } from '../../../shared/contract/registry.ts';
import { useDesk } from '../store/context.tsx';

/** What the search has to show for the text typed last. */
export type Found =
  | { state: 'idle' | 'searching' | 'failed' }
  | { state: 'found'; entries: readonly RegistryEntry[]; asOf: number | null };

const IDLE: Found = { state: 'idle' };
const SEARCHING: Found = { state: 'searching' };
const FAILED: Found = { state: 'failed' };
const WAIT_MS = 120;
const SHOWN = 8;

/** Searches the registry as one types: asks when the typing pauses, drops the answer to an older text. */
export function useRegistrySearch(text: string): Found {
  const desk = useDesk();
  const asked = text.trim();
  const [answer, setAnswer] = useState<{ text: string; found: Found }>({ text: '', found: IDLE });
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
  if (asked === '') return IDLE;
  // The last answer stays while the next is on its way, so that the list does not flicker at every letter.
  if (answer.text === asked || answer.found.state === 'found') return answer.found;
  return SEARCHING;
}
