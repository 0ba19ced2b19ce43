import type { App } from 'electron';
import { isOurs } from './origin.ts';

/**
 * Pages stay where they are: no window opens another, none leaves for another address, none embeds a webview. Holds for every web contents
 * there will ever be.
 * @param report told what was refused
 */
export function forbidNavigation(app: App, report: (what: string, address: string) => void): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event, address) => {
      // A reload is a navigation to the page's own address.
      if (isOurs(address) && address === contents.getURL()) return;
      event.preventDefault();
      report('navigation-refused', address);
    });
    contents.on('will-redirect', (event, address) => {
      event.preventDefault();
      report('redirect-refused', address);
    });
    contents.on('will-attach-webview', (event, _preferences, parameters) => {
      event.preventDefault();
      report('webview-refused', parameters['src'] ?? '');
    });
    contents.setWindowOpenHandler(({ url }) => {
      report('window-refused', url);
      return { action: 'deny' };
    });
  });
}
