import { randomBytes } from 'node:crypto';
import { sameToken, type Secrets } from '../secrets.ts';

/**
 * Each form carries a token of its own, made and signed by the line: whoever sends it twice books once. Signed, because the secret link is
 * derived from it: a token one could choose would be a link one could share.
 */
export type FormTokens = { make(): string; isOurs(token: string): boolean };

export function formTokens(secrets: Secrets): FormTokens {
  const signature = (nonce: string) => secrets.derive128('form', nonce);
  return {
    make: () => {
      const nonce = randomBytes(16).toString('hex');
      return `${nonce}.${signature(nonce)}`;
    },
    isOurs: (token) => {
      const [nonce = '', signed = ''] = token.split('.');
      return nonce.length === 32 && sameToken(token, `${nonce}.${signed}`) && sameToken(signed, signature(nonce));
    },
  };
}
