import { phoneKey } from './phone-number.ts';

/** 4.1: who is a service number: the lead, colleagues, numbers on the administrator's list. A name to show, a number as it is dialled. */
export type ServiceNumber = { readonly name: string; readonly number: string };

/** 4.1: a call is a consultation with a user, or a service call: no limit, no card, counted apart. */
export type CallKind = 'consultation' | 'service';

/**
 * 4.1: what kind of call this is. A consultant's own word counts more than the list: a user may ring from a colleague's telephone.
 * Service calls stand outside the consultation clock.
 */
export function callKind(
  number: string,
  serviceNumbers: readonly ServiceNumber[],
  said: CallKind | null = null,
): CallKind {
  return said ?? (serviceNumberOf(number, serviceNumbers) === null ? 'consultation' : 'service');
}

/** 4.1: the entry of the list this number is, or null. Numbers are the same as everywhere: by E.164, else by extension or by equality. */
export function serviceNumberOf(number: string, serviceNumbers: readonly ServiceNumber[]): ServiceNumber | null {
  const key = phoneKey(number);
  return serviceNumbers.find((entry) => phoneKey(entry.number) === key) ?? null;
}

/** 4.1: has this kind of call a limit? */
export function hasLimit(kind: CallKind): boolean {
  return kind === 'consultation';
}
