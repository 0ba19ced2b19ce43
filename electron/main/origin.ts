/** The scheme and the only host of it: every page of ours comes from here. */
export const SCHEME = 'app';
export const HOST = 'line15';
export const ORIGIN = `${SCHEME}://${HOST}`;

/** Whether an address is a page or an asset of ours. */
export function isOurs(address: string): boolean {
  try {
    const { protocol, host } = new URL(address);
    return protocol === `${SCHEME}:` && host === HOST;
  } catch {
    return false;
  }
}
