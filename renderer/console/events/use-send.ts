import { useState } from 'react';
import type { Outcome } from '../../../shared/contract/base.ts';
import { useFailureText } from '../frame/failure-text.ts';

/** Sends a form once at a time; what went wrong is said in the form, and the form stays as it is. */
export function useSend(): {
  busy: boolean;
  problem: string | null;
  send: (what: () => Promise<Outcome<unknown>>, done: () => void) => Promise<void>;
} {
  const failureText = useFailureText();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const send = async (what: () => Promise<Outcome<unknown>>, done: () => void) => {
    setBusy(true);
    const outcome = await what();
    setBusy(false);
    setProblem(outcome.ok ? null : failureText(outcome.error));
    if (outcome.ok) done();
  };
  return { busy, problem, send };
}
