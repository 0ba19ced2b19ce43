import { z } from 'zod';
import { id, shortText } from './base.ts';
import { desktopSettings, desktopState, LONGEST_LINK } from './desktop.ts';
import { language } from './settings.ts';

/** What Electron's main process needs to know of the business: the tray's state and an incoming call to announce. */
export const shellView = z.object({
  mode: z.enum(['training', 'work']),
  activity: z.enum(['idle', 'ringing', 'dialling', 'talking', 'wrap-up']),
  ready: z.boolean(),
  registered: z.boolean(),
  ringing: z.object({ callId: id, title: shortText, body: shortText }).nullable(),
  desktop: desktopSettings,
  /** The console's: what stands outside of its window speaks it too. */
  language,
});
export type ShellView = z.infer<typeof shellView>;

/** The shell's API: the service answers, main asks. */
export const shellApi = {
  methods: {
    view: { args: z.object({}), result: shellView },
    power: { args: z.object({ event: z.enum(['suspend', 'resume']) }), result: z.null() },
    /** The notification's own actions. */
    answer: { args: z.object({ callId: id }), result: z.null() },
    decline: { args: z.object({ callId: id }), result: z.null() },
    /** The global key: ends the present call; one that rings is none yet. */
    end: { args: z.object({}), result: z.null() },
    /** What became of the desktop's settings here. */
    desktop: { args: desktopState, result: z.null() },
    /** A `tel:`, `sip:` or `callto:` link was opened: its number goes into «Набрать номер». */
    openLink: { args: z.object({ link: z.string().max(LONGEST_LINK + 1) }), result: z.null() },
    /** Answers `seal`/`unseal` requests of the service, which cannot reach the system's key store itself. */
    sealed: { args: z.object({ requestId: z.number().int(), text: z.string().nullable() }), result: z.null() },
  },
  events: {
    view: shellView,
    /** The console is to come forward. */
    show: z.object({}),
    /** text null in the answer: the system has no key store worth the name. */
    seal: z.object({ requestId: z.number().int(), text: z.string() }),
    unseal: z.object({ requestId: z.number().int(), text: z.string() }),
  },
};
export type ShellApi = typeof shellApi;
