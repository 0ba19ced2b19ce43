import { dialog, type BrowserWindow } from 'electron';
import type { i18n } from 'i18next';
import type { ShellView } from '../../shared/contract/shell.ts';

/** A call is on that quitting would end. */
const isInCall = (view: ShellView | null): boolean =>
  view !== null && (view.activity === 'talking' || view.activity === 'dialling');

/** What is used of Electron's `app`. */
export interface QuittableApp {
  on(event: 'before-quit', handler: () => void): unknown;
  once(event: 'will-quit', handler: (event: { preventDefault(): void }) => void): unknown;
  quit(): void;
  exit(code: number): void;
}

/** What is used of the console's window. */
export interface ClosingWindow {
  on(event: 'close', handler: (event: { preventDefault(): void }) => void): unknown;
  hide(): void;
}

export interface Quitting {
  /** Ends the program; in a call it asks first. */
  ask(): Promise<void>;
  /** Decides what closing the console's window means: to the tray while calls may come, else the end. */
  guardWindow(window: ClosingWindow): void;
}

/**
 * The end of the program: from the tray, by the window, by the system.
 * @param options.view the last one known: a call goes on in the phone's window while the service starts again
 * @param options.finish closes what must be closed before the process ends
 */
export function arrangeQuitting(
  app: QuittableApp,
  options: {
    texts: i18n;
    view: () => ShellView | null;
    window: () => BrowserWindow | null;
    finish: () => Promise<void>;
  },
): Quitting {
  const { t } = options.texts;
  let leaving = false;

  async function ask(): Promise<void> {
    if (isInCall(options.view())) {
      const choice = {
        type: 'warning' as const,
        message: t('shell:quit.inCall'),
        buttons: [t('shell:quit.stay'), t('shell:quit.leave')],
        defaultId: 0,
        cancelId: 0,
        noLink: true,
      };
      const window = options.window();
      const { response } = await (window ? dialog.showMessageBox(window, choice) : dialog.showMessageBox(choice));
      if (response === 0) return;
    }
    leaving = true;
    app.quit();
  }

  // The system's own end (log-off, a signal) does not ask.
  app.on('before-quit', () => (leaving = true));
  app.once('will-quit', (event) => {
    event.preventDefault();
    void options.finish().finally(() => app.exit(0));
  });

  return {
    ask,
    guardWindow(window) {
      window.on('close', (event) => {
        if (leaving) return;
        event.preventDefault();
        const view = options.view();
        if (view?.registered || isInCall(view)) window.hide();
        else void ask();
      });
    },
  };
}
