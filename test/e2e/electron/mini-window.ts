import { expect, type ElectronApplication, type Page } from '@playwright/test';

/** What the mini window is like; null: there is none. */
export function miniState(app: ElectronApplication) {
  return app.evaluate(({ BrowserWindow, screen }) => {
    const mini = BrowserWindow.getAllWindows().find(({ webContents }) => webContents.getURL().endsWith('/mini.html'));
    if (!mini) return null;
    const bounds = mini.getBounds();
    const { workArea } = screen.getDisplayMatching(bounds);
    return {
      title: mini.getTitle(),
      visible: mini.isVisible(),
      focused: mini.isFocused(),
      onTop: mini.isAlwaysOnTop(),
      bounds,
      inside:
        bounds.x >= workArea.x &&
        bounds.y >= workArea.y &&
        bounds.x + bounds.width <= workArea.x + workArea.width &&
        bounds.y + bounds.height <= workArea.y + workArea.height,
    };
  });
}

export async function miniPage(app: ElectronApplication): Promise<Page> {
  const isMini = (one: Page) => one.url().endsWith('/mini.html');
  await expect.poll(() => app.windows().some(isMini), { timeout: 20_000 }).toBe(true);
  const found = app.windows().find(isMini);
  if (!found) throw new Error('The mini window was closed at once.');
  return found;
}

/** Does one thing to the console's window. */
export function console(app: ElectronApplication, act: 'show' | 'hide' | 'focus' | 'isVisible') {
  return app.evaluate(({ BrowserWindow }, what) => {
    const isConsole = ({ webContents }: Electron.BrowserWindow) => webContents.getURL().endsWith('/console.html');
    return BrowserWindow.getAllWindows().find(isConsole)?.[what]() ?? null;
  }, act);
}

/** Takes the mini window by its empty part and draws it. */
export async function drag(mini: Page, by: { x: number; y: number }): Promise<void> {
  await mini.evaluate(
    ([dx, dy]) => {
      const card = document.querySelector('main');
      const at = (x: number, y: number) => ({
        bubbles: true,
        pointerId: 1,
        button: 0,
        clientX: 20,
        clientY: 10,
        screenX: screenX + 20 + x,
        screenY: screenY + 10 + y,
      });
      if (card) card.setPointerCapture = () => undefined;
      const down = at(0, 0);
      const up = at(dx ?? 0, dy ?? 0);
      card?.dispatchEvent(new PointerEvent('pointerdown', down));
      card?.dispatchEvent(new PointerEvent('pointermove', up));
      card?.dispatchEvent(new PointerEvent('pointerup', up));
    },
    [by.x, by.y],
  );
}

/** What is written down; '' while it is not. */
export function safely(read: () => string): string {
  try {
    return read();
  } catch {
    return '';
  }
}
