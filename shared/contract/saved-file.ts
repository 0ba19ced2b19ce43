import * as z from 'zod/mini';

/**
 * What became of a file that a page gave away to be saved; Electron's main process knows it. `cancelled`: no place was chosen. The rest: why
 * it was not written.
 */
export const savedFile = z.enum(['saved', 'cancelled', 'folder-gone', 'folder-closed', 'disk-full', 'not-written']);
export type SavedFile = z.infer<typeof savedFile>;
