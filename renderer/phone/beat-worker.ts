import type { Wait } from './on-time.ts';

/** Says a number again when its time has come. */
addEventListener('message', ({ data: { id, ms } }: MessageEvent<Wait>) => setTimeout(() => postMessage(id), ms));
