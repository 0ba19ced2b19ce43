import type { GalleryState } from './state.ts';
import { FRAME, WORKPLACE } from './workplace.ts';

/** Every picture of the gallery, by name. */
export const STATES: Readonly<Record<string, GalleryState>> = { ...WORKPLACE, ...FRAME };
