import { join } from 'node:path';
import cookie from '@fastify/cookie';
import serveStatic from '@fastify/static';
import websocket from '@fastify/websocket';
import Fastify from 'fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { RELOAD_PAGE } from '../../shared/contract/close-codes.ts';
import type { Channel } from '../../shared/contract/rpc.ts';
import type { Log } from '../log.ts';
import { APART_FROM_OPENER, contentSecurityPolicy, PAGE_HEADERS } from '../page-policy.ts';
import { PLAIN_PAGE_POLICY, plainPage, type PlainPage } from '../plain-page.ts';
import { refusalLog } from './refusal-log.ts';
import type { Sessions } from './sessions.ts';
import { webSocketChannel } from '../web-socket-channel.ts';

/** Loopback only: a console reached from another machine would need https, or the browser gives it no microphone. */
const HOST = '127.0.0.1';
/** A session's cookie lives as long as a browser keeps one. */
const COOKIE_SECONDS = 400 * 24 * 3_600;
/** A message of the console is a card or a setting; a megabyte is neither. */
const LARGEST_MESSAGE_BYTES = 1_000_000;

const deskQuery = z.object({ role: z.enum(['console', 'phone']), tab: z.string().min(1).max(64) });
const tokenQuery = z.object({ token: z.string().min(1).max(100) });

export interface ConsoleServerOptions {
  /** 0: any free port. */
  port: number;
  /** The folder with console.html and assets/. */
  pagesDir: string;
  sessions: Sessions;
  /** Told of each page's channel. `tabId` tells tabs of one browser apart and stays the same after a reload. */
  connect(role: 'console' | 'phone', channel: Channel, tabId: string): void;
  /** Origin of the PBX's WebSocket, for the page's policy; null when there is none. A page waits for it. */
  phoneOrigin(): Promise<string | null>;
  /** The page for somebody who comes without a session. */
  closedPage: PlainPage;
  now(): number;
  log: Log;
}

export interface ConsoleServer {
  readonly port: number;
  /** A link that opens the console once, in one browser. */
  newLink(): string;
  /** Makes every page load anew. */
  reloadPages(): void;
  close(): Promise<void>;
}

/**
 * Serves the console to a browser of this machine: its pages over http and the desk over a WebSocket (`/desk?role=…&tab=…`).
 * Who comes without a session, under another name than loopback (DNS rebinding) or from another page's origin is refused.
 * Rejects when the port is taken (`EADDRINUSE`).
 */
export async function startConsoleServer(options: ConsoleServerOptions): Promise<ConsoleServer> {
  const { sessions } = options;
  const refused = refusalLog(options.log, () => options.now());
  const app = Fastify({ logger: false, forceCloseConnections: true });
  await app.register(cookie);
  await app.register(websocket, { options: { maxPayload: LARGEST_MESSAGE_BYTES } });
  await app.register(serveStatic, { root: options.pagesDir, serve: false });

  let port = options.port;
  const cookieName = () => `line15-${port}`;
  const ownHosts = () => [`${HOST}:${port}`, `localhost:${port}`];
  const hasSession = (request: FastifyRequest) => sessions.knows(request.cookies[cookieName()] ?? '');

  app.addHook('onRequest', async (request, reply) => {
    const sources = [...ownHosts().map((host) => `ws://${host}`), await options.phoneOrigin()].filter(
      (one) => one !== null,
    );
    reply.headers({ ...PAGE_HEADERS, 'content-security-policy': contentSecurityPolicy(sources) });
    if (!ownHosts().includes(request.headers.host ?? '')) {
      refused('foreign-host', request.headers.host ?? '');
      return reply.code(421).send();
    }
    const { origin } = request.headers;
    if (origin !== undefined && origin !== `http://${request.headers.host}`) {
      refused('foreign-origin', origin);
      return reply.code(403).send();
    }
  });

  app.get('/', async (request, reply) => {
    reply.header('cache-control', 'no-store');
    const link = tokenQuery.safeParse(request.query);
    if (!link.success)
      return hasSession(request) ? reply.sendFile('console.html', { cacheControl: false }) : sayClosed(reply);
    const secret = sessions.redeem(link.data.token, options.now());
    if (secret === null && !hasSession(request)) return sayClosed(reply);
    if (secret !== null) {
      reply.setCookie(cookieName(), secret, {
        path: '/',
        httpOnly: true,
        sameSite: 'strict',
        maxAge: COOKIE_SECONDS,
      });
    }
    // The token leaves the address bar and the history.
    return reply.redirect('/', 303);
  });

  app.get<{ Params: { '*': string } }>('/assets/*', async (request, reply) => {
    if (!hasSession(request)) return reply.code(401).send();
    // Names carry a hash of the content.
    return reply.sendFile(request.params['*'], join(options.pagesDir, 'assets'), { immutable: true, maxAge: '365d' });
  });

  app.get('/desk', { websocket: true, preValidation: refuseStrangers }, (socket, request) => {
    const { role, tab } = deskQuery.parse(request.query);
    options.connect(role, webSocketChannel(socket), tab);
  });

  async function refuseStrangers(request: FastifyRequest, reply: FastifyReply) {
    if (!hasSession(request)) return reply.code(401).send();
    // A browser always says where a WebSocket comes from; whoever does not is no page of ours.
    if (request.headers.origin === undefined) return reply.code(403).send();
    if (!deskQuery.safeParse(request.query).success) return reply.code(400).send();
  }

  function sayClosed(reply: FastifyReply) {
    reply.headers({ ...APART_FROM_OPENER, 'content-security-policy': PLAIN_PAGE_POLICY });
    return reply.code(401).type('text/html; charset=utf-8').send(plainPage(options.closedPage));
  }

  await app.listen({ host: HOST, port });
  const address = app.server.address();
  if (address !== null && typeof address === 'object') port = address.port;

  return {
    port,
    newLink: () => `http://${HOST}:${port}/?token=${sessions.newToken()}`,
    reloadPages: () => app.websocketServer.clients.forEach((client) => client.close(RELOAD_PAGE)),
    close: () => app.close(),
  };
}
