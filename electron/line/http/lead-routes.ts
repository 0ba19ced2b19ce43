import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { ok } from '../../../shared/contract/base.ts';
import { lineApi } from '../../../shared/contract/line.ts';
import { serve } from '../../../shared/contract/rpc.ts';
import type { Instant } from '../../../shared/regulation/time.ts';
import { html } from '../booking/html.ts';
import { page, plainPage } from '../booking/layout.ts';
import { TEXTS } from '../booking/texts.ru.ts';
import type { Grants } from '../grants.ts';
import type { Monitor } from '../monitor.ts';
import { WHO } from '../names.ts';
import type { LineLog } from '../ports.ts';
import { SESSION_MS, type LeadSessions } from './lead-session.ts';
import { webSocketChannel } from '../../web-socket-channel.ts';

const HTML = 'text/html; charset=utf-8';
const COOKIE = 'line15_lead';
const leadQuery = z.object({ token: z.string().max(100) });

/**
 * «Монитор линии» for leads: the link with the token becomes a session, the page is the built monitor.html, its live data come over a
 * WebSocket that speaks LineApi.
 */
export function leadRoutes(
  app: FastifyInstance,
  needs: { sessions: LeadSessions; monitor: Monitor; grants: Grants; now(): Instant; log: LineLog },
): void {
  const { sessions, monitor, grants, now, log } = needs;
  const isLead = (request: FastifyRequest): boolean => sessions.isValid(request.cookies[COOKIE] ?? '', now());

  app.get('/lead', { config: { rateLimit: { max: 20, timeWindow: '1 minute' } } }, (request, reply) => {
    const query = leadQuery.safeParse(request.query);
    const cookie = query.success ? sessions.open(query.data.token, now()) : null;
    if (cookie === null) return reply.code(403).type(HTML).send(plainPage(TEXTS.lead));
    const options = { path: '/monitor', httpOnly: true, sameSite: 'strict', maxAge: SESSION_MS / 1_000 } as const;
    // No redirect by status: after a click in a messenger it would count as another site's, and the strict cookie would stay behind.
    return reply.setCookie(COOKIE, cookie, options).type(HTML).send(openingPage());
  });

  app.get('/monitor', (_request, reply) => reply.redirect('/monitor/', 302));
  app.get('/monitor/', (request, reply) => {
    if (!isLead(request)) return reply.code(403).type(HTML).send(plainPage(TEXTS.lead));
    // The console's components bring their styles along; scripts are our own files only.
    const csp =
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    return reply.header('content-security-policy', csp).sendFile('monitor.html');
  });

  const socketRoute = {
    websocket: true,
    preValidation: async (request: FastifyRequest, reply: FastifyReply) => {
      if (!isLead(request) || !isOwnOrigin(request)) await reply.code(403).type(HTML).send(plainPage(TEXTS.lead));
    },
  } as const;
  app.get('/monitor/ws', socketRoute, (socket) => {
    const server = serve(
      lineApi,
      webSocketChannel(socket),
      {
        snapshot: async () => ok(await monitor.snapshot()),
        grant: (args) => grants({ ...args, by: WHO.lead }),
      },
      ({ what, ...problem }) => log('warn', what, problem),
    );
    const stop = monitor.watch((snapshot) => server.emit('snapshot', snapshot));
    socket.on('close', stop);
  });
}

/** A page of another site may open a WebSocket to anybody; only ours gets one. */
function isOwnOrigin({ headers }: FastifyRequest): boolean {
  const origin = headers.origin ?? '';
  return URL.canParse(origin) && new URL(origin).host === headers.host;
}

function openingPage(): string {
  return page({
    title: TEXTS.lead.opening,
    head: html`<meta http-equiv="refresh" content="0; url=/monitor/" />`,
    body: html`<h1>${TEXTS.lead.opening}</h1>
      <p><a href="/monitor/">${TEXTS.lead.openNow}</a></p>`,
  });
}
