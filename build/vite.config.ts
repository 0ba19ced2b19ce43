import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import type { Plugin } from 'vite';

const root = join(import.meta.dirname, '../renderer');

/** The pages: the console, the phone's hidden window, the mini window, the lead's page. */
const PAGES = ['console', 'phone', 'mini', 'monitor'];

/** Puts each page where its address says: `console.html`, not `console/index.html`. */
const flatPages: Plugin = {
  name: 'flat-pages',
  enforce: 'post',
  generateBundle(_options, bundle) {
    for (const file of Object.values(bundle)) {
      const page = /^(\w+)\/index\.html$/.exec(file.fileName);
      if (page) file.fileName = `${page[1]}.html`;
    }
  },
};

/** The console's first script imports the phone when it runs in a browser; named in the page, the phone is fetched at once. */
const preloadPhone: Plugin = {
  name: 'preload-phone',
  transformIndexHtml: {
    order: 'post',
    handler(_html, { chunk, bundle, path }) {
      if (chunk === undefined || bundle === undefined || !path.startsWith('/console/')) return [];
      const wanted = new Set<string>();
      const want = (fileName: string) => {
        const file = bundle[fileName];
        if (file?.type !== 'chunk' || wanted.has(fileName)) return;
        wanted.add(fileName);
        file.imports.forEach(want);
      };
      const isPhone = (fileName: string) => bundle[fileName]?.type === 'chunk' && fileName.includes('page-phone');
      [...chunk.imports, ...chunk.dynamicImports.filter(isPhone)].forEach(want);
      return [...wanted].map((href) => ({
        tag: 'link',
        attrs: { rel: 'modulepreload', crossorigin: true, href: `/${href}` },
        injectTo: 'head',
      }));
    },
  },
};

/**
 * SIP.js' generated grammar decodes its 200 rules anew for each header it reads, which is half of the time a message takes to be read. The
 * rules are constants: once is enough.
 */
let decodesOnce = false;
const decodeGrammarOnce: Plugin = {
  name: 'decode-grammar-once',
  enforce: 'pre',
  transform(code, id) {
    if (!id.endsWith('/sip.js/lib/grammar/pegjs/dist/grammar.js')) return null;
    const decode = 'function peg$decode(s) {';
    if (code.split(decode).length !== 2) throw new Error('the grammar of SIP.js is generated otherwise than it was');
    const once = `function peg$decode(s) {
      let rule = peg$decoded.get(s);
      if (rule === undefined) peg$decoded.set(s, (rule = peg$decodeAnew(s)));
      return rule;
    }
    function peg$decodeAnew(s) {`;
    decodesOnce = true;
    return { code: `${code.replace(decode, () => once)}\nconst peg$decoded = new Map();`, map: null };
  },
  buildEnd(error) {
    if (error === undefined && !decodesOnce) throw new Error('the grammar of SIP.js lies elsewhere than it did');
  },
};

export default defineConfig({
  root,
  // One absolute base serves the app:// scheme, the browser's console and the line's own pages alike.
  base: '/',
  publicDir: false,
  logLevel: 'warn',
  plugins: [react(), flatPages, preloadPhone, decodeGrammarOnce],
  build: {
    // Electron 22 of the test lab is Chromium 108; today's Electron and browsers are far past it.
    target: 'chrome108',
    outDir: join(import.meta.dirname, 'out/renderer'),
    emptyOutDir: true,
    // A strict CSP allows neither data: fonts nor inline scripts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 2_000,
    rollupOptions: {
      input: Object.fromEntries(PAGES.map((page) => [page, join(root, page, 'index.html')])),
    },
  },
});
