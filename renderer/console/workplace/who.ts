import type { CallView } from '../../../shared/contract/desk.ts';
import type { Candidate } from '../../../shared/contract/registry.ts';
import { phoneText } from '../../ui/phone-number.tsx';

/** The likeliest caller, as far as a number tells: shown as «возможно», never taken for granted. */
export function likelyCaller({ candidates, displayName }: CallView): string | null {
  const [first] = candidates;
  if (!first) return displayName === '' ? null : displayName;
  return candidateText(first);
}

/** Somebody a number may belong to, in a line. */
export function candidateText({ name, organisation, entry }: Candidate): string {
  return [name, organisation, entry?.city].filter(Boolean).join(' · ');
}

/** A caller for an announcement or the name of a button. */
export function callerText(call: CallView, hidden: string): string {
  return likelyCaller(call) ?? phoneText(call.number.raw, hidden);
}
