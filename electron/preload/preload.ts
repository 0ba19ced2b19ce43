/**
 * The preload of every window: passes the message port to the desk into the page, and nothing else. No Node, no ipcRenderer, no function of
 * ours reaches the page; what it may say is that it wants its channel.
 */
import { ipcRenderer } from 'electron';

/** The page's window, as much of it as is used here. */
declare const window: {
  addEventListener(type: 'message', handler: (event: { source: unknown; origin: string; data: unknown }) => void): void;
  postMessage(message: unknown, origin: string, ports?: readonly unknown[]): void;
};

const ORIGIN = 'app://line15';

window.addEventListener('message', ({ source, origin, data }) => {
  if (source !== window || origin !== ORIGIN || typeof data !== 'object' || data === null) return;
  if (!('line15' in data) || data.line15 !== 'connect' || !('request' in data)) return;
  ipcRenderer.send('line15:connect', Number(data.request));
});

ipcRenderer.on('line15:connected', ({ ports }, request: number) => {
  window.postMessage({ line15: 'connected', request }, ORIGIN, ports);
});
ipcRenderer.on('line15:closed', (_event, request: number) => {
  window.postMessage({ line15: 'closed', request }, ORIGIN);
});
