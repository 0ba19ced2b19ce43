import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConsultationView } from '../../../shared/contract/desk.ts';
import { whatIsMissing } from '../../../shared/regulation/closing.ts';
import { Candidates } from './candidates.tsx';
import classes from './card.module.css';
import { ClosingWays } from './closing-ways.tsx';
import { Choices } from './choices.tsx';
import { Entitlement } from './entitlement.tsx';
import { Facts } from './facts.tsx';
import { focusCardSearch, mayMoveFocus } from './focus.ts';
import { FoldedLine } from './folded-line.tsx';
import { Search } from './search.tsx';
import { useCard } from './use-card.ts';
import { useFold } from './use-fold.ts';

/** The card beside the call, from the first second of talking until closing. The search gets the focus unless somebody types. */
export function Card({ consultation }: { consultation: ConsultationView }) {
  const { t } = useTranslation('card');
  const { card } = useCard(consultation);
  const complete = whatIsMissing(card).length === 0;
  const fold = useFold(complete);
  const [wasComplete] = useState(complete);
  useEffect(() => {
    if (!wasComplete && mayMoveFocus()) focusCardSearch();
  }, [wasComplete]);
  return (
    <>
      <header className={classes.head}>
        <h2>{t(consultation.direction === 'outgoing' ? 'titleOutgoing' : 'title')}</h2>
        <span className="num small dim">{t('inquiry', { inquiry: consultation.inquiry })}</span>
      </header>
      {complete && <FoldedLine card={card} folded={fold.folded} onToggle={fold.toggle} />}
      {fold.folded && <Entitlement consultation={consultation} />}
      <div ref={fold.fields} className={classes.fields} hidden={fold.folded}>
        <Search consultation={consultation} />
        {consultation.card.confirmedEntryId === null && <Candidates consultation={consultation} />}
        <Facts consultation={consultation} />
        <ClosingWays consultation={consultation} />
        {!fold.folded && <Entitlement consultation={consultation} />}
        <Choices consultation={consultation} />
      </div>
    </>
  );
}
