import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { EventDraft } from '../../../shared/contract/events.ts';
import { FieldLabel } from '../../ui/index.ts';
import classes from './booking.module.css';
import { typedTime } from './moscow-moment.ts';

export type TypedHours = NonNullable<EventDraft['convenient']>;

/** «Удобно с … до …» by the user's own clock; both empty: any time suits. */
export function ConvenientFields(props: {
  value: TypedHours;
  onChange: (hours: TypedHours) => void;
  missing: string | null;
}) {
  const { value, onChange, missing } = props;
  const { t } = useTranslation('events');
  const field = (part: keyof TypedHours, label: string) => (
    <TextInput
      className={classes.time}
      aria-label={label}
      placeholder={t('booking.timePlaceholder')}
      inputMode="numeric"
      autoComplete="off"
      maxLength={5}
      value={value[part]}
      onChange={(event) => onChange({ ...value, [part]: event.currentTarget.value })}
      onBlur={() => value[part].trim() !== '' && onChange({ ...value, [part]: typedTime(value[part]) })}
    />
  );
  return (
    <fieldset className={classes.moment}>
      <legend className={classes.legend}>
        <FieldLabel label={t('booking.convenient')} missing={missing} />
      </legend>
      <div className={classes.momentFields}>
        <span aria-hidden>{t('booking.from')}</span>
        {field('from', t('booking.convenientFrom'))}
        <span aria-hidden>{t('booking.until')}</span>
        {field('until', t('booking.convenientUntil'))}
      </div>
    </fieldset>
  );
}
