import { TextInput, type TextInputProps } from '@mantine/core';
import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays, isDateKey, type DateKey } from '../../shared/regulation/time.ts';
import classes from './field.module.css';
import { dateProblem, dateText, typedDate } from './typed-date.ts';

/** A year of two digits may become one of four: it counts when the cursor leaves. */
const WHOLE = /\d{4}$|^\d{4}-\d{2}-\d{2}$/;
const STEPS: Readonly<Record<string, number>> = { ArrowUp: 1, ArrowDown: -1 };

type DateTextProps = Omit<TextInputProps, 'value' | 'onChange' | 'onBlur' | 'onKeyDown' | 'min' | 'max'> & {
  /** A DateKey, or what is typed so far. */
  text: string;
  onText: (text: string) => void;
  min?: DateKey | null;
  max?: DateKey | null;
};

/**
 * A date as text, written as the console's language does it, whatever the browser's is. What is typed goes to `onText` as it stands, and as a
 * DateKey once the cursor leaves or Enter is pressed; what is no date, or lies outside of `min` and `max`, stays as typed and is said then. The
 * arrows up and down go by a day.
 */
export function DateText({ text, onText, min = null, max = null, error, ...rest }: DateTextProps) {
  const { t } = useTranslation('ui');
  // What the cursor has left; whatever else is typed is not judged yet.
  const [left, setLeft] = useState(text);
  const problem = dateProblem(text, min, max);
  const show = (date: DateKey) => dateText(date, t('date.between'));
  const words =
    problem === null
      ? null
      : problem.what === 'wrong'
        ? t('date.wrong', { form: t('date.form') })
        : t(`date.${problem.what}`, { date: show(problem.limit) });

  const leave = () => {
    setLeft(text);
    const settled = problem === null ? (typedDate(text) ?? '') : text;
    if (settled !== text) onText(settled);
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter') leave();
    const step = STEPS[event.key];
    const typed = typedDate(text);
    const from = typed ?? max;
    if (step === undefined || from === null || rest.readOnly) return;
    event.preventDefault();
    const to = typed === null ? from : addDays(from, step);
    if (dateProblem(to, min, max) === null) onText(to);
  };
  return (
    <TextInput
      placeholder={t('date.form')}
      inputMode="numeric"
      autoComplete="off"
      spellCheck={false}
      maxLength={10}
      {...rest}
      value={isDateKey(text) ? show(text) : text}
      error={(left === text && words) || error}
      onChange={(event) => onText(event.currentTarget.value)}
      onBlur={leave}
      onKeyDown={press}
    />
  );
}

/** A date that counts as soon as it is whole; until then, and while it is none, the one before counts. What is wrong floats: nothing moves. */
export function DateField(props: {
  label: string;
  value: DateKey | null;
  onDate: (date: DateKey | null) => void;
  min?: DateKey | null;
  max?: DateKey | null;
}) {
  const { label, value, onDate, min = null, max = null } = props;
  // What is being typed, as long as it is not what stands there.
  const [typed, setTyped] = useState<string | null>(null);
  const [last, setLast] = useState(value);
  // Set from elsewhere: what was typed is over.
  if (value !== last) {
    setLast(value);
    if (typed !== null && typedDate(typed) !== value) setTyped(null);
  }
  const type = (text: string) => {
    const isRight = dateProblem(text, min, max) === null;
    setTyped(isRight && isDateKey(text) ? null : text);
    if (isRight && (text === '' || WHOLE.test(text)) && typedDate(text) !== value) onDate(typedDate(text));
  };
  return (
    <DateText
      className={classes.date}
      aria-label={label}
      text={typed ?? value ?? ''}
      onText={type}
      min={min}
      max={max}
    />
  );
}
