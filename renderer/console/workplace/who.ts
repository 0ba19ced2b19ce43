import type { CallView } from '../../../shared/contract/desk.ts';
import { phoneText } from '../../ui/phone-number.tsx';

/** The likeliest caller, as far as a number tells: shown as «возможно», never taken for granted. */
export function likelyCaller({ candidates, displayName }: CallView): string | null {
  const [first] = candidates;
  if (!first) return displayName === '' ? null : displayName;
  return [first.name, first.organisation, first.entry?.city].filter(Boolean).join(' · ');
}

/** A caller for an announcement or the name of a button. */
export function callerText(call: CallView, hidden: string): string {
  return likelyCaller(call) ?? phoneText(call.number.raw, hidden);
}
