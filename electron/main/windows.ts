import { BrowserWindow, type WebPreferences } from 'electron';
import { ORIGIN } from './origin.ts';

/** What every window of ours has: a page that knows no Node, in a sandbox, with the preload that passes ports. */
export function preferences(preload: string): WebPreferences {
  return {
    preload,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webviewTag: false,
    // A card is typed while listening, mostly names and numbers: red waves under them help nobody.
    spellcheck: false,
    // The ring must be heard before the first click.
    autoplayPolicy: 'no-user-gesture-required',
  };
}

/** The console's window: hidden until its page has painted. */
export function createConsoleWindow(options: { preload: string; icon: string; title: string }): BrowserWindow {
  const window = new BrowserWindow({
    width: 1280,
    height: 720,
    minWidth: 900,
    minHeight: 600,
    show: false,
    title: options.title,
    icon: options.icon,
    autoHideMenuBar: true,
    webPreferences: preferences(options.preload),
  });
  window.removeMenu();
  window.once('ready-to-show', () => window.show());
  return window;
}

/** The phone's window, never shown. It must run at full speed all the time: tones and the cut at the limit hang on it. */
export function createPhoneWindow(options: { preload: string }): BrowserWindow {
  return new BrowserWindow({
    show: false,
    webPreferences: { ...preferences(options.preload), backgroundThrottling: false },
  });
}

/** Shows the window and brings it to the front, whatever became of it. */
export function bringToFront(window: BrowserWindow): void {
  if (window.isDestroyed()) return;
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

/** Whether the window is the one people look at and type in. */
export function isInFront(window: BrowserWindow): boolean {
  return !window.isDestroyed() && window.isVisible() && window.isFocused();
}

/** Loads a page of ours, unless the program is ending and the window gone. A failure is the page's own to show; here it only must not become an unhandled rejection. */
export function loadPage(window: BrowserWindow, path: string): void {
  if (window.isDestroyed()) return;
  window.loadURL(`${ORIGIN}${path}`).catch(() => undefined);
}

/** A page that dies again within this time is not loaded any more often than that. */
const CALM_MS = 2_000;

/** Loads a window's page again when its process has died. The call is not in the console's window, so nothing is lost with it. */
export function reviveOnCrash(window: BrowserWindow, report: (reason: string) => void): void {
  let lastAt = -Infinity;
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    report(reason);
    if (reason === 'clean-exit') return;
    const now = performance.now();
    const waitMs = Math.max(0, lastAt + CALM_MS - now);
    lastAt = now + waitMs;
    setTimeout(() => {
      if (!window.isDestroyed()) window.webContents.reload();
    }, waitMs);
  });
}
