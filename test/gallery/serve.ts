import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { createServer } from 'vite';
import { ROOT } from '../provision/lab.ts';

export interface Gallery {
  /** Address of a state, `…?state=talking&theme=dark`. */
  url(state: string, theme: 'light' | 'dark'): string;
  close(): Promise<void>;
}

/** Serves the gallery: the console's own components, fed by fixtures over an in-memory channel. For development and tests only. */
export async function serveGallery(): Promise<Gallery> {
  const server = await createServer({
    configFile: false,
    root: ROOT,
    cacheDir: join(ROOT, 'test/out/vite'),
    logLevel: 'warn',
    plugins: [react()],
    server: { host: '127.0.0.1', port: 0, hmr: false, watch: null },
  });
  await server.listen();
  const address = server.httpServer?.address();
  if (address === null || typeof address !== 'object') throw new Error('the gallery listens on no port');
  const base = `http://127.0.0.1:${address.port}/test/gallery/index.html`;
  return {
    url: (state, theme) => `${base}?state=${state}&theme=${theme}`,
    close: () => server.close(),
  };
}
