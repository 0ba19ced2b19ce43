import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One torture message of RFC 4475, by its name and clause there. */
export interface Torture {
  name: string;
  clause: string;
  /** Whether the RFC calls it a message that must be understood. */
  valid: boolean;
  what: string;
  text: string;
}

/** The messages of `fixtures/sip/rfc4475.txt`; its first lines say how it is written. */
export function tortureMessages(): Torture[] {
  const file = readFileSync(join(import.meta.dirname, '../fixtures/sip/rfc4475.txt'), 'utf8');
  const [, ...parts] = file.split(/^=== /m);
  return parts.map((part) => {
    const end = part.indexOf('\n');
    const [name = '', clause = '', kind = '', what = ''] = part.slice(0, end).split(' · ');
    return { name, clause, what, valid: kind === 'valid', text: onTheWire(part.slice(end + 1)) };
  });
}

const onTheWire = (lines: string): string =>
  lines
    .replace(/\n$/, '')
    .replaceAll('\n', '\r\n')
    .replace(/\\x([0-9a-f]{2})/g, (_all, octet: string) => String.fromCharCode(Number.parseInt(octet, 16)));
