import { useTranslation } from 'react-i18next';
import type { ConsultationView } from '../../../shared/contract/desk.ts';
import type { CardPatch } from '../../../shared/contract/journal.ts';
import { whatIsMissing } from '../../../shared/regulation/closing.ts';
import { OUT_OF_SCOPE, OUTCOMES, TOPICS } from '../../../shared/regulation/lists.ts';
import { DigitSelect } from '../../ui/digit-select.tsx';
import classes from './card.module.css';
import { cardFieldId, focusCardField } from './focus.ts';
import { SayButton } from '../say/say-button.tsx';
import { useCard } from './use-card.ts';
import { useMissing } from './use-missing.ts';

const CHOICES: ReadonlySet<string> = new Set(['topic', 'outcome', 'outOfScope']);

/** «Тема» and «Результат»: closed lists, chosen by digit; with «Вне компетенции» the item of 3.2 too. */
export function Choices({ consultation }: { consultation: ConsultationView }) {
  const { t } = useTranslation('card');
  const { card, set } = useCard(consultation);
  const missing = useMissing(consultation);
  /** After a choice the next one that is still open is where the cursor goes: two digits in a row do. */
  const choose = (patch: CardPatch) => {
    set(patch);
    const next = whatIsMissing({ ...card, ...patch }).find(({ field }) => CHOICES.has(field));
    // Once React has drawn it: the item of 3.2 comes with its outcome.
    if (next !== undefined && !Object.values(patch).includes(null)) setTimeout(() => focusCardField(next.field), 0);
  };
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
          onPick={(topic) => choose({ topic })}
        />
        <DigitSelect
          id={cardFieldId('outcome')}
          label={t('outcome')}
          placeholder={t('chooseByDigit')}
          items={OUTCOMES}
          value={card.outcome}
          missing={missing('outcome')}
          onPick={(outcome) => choose({ outcome })}
        />
      </div>
      {card.topic === 'wish' && (
        <div>
          <SayButton id="ask-for-letter" />
        </div>
      )}
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
