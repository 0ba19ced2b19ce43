import { join } from 'node:path';
import { BrowserWindow, ipcMain, screen } from 'electron';
import { z } from 'zod';
import type { ShellView } from '../../shared/contract/shell.ts';
import { writeFileAtomic } from '../settings/atomic-file.ts';
import { readLayer } from '../settings/layer-file.ts';
import { inside, miniPlace, miniPlaces, NO_PLACES, withPlace } from './mini-place.ts';
import { isOurs } from './origin.ts';
import { isInFront, loadPage, preferences } from './windows.ts';

/** As large as the page draws itself, in the screen's scaled pixels: 150 % makes both larger. */
const SIZE = { width: 500, height: 128 };
/** Moving is written down once the hand rests. */
const KEEP_AFTER_MS = 400;

const position = z.tuple([z.number(), z.number()]);

/** «Мини-окно»: always on top while the console is behind other windows in a call, or while it rings. */
export interface MiniWindow {
  /** The window, once it was needed; null before. */
  window(): BrowserWindow | null;
  /** The view or the console's place in front may have changed: shows or hides what should be. */
  update(): void;
  destroy(): void;
}

/** Whether the mini window is to be seen: somebody rings, is rung or is talked to, and the console is not in front. */
export function miniIsWanted(view: ShellView | null, consoleInFront: boolean): boolean {
  return hasCall(view) && view.desktop.miniWindow && !consoleInFront;
}

const hasCall = (view: ShellView | null): view is ShellView =>
  view !== null && (view.activity === 'ringing' || view.activity === 'dialling' || view.activity === 'talking');

/**
 * @param options.folder where its places are kept
 * @param options.view the last one known: a call goes on while the service starts again
 */
export function createMiniWindow(options: {
  preload: string;
  icon: string;
  title: () => string;
  folder: string;
  view: () => ShellView | null;
  consoleWindow: BrowserWindow;
  log: (what: string, details: Record<string, unknown>) => void;
}): MiniWindow {
  const { consoleWindow } = options;
  const file = join(options.folder, 'mini-window.json');
  const kept = readLayer(file, miniPlaces);
  let places = kept.kind === 'read' ? kept.settings : NO_PLACES;
  let mini: BrowserWindow | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function made(): BrowserWindow {
    if (mini !== null && !mini.isDestroyed()) return mini;
    mini = new BrowserWindow({
      ...SIZE,
      show: false,
      frame: false,
      resizable: false,
      maximizable: false,
      minimizable: false,
      fullscreenable: false,
      skipTaskbar: true,
      // A click in it leaves the keyboard where it is: in 1C.
      focusable: false,
      icon: options.icon,
      webPreferences: preferences(options.preload),
    });
    // The page's own is the console's: a list of windows tells them apart by this one.
    mini.on('page-title-updated', (event) => event.preventDefault());
    // Above programs that fill the screen too: behind them the console's own window is lost.
    mini.setAlwaysOnTop(true, 'screen-saver');
    mini.setVisibleOnAllWorkspaces(true, { visibleOnFullScreen: true });
    mini.webContents.on('render-process-gone', (_event, { reason }) => {
      options.log('mini-window-died', { reason });
      if (reason === 'clean-exit') return;
      // A call makes another one.
      mini?.destroy();
      mini = null;
    });
    loadPage(mini, '/mini.html');
    return mini;
  }

  function place(window: BrowserWindow): void {
    const { id } = screen.getDisplayMatching(consoleWindow.getBounds());
    window.setBounds(miniPlace(places, screen.getAllDisplays(), id, SIZE));
  }

  function update(): void {
    if (consoleWindow.isDestroyed()) return;
    if (!miniIsWanted(options.view(), isInFront(consoleWindow)))
      return void (mini !== null && !mini.isDestroyed() && mini.hide());
    const window = made();
    if (window.getTitle() !== options.title()) window.setTitle(options.title());
    if (window.isVisible()) return;
    place(window);
    window.showInactive();
  }

  function keep(): void {
    if (mini === null || mini.isDestroyed()) return;
    const area = mini.getBounds();
    places = withPlace(places, screen.getDisplayMatching(area), area);
    writeFileAtomic(file, JSON.stringify(places));
  }

  // The page says where the hand draws it: a window that takes no focus is not moved by every system's own means.
  ipcMain.on('line15:move', (event, ...to: unknown[]) => {
    const frame = event.senderFrame;
    const ours = mini !== null && !mini.isDestroyed() && event.sender === mini.webContents;
    if (!ours || !frame || frame !== event.sender.mainFrame || !isOurs(frame.url)) return;
    const given = position.safeParse(to);
    if (!given.success) return;
    const [x, y] = given.data;
    const wanted = { x: Math.round(x), y: Math.round(y), ...SIZE };
    const { workArea } = screen.getDisplayNearestPoint({ x: wanted.x + SIZE.width / 2, y: wanted.y + SIZE.height / 2 });
    mini?.setBounds(inside(wanted, workArea));
    clearTimeout(timer);
    timer = setTimeout(keep, KEEP_AFTER_MS);
  });

  const screensChanged = () => {
    if (mini !== null && !mini.isDestroyed() && mini.isVisible()) place(mini);
  };
  screen.on('display-removed', screensChanged);
  screen.on('display-metrics-changed', screensChanged);
  consoleWindow.on('focus', update).on('blur', update);
  consoleWindow.on('show', update).on('hide', update);
  consoleWindow.on('restore', update).on('minimize', update);

  return {
    window: () => (mini === null || mini.isDestroyed() ? null : mini),
    update,
    destroy() {
      clearTimeout(timer);
      mini?.destroy();
      mini = null;
    },
  };
}
