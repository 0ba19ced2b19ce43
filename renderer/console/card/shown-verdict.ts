import type { VerdictView } from '../../../shared/contract/desk.ts';

/**
 * What the verdict says of the phone: 6.1 does not forbid it, it does not offer it. So a Standard in force is a licence, with letters for
 * errors, and only without any licence is there none.
 */
export function shownVerdict<Kind extends VerdictView['kind']>({
  kind,
  basis,
}: {
  kind: Kind;
  basis: VerdictView['basis'];
}): Kind | 'error-report-only' {
  return kind === 'refused' && basis !== null ? 'error-report-only' : kind;
}
