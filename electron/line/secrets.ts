import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { ValueRepository } from './store/store.ts';

const NAME = 'secret';

/** What is derived from the line's one secret, so that links and sessions outlive a restart and none of them is written down. */
export type Secrets = {
  /** 256 bits for a purpose, base64url: the lead's token, a signature. */
  derive(purpose: string, of?: string): string;
  /** 128 bits, hex: a secret link. */
  derive128(purpose: string, of: string): string;
};

/** The line's secret, made at the first start and kept in its database. */
export async function lineSecrets(values: ValueRepository): Promise<Secrets> {
  const kept = z.union([z.string().length(64), z.undefined()]).parse(await values.get(NAME));
  const secret = kept ?? randomBytes(32).toString('hex');
  if (kept === undefined) await values.set(NAME, secret);
  const mac = (purpose: string, of: string) =>
    createHmac('sha256', Buffer.from(secret, 'hex')).update(`${purpose}\n${of}`).digest();
  return {
    derive: (purpose, of = '') => mac(purpose, of).toString('base64url'),
    derive128: (purpose, of) => mac(purpose, of).subarray(0, 16).toString('hex'),
  };
}

/** What is kept of a token somebody holds. */
export const hashed = (token: string): string => createHash('sha256').update(token).digest('hex');

/** Whether two tokens are the same, in a time that says nothing about where they differ. */
export function sameToken(one: string, other: string): boolean {
  return timingSafeEqual(createHash('sha256').update(one).digest(), createHash('sha256').update(other).digest());
}
