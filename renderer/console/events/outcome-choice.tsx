import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { EVENT_OUTCOMES, type EventOutcomeId } from '../../../shared/regulation/lists.ts';
import { cx, KeyHint, useListText } from '../../ui/index.ts';
import classes from './events.module.css';

/** The closed list of outcomes: by digit or by press; each says whether the event is done with it. */
export function OutcomeChoice(props: {
  value: EventOutcomeId | null;
  /** Closed as unreached only after attempts on three working days, 4.2. */
  mayGiveUp: boolean;
  onChange: (outcome: EventOutcomeId) => void;
}) {
  const { t } = useTranslation('events');
  const listText = useListText();
  const name = useId();
  return (
    <fieldset className={classes.choices}>
      <legend className="unseen">{t('outcomeForm.title')}</legend>
      {EVENT_OUTCOMES.map(({ id, text, digit, closes }, index) => {
        const tooEarly = id === 'gave-up' && !props.mayGiveUp;
        return (
          <label
            key={id}
            className={cx(classes.choice, props.value === id && classes.chosen, tooEarly && classes.disabled)}
            title={tooEarly ? t('outcomeForm.tooEarly') : undefined}
          >
            <input
              type="radio"
              name={name}
              value={id}
              checked={props.value === id}
              disabled={tooEarly}
              autoFocus={index === 0}
              onChange={() => props.onChange(id)}
            />
            <KeyHint keys={digit ?? ''} />
            <span>{listText(text)}</span>
            <span className={classes.choiceEffect}>{t(closes ? 'outcomeForm.closes' : 'outcomeForm.stays')}</span>
          </label>
        );
      })}
    </fieldset>
  );
}
