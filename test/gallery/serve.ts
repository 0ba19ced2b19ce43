import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { build, preview } from 'vite';
import { ROOT } from '../provision/lab.ts';

/** The console's gallery, the monitor's and the mini window's. */
const PAGES = ['index.html', 'monitor.html', 'mini.html'];

export interface Gallery {
  /** Address of a state; those of the lead's page are called `monitor…`, those of the mini window `mini…`. */
  url(state: string): string;
  close(): Promise<void>;
}

/**
 * Builds and serves the gallery: the console's own components, fed by fixtures over an in-memory channel. In React's development mode, so
 * that its warnings count as errors. For tests only; `npx vite test/gallery` serves it while one draws.
 */
export async function serveGallery(): Promise<Gallery> {
  // Each worker of the tests builds its own.
  const outDir = join(ROOT, `test/out/gallery-site-${process.env.TEST_PARALLEL_INDEX ?? '0'}`);
  const options = { configFile: false, root: join(ROOT, 'test/gallery'), logLevel: 'warn' } as const;
  await build({
    ...options,
    mode: 'development',
    plugins: [react()],
    build: {
      outDir,
      emptyOutDir: true,
      minify: false,
      target: 'chrome108',
      chunkSizeWarningLimit: 10_000,
      rollupOptions: { input: PAGES.map((page) => join(ROOT, 'test/gallery', page)) },
    },
  });
  const server = await preview({ ...options, build: { outDir }, preview: { host: '127.0.0.1', port: 0 } });
  const address = server.httpServer.address();
  if (address === null || typeof address !== 'object') throw new Error('the gallery listens on no port');
  return {
    url(state) {
      const page = PAGES.find((name) => state.startsWith(name.replace('.html', ''))) ?? '';
      return `http://127.0.0.1:${address.port}/${page}?state=${state}`;
    },
    close: () => server.close(),
  };
}
