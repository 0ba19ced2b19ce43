import cookie from '@fastify/cookie';
import csrf from '@fastify/csrf-protection';
import formbody from '@fastify/formbody';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import files from '@fastify/static';
import websocket from '@fastify/websocket';
import fastify, { type FastifyError, type FastifyInstance } from 'fastify';
import { FAVICON } from '../booking/icons.ts';
import { STYLE_PATH } from '../booking/layout.ts';
import { brokenPage, notFoundPage, tooManyPage } from '../booking/routes.ts';
import { STYLE } from '../booking/style.ts';
import type { LineLog } from '../ports.ts';
import { readFonts } from './fonts.ts';

const HTML = 'text/html; charset=utf-8';
const FOR_EVER = 'public, max-age=31536000, immutable';

/**
 * The second listener: users' and leads' pages, with everything that bounds and hides them: sizes, rates, headers, cookies. `routes` adds
 * the pages themselves; `cookieSecret` signs the cookies.
 */
export async function pagesServer(options: {
  pagesDir: string;
  cookieSecret: string;
  routes(app: FastifyInstance): void;
  log: LineLog;
}): Promise<FastifyInstance> {
  const { pagesDir, cookieSecret, routes, log } = options;
  const app = fastify({ bodyLimit: 16 * 1024, forceCloseConnections: true, logger: false, requestTimeout: 20_000 });

  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        styleSrc: ["'self'"],
        fontSrc: ["'self'"],
        imgSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: false,
  });
  await app.register(rateLimit, { global: true, max: 300, timeWindow: '1 minute' });
  await app.register(cookie, { secret: cookieSecret });
  await app.register(formbody, { bodyLimit: 16 * 1024 });
  await app.register(csrf, { cookieOpts: { path: '/', httpOnly: true, sameSite: 'lax', signed: true } });
  await app.register(websocket, { options: { maxPayload: 64 * 1024 } });
  await app.register(files, {
    root: pagesDir,
    prefix: '/assets/',
    serve: false,
    cacheControl: false,
    // The built pages beside monitor.html are the console's: never served here.
    allowedPath: (path) => path === '/monitor.html' || path === 'monitor.html' || path.includes('assets/'),
  });

  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-robots-tag', 'noindex, nofollow');
    reply.header('cache-control', 'no-store');
    if (request.protocol === 'https') reply.header('strict-transport-security', 'max-age=31536000');
  });
  // Asked for by anybody's eyes only: no query, no token is ever written to the log.
  app.setErrorHandler((error: FastifyError, _request, reply) => {
    const code = error.statusCode ?? 500;
    if (code === 429) return reply.code(429).type(HTML).send(tooManyPage());
    if (code < 500) return reply.code(code).type(HTML).send(notFoundPage());
    log('error', 'page-failed', { error: error.stack ?? error.message });
    return reply.code(500).type(HTML).send(brokenPage());
  });
  app.setNotFoundHandler((_request, reply) => reply.code(404).type(HTML).send(notFoundPage()));

  const fonts = readFonts(log);
  app.get(STYLE_PATH, (_request, reply) => reply.type('text/css').header('cache-control', FOR_EVER).send(STYLE));
  app.get('/icon.svg', (_request, reply) =>
    reply.type('image/svg+xml').header('cache-control', FOR_EVER).send(FAVICON),
  );
  app.get('/favicon.ico', (_request, reply) => reply.redirect('/icon.svg', 301));
  app.get('/robots.txt', (_request, reply) => reply.type('text/plain').send('User-agent: *\nDisallow: /\n'));
  app.get<{ Params: { name: string } }>('/fonts/:name', (request, reply) => {
    const font = fonts.get(request.params.name.replace(/\.woff2$/, ''));
    if (font === undefined) return reply.callNotFound();
    return reply.type('font/woff2').header('cache-control', FOR_EVER).send(font);
  });
  app.get<{ Params: { '*': string } }>('/assets/*', (request, reply) =>
    reply.header('cache-control', FOR_EVER).sendFile(`assets/${request.params['*']}`),
  );
  routes(app);
  return app;
}
