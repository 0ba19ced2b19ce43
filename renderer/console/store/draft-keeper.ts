import { z } from 'zod';
import type { Outcome } from '../../../shared/contract/base.ts';
import type { CardPatch } from '../../../shared/contract/journal.ts';
import { cardDraft, emptyDraft, isPending, saved, sendable, typed, wordsOf, type CardDraft } from './card-draft.ts';

/** What the keeper needs: the desk's ear, a place that survives a reload, a timer, and somebody to tell. */
export interface DraftPorts {
  send(consultationId: string, patch: CardPatch, edit: number): Promise<Outcome<{ edit: number }>>;
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  later(run: () => void, inMs: number): void;
  changed(drafts: Drafts): void;
  failed(outcome: Outcome<never> & { ok: false }): void;
}

export type Drafts = Readonly<Record<string, CardDraft>>;

/** Keeps what is typed until it is on disk. */
export interface DraftKeeper {
  /** Writes fields of a card; sent within a quarter of a second, one message at a time. */
  type(consultationId: string, patch: CardPatch): void;
  /** The desk's word in a snapshot: edits up to this one are on disk. Its answer to a message says the same of a card no snapshot shows. */
  saved(consultationId: string, savedEdit: number): void;
  /** Sends everything that waits, now; resolves when the desk has answered. Used before closing and at a reconnect. */
  flush(): Promise<void>;
  /** Forgets what the desk refused for good. */
  drop(consultationId: string): void;
  drafts(): Drafts;
}

/** What the desk answers when a card takes no more words, ever. */
const REFUSED_FOR_GOOD: readonly string[] = ['already-closed', 'no-consultation'];

/** Where drafts wait for a reload, as JSON of `Drafts`. */
export const DRAFTS_KEY = 'line15.drafts';
const SEND_AFTER_MS = 250;

/** Makes the keeper, with the drafts a reloaded page left behind. */
export function createDraftKeeper(ports: DraftPorts): DraftKeeper {
  let drafts = restored(ports.storage);
  const savedEdits = new Map<string, number>();
  const sentEdits = new Map<string, number>();
  const sending = new Map<string, Promise<void>>();
  let scheduled = false;

  const set = (consultationId: string, draft: CardDraft): void => {
    if (drafts[consultationId] === draft) return;
    const { [consultationId]: _before, ...others } = drafts;
    drafts = isPending(draft) ? { ...others, [consultationId]: draft } : others;
    keep(ports.storage, drafts);
    ports.changed(drafts);
  };

  const onDisk = (consultationId: string, savedEdit: number): void => {
    savedEdits.set(consultationId, savedEdit);
    const draft = drafts[consultationId];
    if (draft) set(consultationId, saved(draft, savedEdit));
  };

  /** A closed card takes nothing: its words leave the queue and stay to be copied. A choice without words says nothing to anybody. */
  const refuse = (consultationId: string, outcome: Outcome<never> & { ok: false }): void => {
    const draft = drafts[consultationId];
    if (draft === undefined) return;
    if (wordsOf(draft) !== '') return set(consultationId, { ...draft, refused: true });
    ports.failed(outcome);
    set(consultationId, emptyDraft(draft.lastEdit));
  };

  const sendOne = async (consultationId: string): Promise<void> => {
    for (;;) {
      const draft = drafts[consultationId];
      const patch = draft === undefined ? null : sendable(draft);
      if (!draft || patch === null || (sentEdits.get(consultationId) ?? 0) >= draft.lastEdit) return;
      sentEdits.set(consultationId, draft.lastEdit);
      const outcome = await ports.send(consultationId, patch, draft.lastEdit);
      if (outcome.ok) {
        // Answered after the commit; the only word there is for a card that has left the workplace.
        onDisk(consultationId, Math.max(outcome.value.edit, savedEdits.get(consultationId) ?? 0));
        continue;
      }
      sentEdits.delete(consultationId);
      if (REFUSED_FOR_GOOD.includes(outcome.error.code)) refuse(consultationId, outcome);
      else if (outcome.error.code !== 'disconnected') ports.failed(outcome);
      return;
    }
  };
  const send = (consultationId: string): Promise<void> => {
    const running = sending.get(consultationId);
    if (running) return running;
    const started = sendOne(consultationId).finally(() => sending.delete(consultationId));
    sending.set(consultationId, started);
    return started;
  };
  const sendAll = async (): Promise<void> => {
    await Promise.all(Object.keys(drafts).map(send));
  };
  const sendSoon = (): void => {
    if (scheduled) return;
    scheduled = true;
    ports.later(() => {
      scheduled = false;
      void sendAll();
    }, SEND_AFTER_MS);
  };

  return {
    type(consultationId, patch) {
      const known = savedEdits.get(consultationId) ?? 0;
      set(consultationId, typed(drafts[consultationId] ?? emptyDraft(known), patch, lastKnown(consultationId)));
      sendSoon();
    },
    saved(consultationId, savedEdit) {
      onDisk(consultationId, savedEdit);
      const draft = drafts[consultationId];
      if (draft?.refused !== true) return;
      // The desk shows the card once more: its closing was undone.
      set(consultationId, { ...draft, refused: false });
      sendSoon();
    },
    async flush() {
      await sendAll();
      await sendAll();
    },
    drop(consultationId) {
      const draft = drafts[consultationId];
      if (draft?.refused === true) set(consultationId, emptyDraft(draft.lastEdit));
    },
    drafts: () => drafts,
  };

  /** Numbers must grow even after a draft was saved and forgotten. */
  function lastKnown(consultationId: string): number {
    return Math.max(savedEdits.get(consultationId) ?? 0, sentEdits.get(consultationId) ?? 0);
  }
}

function keep(storage: DraftPorts['storage'], drafts: Drafts): void {
  if (Object.keys(drafts).length === 0) return storage.removeItem(DRAFTS_KEY);
  try {
    storage.setItem(DRAFTS_KEY, JSON.stringify(drafts));
  } catch {
    // Full: what is typed stays on the screen and is sent to the desk; only a reload would miss it.
  }
}

/** Each draft by itself: one that cannot be read takes no other along. */
function restored(storage: DraftPorts['storage']): Drafts {
  const kept = z.record(z.string(), z.unknown()).safeParse(parsedJson(storage.getItem(DRAFTS_KEY)));
  if (!kept.success) return {};
  return Object.fromEntries(
    Object.entries(kept.data).flatMap(([consultationId, draft]) => {
      const parsed = cardDraft.safeParse(draft);
      return parsed.success ? [[consultationId, parsed.data]] : [];
    }),
  );
}

function parsedJson(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}
