/** The WebSocket beside the page that is open, `wss:` where the page came by https. */
export function monitorSocketAddress(page: string): URL {
  const address = new URL('/monitor/ws', page);
  address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:';
  return address;
}

/**
 * Whether the line still lets this browser watch. A page learns nothing from a refused WebSocket, so the page itself is asked for again:
 * 401 or 403 means that the lead's link is not valid (any more); no answer at all means that the line is away.
 */
export async function mayWatch(
  ask: (address: URL, options: { method: 'HEAD' }) => Promise<Pick<Response, 'status'>>,
  page: string,
): Promise<boolean> {
  try {
    const { status } = await ask(new URL('/monitor/', page), { method: 'HEAD' });
    return status !== 401 && status !== 403;
  } catch {
    return true;
  }
}
