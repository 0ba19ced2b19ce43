import { z } from 'zod';
import { cardPatch, type Card, type CardPatch } from '../../../shared/contract/journal.ts';

/**
 * What was typed into one consultation's card and is not yet known to be on disk. Each entry of a field gets the writer's next edit number;
 * a field leaves the draft once the desk's `savedEdit` has caught up with it. Until then the screen shows the draft, not the snapshot.
 */
export const cardDraft = z.object({
  patch: cardPatch,
  /** The edit that last wrote each field of the patch. */
  edits: z.partialRecord(z.string(), z.number().int()),
  lastEdit: z.number().int(),
});
export type CardDraft = z.infer<typeof cardDraft>;

/** A draft that holds nothing; its numbers go on after the last edit the desk has. */
export const emptyDraft = (savedEdit: number): CardDraft => ({ patch: {}, edits: {}, lastEdit: savedEdit });

/** Whether something typed still waits for the disk. */
export const isPending = (draft: CardDraft | undefined): boolean =>
  draft !== undefined && Object.keys(draft.edits).length > 0;

/** Writes fields into the draft under the next edit number, above all the desk has seen. */
export function typed(draft: CardDraft, patch: CardPatch, savedEdit: number): CardDraft {
  const edit = Math.max(draft.lastEdit, savedEdit) + 1;
  const edits = { ...draft.edits };
  for (const field of Object.keys(patch)) edits[field] = edit;
  return { patch: { ...draft.patch, ...patch }, edits, lastEdit: edit };
}

/** Takes out of the draft what is on disk: every field last written by an edit up to `savedEdit`. */
export function saved(draft: CardDraft, savedEdit: number): CardDraft {
  const waiting = Object.entries(draft.edits).filter(([, edit]) => edit !== undefined && edit > savedEdit);
  if (waiting.length === Object.keys(draft.edits).length) return draft;
  const kept = new Set(waiting.map(([field]) => field));
  const patch: CardPatch = Object.fromEntries(Object.entries(draft.patch).filter(([field]) => kept.has(field)));
  return { ...draft, patch, edits: Object.fromEntries(waiting) };
}

/** The card as the screen shows it: the desk's, with what is typed and not yet saved over it. */
export const shownCard = (card: Card, draft: CardDraft | undefined): Card =>
  draft === undefined ? card : { ...card, ...draft.patch };
