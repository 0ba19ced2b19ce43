import { useState } from 'react';
import type { ConsultationView } from '../../../shared/contract/desk.ts';
import type { SayText } from '../../../shared/contract/say.ts';
import {
  followsFromSaying,
  isWhole,
  REMOTE_PROGRAMS,
  SAYINGS,
  type RemoteProgram,
  type SayingId,
  type SayingPatch,
} from '../../../shared/regulation/sayings.ts';
import { useCard } from '../card/use-card.ts';
import { useDesk, usePlace } from '../store/context.tsx';
import { textIdOf, useSayTexts } from './say-words.ts';

/** One saying on its way: its words, what is written down with it, what will follow. */
export interface SayingForm {
  readonly id: SayingId;
  readonly text: SayText;
  readonly detail: string;
  readonly program: RemoteProgram;
  /** What taking it will change on the card. */
  readonly follows: SayingPatch;
  /** Something needed is not there, and it was asked for. */
  readonly lacks: boolean;
  setDetail(detail: string): void;
  setProgram(program: RemoteProgram): void;
  /** It was said: kept, and the panel closes, the undo is offered; with something missing it stays. */
  take(): Promise<void>;
}

/** The state of the panel for one saying. What is being typed into the card goes first, so that it cannot overwrite what follows. */
export function useSaying(id: SayingId, consultation: ConsultationView): SayingForm {
  const desk = useDesk();
  const place = usePlace();
  const texts = useSayTexts();
  const { card } = useCard(consultation);
  const [detail, setDetail] = useState(SAYINGS[id].needs === 'item' ? (card.outOfScope ?? '') : '');
  const [program, setProgram] = useState<RemoteProgram>(REMOTE_PROGRAMS[0]);
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const text = texts(textIdOf(id, detail));
  const lacking = !isWhole(id, detail);

  const take = async () => {
    setAsked(true);
    if (lacking || busy) return;
    setBusy(true);
    await desk.drafts.flush();
    const wording = { id, detail: detail.trim(), program: id === 'remote-connection' ? program : null };
    const outcome = await desk.act('say', { consultationId: consultation.id, ...wording });
    setBusy(false);
    if (!outcome.ok) return;
    place.closeSaying();
  };
  return {
    id,
    text,
    detail,
    program,
    follows: followsFromSaying(id, detail, card),
    lacks: asked && lacking,
    setDetail,
    setProgram,
    take,
  };
}
