import { useTranslation } from 'react-i18next';
import type { ConsultationView } from '../../../shared/contract/desk.ts';
import { OUT_OF_SCOPE, OUTCOMES, TOPICS } from '../../../shared/regulation/lists.ts';
import { DigitSelect } from '../../ui/digit-select.tsx';
import classes from './card.module.css';
import { cardFieldId } from './focus.ts';
import { useCard } from './use-card.ts';
import { useMissing } from './use-missing.ts';

/** «Тема» and «Результат»: closed lists, chosen by digit; with «Вне компетенции» the item of 3.2 too. */
export function Choices({ consultation }: { consultation: ConsultationView }) {
  const { t } = useTranslation('card');
  const { card, set } = useCard(consultation);
  const missing = useMissing(consultation);
  return (
    <>
      <div className={classes.two}>
        <DigitSelect
          id={cardFieldId('topic')}
          label={t('topic')}
          placeholder={t('chooseByDigit')}
          items={TOPICS}
          withClause
          value={card.topic}
          missing={missing('topic')}
          onPick={(topic) => set({ topic })}
        />
        <DigitSelect
          id={cardFieldId('outcome')}
          label={t('outcome')}
          placeholder={t('chooseByDigit')}
          items={OUTCOMES}
          value={card.outcome}
          missing={missing('outcome')}
          onPick={(outcome) => set({ outcome })}
        />
      </div>
      {card.outcome === 'out-of-scope' && (
        <DigitSelect
          id={cardFieldId('outOfScope')}
          label={t('outOfScope')}
          placeholder={t('choose')}
          items={OUT_OF_SCOPE}
          value={card.outOfScope}
          missing={missing('outOfScope')}
          onPick={(outOfScope) => set({ outOfScope })}
        />
      )}
    </>
  );
}
