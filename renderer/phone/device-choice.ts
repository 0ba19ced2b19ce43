import type { PhoneFact } from '../../shared/contract/phone.ts';

/** A device as the browser lists it; ids are this page's own and stay, names are the system's. */
export type Device = Extract<PhoneFact, { kind: 'devices' }>['devices'][number];

/** Chromium's names for «whatever the system uses now». */
const SYSTEMS_OWN: ReadonlySet<string> = new Set(['default', 'communications']);

/**
 * The device to use now. The chosen one, as soon as it is there (again); plugged into another socket it has another id and the same name;
 * while it is away, the system's own.
 * @param chosen id from the settings; null: the system's own
 * @param names what chosen devices were called when they were chosen, by id
 * @returns its id, or null for the system's own
 */
export function deviceFor(
  chosen: string | null,
  names: Readonly<Record<string, string>>,
  present: readonly Device[],
  kind: Device['kind'],
): string | null {
  if (chosen === null || SYSTEMS_OWN.has(chosen)) return null;
  const known = present.filter((device) => device.kind === kind && !SYSTEMS_OWN.has(device.id));
  // Before the permission nothing is listed: then the id is tried as it is.
  if (known.length === 0 || known.some(({ id }) => id === chosen)) return chosen;
  const name = names[chosen];
  return known.find(({ label }) => label !== '' && label === name)?.id ?? null;
}

/**
 * What stands behind a choice, in a word: changes when another device must be opened. The system's own is known by the name its entry bears
 * («Default - Jabra»), which changes with the system's choice.
 */
export function standsFor(id: string | null, present: readonly Device[], kind: Device['kind']): string {
  if (id !== null) return id;
  const own = present.find((device) => device.kind === kind && device.id === 'default');
  const first = own ?? present.find((device) => device.kind === kind);
  return `system ${first?.label ?? ''}`;
}
