import { carriedConsultation, type CarriedConsultation } from '../../shared/contract/phone.ts';

/** The header a consultation travels in, so that the time used goes with the caller (4.1). */
export const CARRIED_HEADER = 'X-Line15-Consultation';

/** One token without separators, so that it may stand in a header, in an address of a REFER and in a PBX's variable: `id_n_ms`. */
export function carriedText({ id, n, elapsedMs }: CarriedConsultation): string {
  return `${id}_${n}_${Math.round(elapsedMs)}`;
}

/** Reads it back; null for anything else, which anybody on the network may have written. */
export function carriedOf(header: string | null): CarriedConsultation | null {
  const parts = /^\s*([\w.-]{1,64}?)_(\d{1,9})_(\d{1,9})\s*$/.exec(header ?? '');
  const read = carriedConsultation.safeParse({
    id: parts?.[1],
    n: Number(parts?.[2]),
    elapsedMs: Number(parts?.[3]),
  });
  return read.success ? read.data : null;
}
