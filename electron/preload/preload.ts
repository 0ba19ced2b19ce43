/**
 * The preload of every window: passes the message port to the desk into the page, and what became of a file it gave away. No Node, no
 * ipcRenderer, no function of ours reaches the page; what it may say is that it wants its channel, and where «Мини-окно» is drawn by the hand.
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
  if (!('line15' in data)) return;
  if (data.line15 === 'connect' && 'request' in data) ipcRenderer.send('line15:connect', Number(data.request));
  // Main listens to the mini window's alone.
  if (data.line15 === 'move' && 'x' in data && 'y' in data)
    ipcRenderer.send('line15:move', Number(data.x), Number(data.y));
});

ipcRenderer.on('line15:connected', ({ ports }, request: number) => {
  window.postMessage({ line15: 'connected', request }, ORIGIN, ports);
});
ipcRenderer.on('line15:closed', (_event, request: number) => {
  window.postMessage({ line15: 'closed', request }, ORIGIN);
});
ipcRenderer.on('line15:saved', (_event, address: string, outcome: string) => {
  window.postMessage({ line15: 'saved', address, outcome }, ORIGIN);
});
