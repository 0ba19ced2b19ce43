import * as z from 'zod/mini';
import { savedFile, type SavedFile } from '../../shared/contract/saved-file.ts';
import { isElectron } from './host.ts';

const fromPreload = z.object({ line15: z.literal('saved'), address: z.string(), outcome: savedFile });

/** A browser has it from here on, and does not say what becomes of it: this long it may ask for a place. */
const KEPT_MS = 60_000;

/**
 * Gives a file away to be saved under this name, or where the consultant says. Resolves with what became of it: Electron tells it, when its
 * dialog is answered; a browser only takes it (`handed-over`).
 */
export function saveFile(file: Blob, name: string): Promise<SavedFile | 'handed-over'> {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  const told = isElectron() ? toldOf(link.href) : Promise.resolve('handed-over' as const);
  link.click();
  void told.then(() => setTimeout(() => URL.revokeObjectURL(link.href), KEPT_MS));
  return told;
}

function toldOf(address: string): Promise<SavedFile> {
  return new Promise((resolve) => {
    const onPreload = (event: MessageEvent<unknown>) => {
      if (event.source !== window || event.origin !== location.origin) return;
      const message = fromPreload.safeParse(event.data);
      if (!message.success || message.data.address !== address) return;
      window.removeEventListener('message', onPreload);
      resolve(message.data.outcome);
    };
    window.addEventListener('message', onPreload);
  });
}
