import type { ConsultationView } from '../../../shared/contract/desk.ts';
import type { Card, CardPatch } from '../../../shared/contract/journal.ts';
import type { SavedState } from '../../ui/index.ts';
import { isPending, shownCard } from '../store/card-draft.ts';
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
    savedState: isPending(draft) ? (connected ? 'saving' : 'waiting') : 'saved',
  };
}
