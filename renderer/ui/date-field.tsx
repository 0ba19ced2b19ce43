import { TextInput } from '@mantine/core';
import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays, type DateKey } from '../../shared/regulation/time.ts';
import classes from './field.module.css';
import { dateText, typedDate } from './typed-date.ts';

/** A year of two digits may become one of four: it counts when the cursor leaves. */
const WHOLE = /\d{4}$|^\d{4}-\d{2}-\d{2}$/;
const STEPS: Readonly<Record<string, number>> = { ArrowUp: 1, ArrowDown: -1 };

/**
 * A date as text, written as the console's language does it, whatever the browser's is. It counts as soon as it is whole; what is no date, or
 * lies outside of `min` and `max`, stays as typed and is said when the cursor leaves or Enter is pressed. The arrows up and down go by a day.
 */
export function DateField(props: {
  label: string;
  value: DateKey | null;
  onDate: (date: DateKey | null) => void;
  min?: DateKey | null;
  max?: DateKey | null;
}) {
  const { label, value, onDate, min = null, max = null } = props;
  const { t } = useTranslation('ui');
  const written = dateText(value, t('date.between'));
  // What is being typed, as long as it is not what stands there.
  const [typed, setTyped] = useState<string | null>(null);
  const [asked, setAsked] = useState(false);
  const [last, setLast] = useState(value);
  // Set from elsewhere: what was typed is over.
  if (value !== last) {
    setLast(value);
    if (typed !== null && typedDate(typed) !== value) setTyped(null);
    setAsked(false);
  }
  const shown = typed ?? written;
  const problem = problemOf(shown);

  function problemOf(text: string): string | null {
    const date = typedDate(text);
    const show = (limit: DateKey) => dateText(limit, t('date.between'));
    if (text.trim() === '') return null;
    if (date === null) return t('date.wrong', { form: t('date.form') });
    if (min !== null && date < min) return t('date.early', { date: show(min) });
    return max !== null && date > max ? t('date.late', { date: show(max) }) : null;
  }
  const type = (text: string) => {
    setTyped(text);
    setAsked(false);
    if ((text === '' || WHOLE.test(text)) && problemOf(text) === null) onDate(typedDate(text));
  };
  const leave = () => {
    setAsked(true);
    if (problem !== null) return;
    setTyped(null);
    if (typedDate(shown) !== value) onDate(typedDate(shown));
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter') leave();
    const step = STEPS[event.key];
    const from = typedDate(shown) ?? max;
    if (step === undefined || from === null) return;
    event.preventDefault();
    const to = typedDate(shown) === null ? from : addDays(from, step);
    if (problemOf(to) !== null) return;
    setTyped(null);
    onDate(to);
  };
  return (
    <TextInput
      className={classes.date}
      aria-label={label}
      placeholder={t('date.form')}
      inputMode="numeric"
      autoComplete="off"
      spellCheck={false}
      maxLength={10}
      value={shown}
      error={asked ? problem : null}
      onChange={(event) => type(event.currentTarget.value)}
      onBlur={leave}
      onKeyDown={press}
    />
  );
}
