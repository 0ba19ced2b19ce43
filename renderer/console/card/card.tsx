import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConsultationView } from '../../../shared/contract/desk.ts';
import { Candidates } from './candidates.tsx';
import classes from './card.module.css';
import { ClosingWays } from './closing-ways.tsx';
import { Choices } from './choices.tsx';
import { Entitlement } from './entitlement.tsx';
import { Facts } from './facts.tsx';
import { focusCardSearch, mayMoveFocus } from './focus.ts';
import { Search } from './search.tsx';

/** The card beside the call, from the first second of talking until closing. The search gets the focus unless somebody types. */
export function Card({ consultation }: { consultation: ConsultationView }) {
  const { t } = useTranslation('card');
  useEffect(() => {
    if (mayMoveFocus()) focusCardSearch();
  }, []);
  return (
    <>
      <header className={classes.head}>
        <h2>{t(consultation.direction === 'outgoing' ? 'titleOutgoing' : 'title')}</h2>
        <span className="num small dim">{t('inquiry', { inquiry: consultation.inquiry })}</span>
      </header>
      <Search consultation={consultation} />
      {consultation.card.confirmedEntryId === null && <Candidates consultation={consultation} />}
      <Facts consultation={consultation} />
      <ClosingWays consultation={consultation} />
      <Entitlement consultation={consultation} />
      <Choices consultation={consultation} />
    </>
  );
}
