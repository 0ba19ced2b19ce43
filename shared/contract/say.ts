import { z } from 'zod';
import { instant, longText, shortText } from './base.ts';
import { REMOTE_PROGRAMS, SAYING_IDS } from '../regulation/sayings.ts';

export const sayingId = z.enum(SAYING_IDS);
/** The texts there are: one for each saying, and two more that «Вне компетенции» chooses by its item. */
export const SAY_TEXT_IDS = [...SAYING_IDS, 'out-of-scope-developers', 'out-of-scope-paid-update'] as const;
export const sayTextId = z.enum(SAY_TEXT_IDS);
export type SayTextId = z.infer<typeof sayTextId>;

const line = z.string().trim().min(1).max(120);
const words = z.string().trim().min(1).max(1_200);
const clause = z.string().regex(/^\d+(\.\d+){0,2}$/, { error: 'format' });
const address = shortText.trim().min(1);

/** What is said to the user: the clause, a title, the words to read out, and the address to name where there is one. */
export const sayText = z.strictObject({
  clause,
  title: z.strictObject({ ru: line, en: line }),
  words: z.strictObject({ ru: words, en: words }),
  address: address.optional(),
});
export type SayText = z.infer<typeof sayText>;

/** Every text of «Сказать пользователю»: the shape of shared/say/say-texts.json. */
export const sayTexts = z.record(sayTextId, sayText);
export type SayTexts = z.infer<typeof sayTexts>;

/** What an administrator says otherwise: of any text any part; what is left out stays as shipped. */
export const ownSayText = z.strictObject({
  clause: clause.optional(),
  title: z.strictObject({ ru: line, en: line }).partial().optional(),
  words: z.strictObject({ ru: words, en: words }).partial().optional(),
  address: address.optional(),
});
export const ownSayTexts = z.partialRecord(sayTextId, ownSayText);
export type OwnSayTexts = z.infer<typeof ownSayTexts>;

/** The texts in force as the console shows them, and what of the administrator's file could not be taken, each mistake with its path. */
export const sayTextsView = z.object({ texts: sayTexts, own: ownSayTexts, mistakes: z.array(longText) });
export type SayTextsView = z.infer<typeof sayTextsView>;

/** Something that was said in a consultation, kept with its time. */
export const said = z.object({
  at: instant,
  id: sayingId,
  /** The item of 3.2, what was asked for, the reason, the address: what the saying needs. */
  detail: longText,
  program: z.enum(REMOTE_PROGRAMS).nullable(),
});
export type Said = z.infer<typeof said>;
