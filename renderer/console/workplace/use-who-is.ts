import { useEffect, useState } from 'react';
import type { NumberKnown } from '../../../shared/contract/history.ts';
import { parsePhone, phoneKey } from '../../../shared/regulation/phone-number.ts';
import { useDesk } from '../store/context.tsx';

const NOBODY: NumberKnown = { candidates: [], colleague: null, openEvent: null };
/** Asked when the typing pauses; dialling waits for nothing of it. */
const WAIT_MS = 200;

/** Whom a number that is being typed may belong to; nobody until it is a whole number, and before the desk has answered. */
export function useWhoIs(typed: string): NumberKnown {
  const desk = useDesk();
  const { e164, extension } = parsePhone(typed);
  const asked = e164 === null && extension === null ? null : phoneKey(typed);
  const [answer, setAnswer] = useState<{ number: string | null; known: NumberKnown }>({ number: null, known: NOBODY });
  useEffect(() => {
    if (asked === null) return;
    let stale = false;
    const timer = setTimeout(() => {
      void desk.ask('whoIs', { number: asked }).then((outcome) => {
        if (!stale && outcome.ok) setAnswer({ number: asked, known: outcome.value });
      });
    }, WAIT_MS);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [desk, asked]);
  return answer.number === asked ? answer.known : NOBODY;
}
