import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, expect, test as base, type ElectronApplication, type Page } from '@playwright/test';
import { build } from '../../../build/build.ts';
import type { Provisioning } from '../../../shared/contract/settings.ts';
import { lab, ROOT } from '../../provision/lab.ts';
import { openAllDay } from '../open-all-day.ts';

/** The project's own Node, for the service process where Electron's is too old for the database (the lab's). */
const NODE = join(ROOT, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node');

/**
 * Playwright's own preload for Electron: the app waits for Playwright to be attached. Playwright adds it only where it picks the executable
 * itself; without it a window may load first, and a launch hangs now and then.
 */
const LOADER = join(ROOT, 'node_modules/playwright-core/lib/server/electron/loader.js');

/** A real Electron with our main process, driven from outside. */
export interface ConsoleApp {
  app: ElectronApplication;
  /** The console's window. */
  page: Page;
  dataDir: string;
  /** Pid of the service process that serves now. */
  servicePid(): number;
  /** Lines of main's log: what was refused, what died. */
  log(): string;
  /** `kill -9` of the process of a window: main loads its page again. */
  killWindow(which: 'console' | 'phone'): Promise<void>;
  /** Everything the console's window shows, with what is typed in its large fields; '' while there is nothing. Playwright gives a killed page up, so main is asked. */
  shown(): Promise<string>;
}

export interface Launch {
  /** A folder to start in again; a new one by default. */
  dataDir?: string;
  /** The provisioning file's content. */
  config?: Partial<Provisioning> | Record<string, unknown>;
  flags?: string[];
  /** What is added to this process's own environment. */
  env?: Record<string, string>;
}

/** Starts the console in Electron with a profile of the test's own, and ends what it started. */
export const test = base.extend<{ launch: (options?: Launch) => Promise<ConsoleApp> }, { built: void }>({
  built: [
    // Nothing of Playwright's is needed here, but it insists on a destructured first argument.
    async ({ playwright: _ }, use) => {
      await build();
      await use();
    },
    { scope: 'worker', auto: true },
  ],
  launch: async ({ playwright: _ }, use) => {
    const running: { app: ElectronApplication; child: ChildProcess }[] = [];
    const folders: string[] = [];
    await use(async ({ dataDir, config, flags = [], env = {} } = {}) => {
      const folder = mkdtempSync(join(tmpdir(), 'line15-electron-'));
      folders.push(folder);
      const data = dataDir ?? join(folder, 'data');
      if (config) writeFileSync(join(folder, 'config.json'), JSON.stringify(atAnyHour(config)));
      const configured = config ? ['--config', join(folder, 'config.json')] : [];
      const app = await startElectron(['--data-dir', data, ...configured, ...flags], env);
      // Playwright forgets the process of an application that is gone.
      running.push({ app, child: app.process() });
      const page = await visibleWindow(app);
      return {
        app,
        page,
        dataDir: data,
        servicePid: () => Number(readFileSync(join(data, 'service.pid'), 'utf8')),
        log: () => readFileSync(join(data, 'logs/main.log'), 'utf8'),
        killWindow: (which) => killWindow(app, which),
        shown: () => shownInConsole(app),
      };
    });
    for (const one of running) await end(one);
    for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  },
});

export { expect };

/** Tests run at any hour: a line whose hours the test does not give is open all day. */
function atAnyHour(config: NonNullable<Launch['config']>): NonNullable<Launch['config']> {
  const { line = {} } = config;
  return typeof line === 'object' ? { ...config, line: { notices: openAllDay(), ...line } } : config;
}

/** Starts our program in Electron, with Playwright attached; `flags` are the program's own. */
export function startElectron(
  flags: readonly string[],
  added: Record<string, string> = {},
): Promise<ElectronApplication> {
  const { args, env, ...how } = electronToStart();
  return _electron.launch({ ...how, env: { ...env, ...added }, args: ['-r', LOADER, ...args, ROOT, ...flags] });
}

async function killWindow(app: ElectronApplication, which: 'console' | 'phone'): Promise<void> {
  const pid = await app.evaluate(({ BrowserWindow }, page) => {
    const isIt = ({ webContents }: Electron.BrowserWindow) => webContents.getURL().endsWith(page);
    return BrowserWindow.getAllWindows().find(isIt)?.webContents.getOSProcessId() ?? 0;
  }, `/${which}.html`);
  // 0 would be the whole group of the test itself.
  if (pid === 0) throw new Error(`There is no ${which} window.`);
  process.kill(pid, 'SIGKILL');
}

function shownInConsole(app: ElectronApplication): Promise<string> {
  return app.evaluate(({ BrowserWindow }) => {
    const isConsole = ({ webContents }: Electron.BrowserWindow) => webContents.getURL().endsWith('/console.html');
    const contents = BrowserWindow.getAllWindows().find(isConsole)?.webContents;
    if (!contents || contents.isCrashed() || contents.isLoading()) return '';
    const typed = `[...document.querySelectorAll('textarea')].map(({ value }) => value).join()`;
    return contents.executeJavaScript(`document.body.innerText + ${typed}`).then(String);
  });
}

/** The page of the console's window; the phone's is there too, and may be first. */
export async function visibleWindow(app: ElectronApplication): Promise<Page> {
  const isConsole = (page: Page) => /\/(console\.html|problem)$/.test(page.url());
  await expect.poll(() => app.windows().some(isConsole), { timeout: 30_000 }).toBe(true);
  const page = app.windows().find(isConsole);
  if (!page) throw new Error('The window of the console was closed at once.');
  return page;
}

/** What starts Electron on this machine: its own binary, or the lab's with the arguments it needs. */
export function electronToStart(): { executablePath: string; args: string[]; env: Record<string, string> } {
  const { path, args, kind } = lab().electron;
  if (path === null) throw new Error('There is no Electron here: run the provisioning of the tests.');
  const env: Record<string, string> = {};
  for (const [name, value] of Object.entries(process.env)) if (value !== undefined) env[name] = value;
  if (kind === 'lab') env['LINE15_SERVICE_NODE'] = NODE;
  return { executablePath: path, args: [...args, '--use-fake-device-for-media-stream'], env };
}

/** How long the console may take to close its databases and go. */
const END_MS = 15_000;

/** Ends an application as its tray does, past any question about a call. One that does not go is killed, and is a failure. */
async function end({ app, child }: { app: ElectronApplication; child: ChildProcess }): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  let killed = false;
  const timer = setTimeout(() => {
    killed = true;
    child.kill('SIGKILL');
  }, END_MS);
  const ended = new Promise((resolve) => child.once('exit', resolve));
  // The answer may never come: the process goes first.
  void app.evaluate(({ app: inside }) => inside.quit()).catch(() => undefined);
  await ended;
  clearTimeout(timer);
  if (killed) throw new Error(`Electron did not end within ${END_MS} ms`);
}
