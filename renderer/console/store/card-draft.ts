import { z } from 'zod';
import {
  card,
  cardText,
  cardTextLimit,
  type Card,
  type CardPatch,
  type CardText,
} from '../../../shared/contract/journal.ts';

/** A text as it is typed; it may be longer than what can be saved, and is kept all the same. */
const typedText = z.string();
const typedPatch = card
  .extend({
    registrationNumber: typedText,
    organisation: typedText,
    configuration: typedText,
    release: typedText,
    inn: typedText,
    contact: typedText,
    phone: typedText,
    city: typedText,
    comment: typedText,
  })
  .partial();

/**
 * What was typed into one consultation's card and is not yet known to be on disk. Each entry of a field gets the writer's next edit number;
 * a field leaves the draft once the desk's `savedEdit` has caught up with it. Until then the screen shows the draft, not the snapshot.
 */
export const cardDraft = z.object({
  patch: typedPatch,
  /** The edit that last wrote each field of the patch. */
  edits: z.partialRecord(z.string(), z.number().int()),
  lastEdit: z.number().int(),
  /** The desk takes it no more: the consultation is closed. Kept for the consultant to copy. */
  refused: z.boolean().default(false),
});
export type CardDraft = z.infer<typeof cardDraft>;

/** A draft that holds nothing; its numbers go on after the last edit the desk has. */
export const emptyDraft = (savedEdit: number): CardDraft => ({
  patch: {},
  edits: {},
  lastEdit: savedEdit,
  refused: false,
});

/** Whether something typed still waits for the disk. */
export const isPending = (draft: CardDraft | undefined): boolean =>
  draft !== undefined && Object.keys(draft.edits).length > 0;

/** Writes fields into the draft under the next edit number, above all the desk has seen. */
export function typed(draft: CardDraft, patch: CardPatch, savedEdit: number): CardDraft {
  const edit = Math.max(draft.lastEdit, savedEdit) + 1;
  const edits = { ...draft.edits };
  for (const field of Object.keys(patch)) edits[field] = edit;
  return { patch: { ...draft.patch, ...patch }, edits, lastEdit: edit, refused: false };
}

/** The fields of a draft that are too long to be saved. */
export const tooLong = ({ patch }: Pick<CardDraft, 'patch'>): CardText[] =>
  cardText.options.filter((field) => (patch[field]?.length ?? 0) > cardTextLimit(field));

/**
 * What of a draft can be sent; null: nothing. A text too long waits by itself, so that the other fields are saved; where nothing else was typed,
 * an empty patch tells the desk that somebody types.
 */
export function sendable(draft: CardDraft): CardPatch | null {
  const held: readonly string[] = tooLong(draft);
  const fields = Object.entries(draft.patch).filter(([field]) => !held.includes(field));
  return draft.refused || !isPending(draft) ? null : Object.fromEntries(fields);
}

/** Takes out of the draft what is on disk: every field that was sent and last written by an edit up to `savedEdit`. */
export function saved(draft: CardDraft, savedEdit: number): CardDraft {
  const held: readonly string[] = tooLong(draft);
  const waiting = Object.entries(draft.edits).filter(
    ([field, edit]) => edit !== undefined && (edit > savedEdit || held.includes(field)),
  );
  if (waiting.length === Object.keys(draft.edits).length) return draft;
  const kept = new Set(waiting.map(([field]) => field));
  const patch: CardPatch = Object.fromEntries(Object.entries(draft.patch).filter(([field]) => kept.has(field)));
  return { ...draft, patch, edits: Object.fromEntries(waiting) };
}

/** The words of a draft, as they would be copied elsewhere: the comment last. */
export const wordsOf = ({ patch }: CardDraft): string =>
  cardText.options.flatMap((field) => patch[field]?.trim() || []).join('\n');

/** The card as the screen shows it: the desk's, with what is typed and not yet saved over it. */
export const shownCard = (card: Card, draft: CardDraft | undefined): Card =>
  draft === undefined ? card : { ...card, ...draft.patch };
