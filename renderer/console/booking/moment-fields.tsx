import { CloseButton, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FieldLabel } from '../../ui/index.ts';
import classes from './booking.module.css';
import { NO_MOMENT, type TypedMoment } from './moscow-moment.ts';

/** A day and a time of Moscow, typed or picked. */
export function MomentFields(props: {
  label: string;
  value: TypedMoment;
  onChange: (moment: TypedMoment) => void;
  missing?: string | null;
  autoFocus?: boolean;
}) {
  const { label, value, onChange, missing, autoFocus } = props;
  const { t } = useTranslation('events');
  const some = value.date !== '' || value.time !== '';
  return (
    <fieldset className={classes.moment}>
      <legend className={classes.legend}>
        <FieldLabel label={label} missing={missing ?? null} />
      </legend>
      <TextInput
        type="date"
        aria-label={t('booking.date')}
        value={value.date}
        autoFocus={autoFocus}
        onChange={(event) => onChange({ ...value, date: event.currentTarget.value })}
      />
      <TextInput
        type="time"
        aria-label={t('booking.time')}
        value={value.time}
        onChange={(event) => onChange({ ...value, time: event.currentTarget.value })}
      />
      <CloseButton
        aria-label={t('booking.clearTime')}
        title={t('booking.clearTime')}
        className={some ? undefined : classes.unseen}
        onClick={() => onChange(NO_MOMENT)}
      />
    </fieldset>
  );
}
