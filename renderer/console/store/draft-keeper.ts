import { z } from 'zod';
import type { Outcome } from '../../../shared/contract/base.ts';
import type { CardPatch } from '../../../shared/contract/journal.ts';
import { cardDraft, emptyDraft, isPending, saved, typed, type CardDraft } from './card-draft.ts';

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
  drafts(): Drafts;
}

const STORAGE_KEY = 'line15.drafts';
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
    if (Object.keys(drafts).length === 0) ports.storage.removeItem(STORAGE_KEY);
    else ports.storage.setItem(STORAGE_KEY, JSON.stringify(drafts));
    ports.changed(drafts);
  };

  const onDisk = (consultationId: string, savedEdit: number): void => {
    savedEdits.set(consultationId, savedEdit);
    const draft = drafts[consultationId];
    if (draft) set(consultationId, saved(draft, savedEdit));
  };

  const sendOne = async (consultationId: string): Promise<void> => {
    for (;;) {
      const draft = drafts[consultationId];
      if (!draft || (sentEdits.get(consultationId) ?? 0) >= draft.lastEdit) return;
      sentEdits.set(consultationId, draft.lastEdit);
      const outcome = await ports.send(consultationId, draft.patch, draft.lastEdit);
      if (outcome.ok) {
        // Answered after the commit; the only word there is for a card that has left the workplace.
        onDisk(consultationId, Math.max(outcome.value.edit, savedEdits.get(consultationId) ?? 0));
        continue;
      }
      sentEdits.delete(consultationId);
      if (outcome.error.code !== 'disconnected') ports.failed(outcome);
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

  return {
    type(consultationId, patch) {
      const known = savedEdits.get(consultationId) ?? 0;
      set(consultationId, typed(drafts[consultationId] ?? emptyDraft(known), patch, lastKnown(consultationId)));
      if (scheduled) return;
      scheduled = true;
      ports.later(() => {
        scheduled = false;
        void sendAll();
      }, SEND_AFTER_MS);
    },
    saved: onDisk,
    async flush() {
      await sendAll();
      await sendAll();
    },
    drafts: () => drafts,
  };

  /** Numbers must grow even after a draft was saved and forgotten. */
  function lastKnown(consultationId: string): number {
    return Math.max(savedEdits.get(consultationId) ?? 0, sentEdits.get(consultationId) ?? 0);
  }
}

function restored(storage: DraftPorts['storage']): Drafts {
  const text = storage.getItem(STORAGE_KEY);
  if (text === null) return {};
  try {
    const parsed = z.record(z.string(), cardDraft).safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : {};
  } catch {
    return {};
  }
}
