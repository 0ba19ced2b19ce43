import { existsSync, readFileSync } from 'node:fs';
import { writeFileAtomic } from '../settings/atomic-file.ts';

/**
 * Starts a server of this computer at the port it had last time, where that is free: a page that stayed open over a restart may talk to no
 * other, its policy names the port.
 * @param file keeps the port
 * @param start rejects when the port is taken; 0 is any free one
 */
export async function startAtSamePort<Started extends { readonly url: string }>(
  file: string,
  start: (port: number) => Promise<Started>,
): Promise<Started> {
  const last = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
  const usable = Number.isInteger(last) && last > 1_023 && last < 65_536;
  const started = usable ? await start(last).catch(() => start(0)) : await start(0);
  const { port } = new URL(started.url);
  if (port !== String(last)) writeFileAtomic(file, port);
  return started;
}
