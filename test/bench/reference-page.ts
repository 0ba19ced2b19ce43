import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Agent } from '../pbx/config.ts';
import { portOf } from '../pbx/ports.ts';

const FOR_EVER = { 'cache-control': 'public, max-age=31536000, immutable' };

/** Bundles a script of this folder for a page. */
export async function bundleScript(file: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, file)],
    bundle: true,
    minify: true,
    format: 'iife',
    write: false,
  });
  return outputFiles[0]?.text ?? '';
}

/** Serves the reference's page on loopback, its script cacheable as the console's own are. */
export async function serveReference(
  wsUrl: string,
  { number, password }: Agent,
): Promise<{ url: string; close(): void }> {
  const script = await bundleScript('simple-user.ts');
  const page = `<!doctype html><meta charset="utf-8"><title>SimpleUser</title>
    <body data-server="${wsUrl}" data-number="${number}" data-password="${password}"><script src="/phone.js"></script>`;
  const server: Server = createServer(({ url }, response) => {
    if (url === '/phone.js') response.writeHead(200, { 'content-type': 'text/javascript', ...FOR_EVER }).end(script);
    else response.writeHead(200, { 'content-type': 'text/html' }).end(page);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${portOf(server)}/`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
