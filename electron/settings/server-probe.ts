import { getCACertificates } from 'node:tls';
import WebSocket from 'ws';
import type { PhoneFailure } from '../../shared/contract/phone.ts';

const PATIENCE_MS = 5_000;

/** Certificates Chromium would trust too: a company's own authority stands in the system's store. */
const trusted = (): string[] => [...new Set([...getCACertificates('default'), ...getCACertificates('system')])];

/**
 * Asks a PBX's WebSocket what a page cannot see (a page gets close code 1006 for everything): nobody there, a certificate that is not
 * trusted, or a computer on which nobody listens or that refuses SIP over WebSocket (RFC 7118). null: it answers as it should.
 */
export function probeServer(server: string): Promise<PhoneFailure | null> {
  return new Promise((resolve) => {
    const socket = new WebSocket(server, 'sip', { handshakeTimeout: PATIENCE_MS, ca: trusted() });
    const settle = (answer: PhoneFailure | null) => {
      resolve(answer);
      socket.terminate();
    };
    socket.on('open', () => settle(null));
    socket.on('unexpected-response', () => settle('server-refused'));
    socket.on('error', (error) => settle(failureOf(error)));
  });
}

/** A computer that refuses the connection is there (`ECONNREFUSED`), the PBX on it is not: that is no «nobody». */
const NOBODY = new Set(['ENOTFOUND', 'EAI_AGAIN', 'ECONNRESET', 'EHOSTUNREACH', 'ENETUNREACH', 'ETIMEDOUT']);

/** Node's words for what went wrong; OpenSSL names its verification errors by code (`CERT_HAS_EXPIRED`, `SELF_SIGNED_CERT_IN_CHAIN`). */
function failureOf(error: Error): PhoneFailure {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (NOBODY.has(code) || /handshake has timed out/.test(error.message)) return 'no-server';
  if (/CERT|SELF_SIGNED|VERIFY|ISSUER|CRL/.test(code)) return 'certificate';
  return 'server-refused';
}
