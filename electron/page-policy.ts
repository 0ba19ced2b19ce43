/** Content-Security-Policy of the pages this program serves, in Electron and in a browser. */

/** Directives of every page, each with its reason. */
const COMMON: Record<string, string> = {
  // Nothing is allowed that is not named below.
  'default-src': "'none'",
  // Our own bundles; no inline scripts, no eval.
  'script-src': "'self'",
  // Our own style sheets: the theme is a static file, and React sets styles through the CSSOM.
  'style-src': "'self'",
  'img-src': "'self' data:",
  'font-src': "'self'",
  // Sound of a call is a MediaStream; the ring and the tones are made in the page (blob:).
  'media-src': "'self' blob:",
  // The phone's audio worklets are our own files.
  'worker-src': "'self'",
  // No page of ours has a form to send, a frame, or a base of its own, or may be framed.
  'form-action': "'none'",
  'frame-src': "'none'",
  'frame-ancestors': "'none'",
  'base-uri': "'none'",
  'object-src': "'none'",
};

/**
 * The policy of a page.
 * @param connect origins a page may talk to besides its own: the PBX's WebSocket, the desk's
 */
export function contentSecurityPolicy(connect: readonly string[]): string {
  const directives = { ...COMMON, 'connect-src': ["'self'", ...connect].join(' ') };
  return Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ');
}

/** The other headers of every answer: nothing is guessed, kept, told or lent to somebody else's page. */
export const PAGE_HEADERS: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  // Microphone and headset buttons are the phone's; the rest no page of ours asks for.
  'permissions-policy': 'microphone=(self), hid=(self), camera=(), geolocation=(), usb=(), payment=()',
};

/**
 * For what a stranger is shown: no opener keeps a hold on it. The console's own page goes without, for no page of another site gets it (its
 * cookie is SameSite=Strict), and a browsing context group of its own would cost a process's start at every load.
 */
export const APART_FROM_OPENER: Readonly<Record<string, string>> = { 'cross-origin-opener-policy': 'same-origin' };

/** Origin of a WebSocket address, as a policy names it: `wss://host:port`. Null when it is no such address. */
export function socketOrigin(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const { protocol, host } = new URL(address);
  return protocol === 'ws:' || protocol === 'wss:' ? `${protocol}//${host}` : null;
}
