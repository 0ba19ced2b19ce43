/** Words after which an extension follows: it is kept out of the number that is dialled. */
const EXTENSION = /\s*(?:,|;|#?\s*(?:доб|вн|ext|x)(?!\p{L})\.?).*$/iu;

/**
 * A number as a person wrote it, made ready for the PBX: spaces, brackets, dashes and dots are dropped, an extension is kept out
 * (it is keyed in after the answer). A number with a plus stays E.164; anything else is dialled as typed.
 * @returns null when nothing is left that a PBX could call.
 */
export function dialNumber(typed: string): string | null {
  const number = typed
    .slice(0, 300)
    .replace(EXTENSION, '')
    .replace(/[\s().\-\u2010-\u2015\u00a0]/gu, '');
  return /^\+?[\w*#]{1,32}$/.test(number) ? number : null;
}
