import type { ConsultationView } from '../../../shared/contract/desk.ts';
import type { Card, CardPatch } from '../../../shared/contract/journal.ts';
import type { SavedState } from '../../ui/index.ts';
import { isPending, shownCard, tooLong, type CardDraft } from '../store/card-draft.ts';
import { useDesk, useDeskState } from '../store/context.tsx';

/** The card as the screen shows it, the writing of it, and whether what was typed is on disk. */
export function useCard({ id, card }: Pick<ConsultationView, 'id' | 'card'>): {
  card: Card;
  set: (patch: CardPatch) => void;
  savedState: SavedState;
} {
  const desk = useDesk();
  const draft = useDeskState(({ drafts }) => drafts[id]);
  const connected = useDeskState(({ connection }) => connection === 'up');
  return {
    card: shownCard(card, draft),
    set: (patch) => desk.drafts.type(id, patch),
    savedState: savedStateOf(draft, connected),
  };
}

function savedStateOf(draft: CardDraft | undefined, connected: boolean): SavedState {
  if (draft === undefined || !isPending(draft)) return 'saved';
  if (!connected) return 'waiting';
  return tooLong(draft).length > 0 ? 'tooLong' : 'saving';
}
