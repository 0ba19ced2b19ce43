import { networkInterfaces } from 'node:os';
import type { FastifyInstance } from 'fastify';
import { fail, ok, type Outcome } from '../../../shared/contract/base.ts';
import { oneAtATime } from '../one-at-a-time.ts';
import type { LineLinks, LineLog } from '../ports.ts';

/** The second listener, off until it is switched on. What is asked of it is done in that order: off after on ends off. */
export type Pages = {
  listen(where: { host: string; port: number }): Promise<Outcome<LineLinks>>;
  stop(): Promise<void>;
};

const FAILURES: Record<string, string> = {
  EADDRINUSE: 'port-taken',
  EADDRNOTAVAIL: 'address-unknown',
  ENOTFOUND: 'address-unknown',
  EAI_AGAIN: 'address-unknown',
  EACCES: 'port-not-allowed',
};

/**
 * `make` builds a new server for each start; `leadToken` goes into the lead's own link. A start that fails, for whatever reason, is a value: it
 * must not stand in the way of the next.
 */
export function createPages(make: () => Promise<FastifyInstance>, leadToken: string, log: LineLog): Pages {
  const inTurn = oneAtATime();
  let running: FastifyInstance | null = null;

  const stop = async (): Promise<void> => {
    const stopped = running;
    running = null;
    if (stopped !== null) await stopped.close();
  };

  return {
    stop: () => inTurn(stop),
    listen: (where) => inTurn(() => listen(where)),
  };

  async function listen({ host, port }: { host: string; port: number }): Promise<Outcome<LineLinks>> {
    await stop();
    let app: FastifyInstance | null = null;
    try {
      app = await make();
      await app.listen({ host, port });
    } catch (error) {
      await app?.close();
      const code = FAILURES[codeOf(error)] ?? 'not-listening';
      log('warn', 'pages-not-listening', { code, host, port, error: String(error) });
      return fail(code, { host, port });
    }
    running = app;
    const taken = app.addresses().map((address) => (typeof address === 'string' ? port : address.port))[0] ?? port;
    const origin = `http://${nameInUrl(reachable(host))}:${taken}`;
    log('info', 'pages-listening', { host, port: taken });
    return ok({ booking: `${origin}/`, lead: `${origin}/lead?token=${leadToken}` });
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/** «Every address» is no address one could open from elsewhere: the first one of this machine is said instead. */
function reachable(host: string): string {
  if (host !== '0.0.0.0' && host !== '::') return host;
  const own = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  return own.find(({ family, internal }) => family === 'IPv4' && !internal)?.address ?? '127.0.0.1';
}

const nameInUrl = (host: string): string => (host.includes(':') ? `[${host}]` : host);
