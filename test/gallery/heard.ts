import type { Channel } from '../../shared/contract/rpc.ts';

declare global {
  interface Window {
    /** For the tests: what the page asked of its desk or line and was told by it, another state or language without a reload. */
    gallery: { calls: unknown[]; told: unknown[]; show(state: string): void; speak(language: 'ru' | 'en'): void };
  }
}
window.gallery = { calls: [], told: [], show: () => undefined, speak: () => undefined };

/** The far end of a page's channel, with every message written down, from the page and to it. */
export const heard = (channel: Channel): Channel => ({
  ...channel,
  send(message) {
    window.gallery.told.push(message);
    channel.send(message);
  },
  onMessage: (handler) =>
    channel.onMessage((message) => {
      window.gallery.calls.push(message);
      handler(message);
    }),
});
