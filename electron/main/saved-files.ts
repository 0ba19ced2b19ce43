import { accessSync, constants, statfsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { DownloadItem, Session } from 'electron';
import type { SavedFile } from '../../shared/contract/saved-file.ts';

/** With less than this left a disk counts as full. */
const LEAST_FREE_BYTES = 1_000_000;

/** Tells a page what became of each file it gave away to be saved, by the file's address. */
export function tellOfSavedFiles(session: Session): void {
  session.on('will-download', (_event, item, page) => {
    item.once('done', (_done, state) => {
      if (!page.isDestroyed()) page.send('line15:saved', item.getURL(), outcomeOf(item, state));
    });
  });
}

type Saving = Pick<DownloadItem, 'getSavePath'>;

/** What became of it; Chromium says that a file was not written, not why: its folder and disk are looked at. */
export function outcomeOf(item: Saving, state: 'completed' | 'cancelled' | 'interrupted'): SavedFile {
  if (state === 'completed') return 'saved';
  return state === 'cancelled' ? 'cancelled' : whyNotIn(dirname(item.getSavePath()));
}

function whyNotIn(folder: string): SavedFile {
  try {
    if (!statSync(folder).isDirectory()) return 'folder-gone';
    accessSync(folder, constants.W_OK);
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize < LEAST_FREE_BYTES ? 'disk-full' : 'not-written';
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ENOENT' ? 'folder-gone' : 'folder-closed';
  }
}
