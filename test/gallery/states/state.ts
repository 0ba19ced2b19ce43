import type { Handlers } from '../../../shared/contract/rpc.ts';
import type { DeskApi, DeskSnapshot } from '../../../shared/contract/desk.ts';
import type { SayingId } from '../../../shared/regulation/sayings.ts';
import type { CallWarning } from '../../../renderer/console/events/call-warning.ts';
import type { Drafts } from '../../../renderer/console/store/draft-keeper.ts';
import type { Section } from '../../../renderer/console/store/place.ts';

/** One picture of the gallery: what the desk says, and how this window stands to it. */
export interface GalleryState {
  /** null: the desk has not answered yet. */
  snapshot: DeskSnapshot | null;
  section?: Section;
  /** The accessible name of the part that is brought into sight. */
  scrollTo?: string;
  /** «Перевести» was opened. */
  transfer?: true;
  /** «Что можно сделать сейчас» was asked. */
  help?: true;
  /** «Сказать пользователю» was opened with these words. */
  saying?: SayingId;
  /** «Начать смену» or «Закончить смену» was opened. */
  shift?: 'begin' | 'finish';
  /** What speaks against the call just asked for. */
  callWarning?: CallWarning;
  /** The button that was pressed, by its name, and the keys that were. */
  press?: string;
  keys?: readonly string[];
  elsewhere?: { inCall: boolean };
  /** What a reloaded page finds typed before. */
  drafts?: Drafts;
  /** What stands in «Набрать номер». */
  typed?: string;
  /** Fields by their accessible names, filled and left. */
  filled?: Readonly<Record<string, string>>;
  /** The channel went away after the first snapshot. */
  away?: true;
  /** What the desk answers where it is asked; the rest is answered by success. */
  answers?: Partial<Handlers<DeskApi>>;
}
