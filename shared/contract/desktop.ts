import { z } from 'zod';
import { shortText } from './base.ts';

/** What of the desktop around the console the consultant has switched on; Electron only. */
export const desktopSettings = z.strictObject({
  /** «Мини-окно» while the console is behind other windows. */
  miniWindow: z.boolean().default(true),
  /** Answer and hang-up while another program has the focus. */
  globalKeys: z.boolean().default(false),
  /** This program opens `tel:`, `sip:` and `callto:` links. */
  phoneLinks: z.boolean().default(false),
});
export type DesktopSettings = z.infer<typeof desktopSettings>;

/** The two global keys, by what they do. */
export const globalKey = z.enum(['answer', 'end']);
export type GlobalKey = z.infer<typeof globalKey>;

/** What became of those settings on this computer, told by the shell: the system may refuse each. */
export const desktopState = z.object({
  /** Keys another program has taken. */
  refusedKeys: z.array(globalKey),
  /** refused: the system gives no links to this program, however it was asked. */
  phoneLinks: z.enum(['off', 'on', 'refused']),
});
export type DesktopState = z.infer<typeof desktopState>;

/** A link as it may come from a browser or 1C; longer ones are cut, and no number is so long. */
export const LONGEST_LINK = 300;

/** What is wrong with a link that names no number to dial. */
export const linkProblem = z.enum(['scheme', 'empty', 'not-a-number', 'too-long', 'broken']);
export type LinkProblem = z.infer<typeof linkProblem>;

/** What the console is asked to show, by the mini window or by a link. Nothing is dialled by it. */
export const openRequest = z.discriminatedUnion('kind', [
  /** The booking form, filled with what is known of the present conversation. */
  z.object({ kind: z.literal('booking') }),
  z.object({ kind: z.literal('dial'), number: shortText.min(1), link: shortText }),
  z.object({ kind: z.literal('bad-link'), link: shortText, problem: linkProblem }),
]);
export type OpenRequest = z.infer<typeof openRequest>;
