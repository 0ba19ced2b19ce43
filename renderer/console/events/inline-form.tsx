import { Button } from '@mantine/core';
import type { FormEvent, KeyboardEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Bar } from '../../ui/index.ts';
import classes from './events.module.css';

/** A small form inside a row: its title, fields, one button that does it and one that puts the form away. */
export function InlineForm(props: {
  title: string;
  submit: string;
  busy: boolean;
  /** What went wrong at the last try. */
  problem?: string | null;
  /** Nothing was typed: Esc puts the form away. With something typed it stays, for nothing typed is ever lost. */
  pristine: boolean;
  onSubmit: () => void;
  /** The other answer to the same question. */
  other?: { label: string; run: () => void } | undefined;
  onClose: () => void;
  children: ReactNode;
}) {
  const { t } = useTranslation();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!props.busy) props.onSubmit();
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !props.pristine) return;
    event.stopPropagation();
    props.onClose();
  };
  return (
    <form className={classes.form} aria-label={props.title} noValidate onSubmit={submit} onKeyDown={onKey}>
      {props.children}
      {props.problem && (
        <p role="alert" className={classes.problem}>
          {props.problem}
        </p>
      )}
      <Bar>
        <Button type="submit" size="sm" loading={props.busy}>
          {props.submit}
        </Button>
        {props.other && (
          <Button size="sm" disabled={props.busy} onClick={props.other.run}>
            {props.other.label}
          </Button>
        )}
        <Button size="sm" variant="subtle" onClick={props.onClose}>
          {t('cancel')}
        </Button>
      </Bar>
    </form>
  );
}
