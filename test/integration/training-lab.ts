import { createServer } from 'node:http';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';
import { build } from 'esbuild';
import {
  startTrainingLine,
  type TrainingLine,
  type TrainingLineOptions,
} from '../../electron/training/training-line.ts';
import { lab } from '../provision/lab.ts';
import type { TrainingPage } from './training-page.ts';

/** A Chromium that calls without hardware, and a page with a bare SIP.js phone for it. */
export interface TrainingLab {
  browser: Browser;
  openPhone(): Promise<Phone>;
  close(): Promise<void>;
}

/** The phone of one page, called by its functions' names. */
export interface Phone {
  page: Page;
  /** Calls a function of `TrainingPage` in the page. */
  do<Name extends keyof TrainingPage>(
    name: Name,
    ...args: Parameters<TrainingPage[Name]>
  ): Promise<Awaited<ReturnType<TrainingPage[Name]>>>;
}

/** Starts the browser and a server on loopback for the page (a microphone needs a secure origin). */
export async function startTrainingLab(): Promise<TrainingLab> {
  const bundle = await build({
    entryPoints: [join(import.meta.dirname, 'training-page.ts')],
    bundle: true,
    write: false,
    format: 'iife',
  });
  const script = bundle.outputFiles[0]?.text ?? '';
  const server = createServer((request, response) => {
    const isPage = request.url === '/';
    response.setHeader('content-type', isPage ? 'text/html' : 'text/javascript');
    response.end(isPage ? '<!doctype html><title>phone</title><script src="phone.js"></script>' : script);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const { path } = lab().chromium;
  const browser = await chromium.launch({
    ...(path === null ? {} : { executablePath: path }),
    args: [
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
      '--autoplay-policy=no-user-gesture-required',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  });
  return {
    browser,
    async openPhone() {
      const page = await browser.newPage();
      await page.goto(`http://127.0.0.1:${address.port}/`);
      return {
        page,
        do: (name, ...args) => page.evaluate(`window.training.${name}(...${JSON.stringify(args)})`),
      };
    },
    async close() {
      await browser.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export const callers = [
  {
    name: 'Иванова Мария «Ромашка»',
    number: '+79161234567',
    organisation: 'ООО Ромашка',
    registrationNumber: '12345678',
  },
  { name: 'Пётр Ёлкин', number: '+74951112233', organisation: 'ИП Ёлкин П. А.', registrationNumber: '87654321' },
];

/** A training line that makes no call by itself, and a phone registered on it. */
export async function startLine(options: Partial<TrainingLineOptions> = {}): Promise<TrainingLine> {
  return startTrainingLine({
    users: callers,
    pace: null,
    now: () => Date.now(),
    random: () => Math.random(),
    log: { debug: () => {}, warn: (message) => console.warn(message) },
    ...options,
  });
}
