import { CloseButton, Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { moscowDate } from '../../../shared/regulation/time.ts';
import { FieldLabel, useLive } from '../../ui/index.ts';
import classes from './booking.module.css';
import { useDayChoices } from './day-choices.ts';
import { NO_MOMENT, typedTime, type TypedMoment } from './moscow-moment.ts';

/** A day and a time of Moscow: the day from the coming ones, the time as people type it («10», «1030», «10:30»). */
export function MomentFields(props: {
  label: string;
  value: TypedMoment;
  onChange: (moment: TypedMoment) => void;
  missing?: string | null;
  autoFocus?: boolean;
}) {
  const { label, value, onChange, missing, autoFocus } = props;
  const { t } = useTranslation('events');
  const today = useLive(moscowDate);
  const days = useDayChoices(today, value.date);
  const empty = value.date === '' && value.time === '';
  return (
    <fieldset className={classes.moment}>
      <legend className={classes.legend}>
        <FieldLabel label={label} missing={missing ?? null} />
      </legend>
      <div className={classes.momentFields}>
        <Select
          className={classes.day}
          aria-label={t('booking.date')}
          placeholder={t('booking.date')}
          autoFocus={autoFocus}
          data={days}
          value={value.date === '' ? null : value.date}
          onChange={(date) => onChange({ ...value, date: date ?? '' })}
        />
        <TextInput
          className={classes.time}
          aria-label={t('booking.time')}
          placeholder={t('booking.timePlaceholder')}
          inputMode="numeric"
          autoComplete="off"
          maxLength={5}
          value={value.time}
          onChange={(event) => onChange({ ...value, time: event.currentTarget.value })}
          onBlur={() => onChange({ ...value, time: typedTime(value.time) })}
        />
        <CloseButton
          aria-label={t('booking.clearTime')}
          title={t('booking.clearTime')}
          className={empty ? classes.unseen : undefined}
          onClick={() => onChange(NO_MOMENT)}
        />
      </div>
    </fieldset>
  );
}
