import { join, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { net, protocol, type Session } from 'electron';
import { contentSecurityPolicy, PAGE_HEADERS } from '../page-policy.ts';
import { PLAIN_PAGE_POLICY, plainPage, type PlainPage } from '../plain-page.ts';
import { isOurs, SCHEME } from './origin.ts';

/** Names the scheme to Chromium. Once, before `ready`: a page of it is a secure context with fetch, storage and compiled-code cache. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true },
    },
  ]);
}

/**
 * Serves `app://line15/…` from the folder of built pages, each answer with a strict policy.
 * @param options.connect origins the pages may talk to besides their own, as they are now
 * @param options.problem what `/problem` says: the screen of a console that cannot start
 */
export function serveScheme(
  session: Session,
  options: { pagesDir: string; connect: () => readonly string[]; problem: () => PlainPage | null },
): void {
  session.protocol.handle(SCHEME, async (request) => {
    const headers = { ...PAGE_HEADERS, 'content-security-policy': contentSecurityPolicy(options.connect()) };
    const { pathname } = new URL(request.url);
    if (request.method !== 'GET' || !isOurs(request.url)) return new Response(null, { status: 403, headers });
    const problem = pathname === '/problem' ? options.problem() : null;
    if (problem) {
      const policy = { ...PAGE_HEADERS, 'content-security-policy': PLAIN_PAGE_POLICY };
      return new Response(plainPage(problem), { headers: { ...policy, 'content-type': 'text/html; charset=utf-8' } });
    }
    const file = fileInside(options.pagesDir, pathname);
    if (file === null) return new Response(null, { status: 404, headers });
    try {
      const answer = await net.fetch(pathToFileURL(file).href);
      const type = answer.headers.get('content-type') ?? 'application/octet-stream';
      return new Response(answer.body, { status: answer.status, headers: { ...headers, 'content-type': type } });
    } catch {
      return new Response(null, { status: 404, headers });
    }
  });
}

/** The file a path names inside a folder; null when it leads out of it (`..`, encoded or not) or makes no sense. */
export function fileInside(folder: string, pathname: string): string | null {
  let decoded: string;
  try {
    decoded = decodeURIComponent(pathname);
  } catch {
    return null;
  }
  if (decoded.includes('\0') || decoded.includes('\\')) return null;
  const root = resolve(folder);
  const file = resolve(join(root, decoded));
  return file.startsWith(root + sep) ? file : null;
}
