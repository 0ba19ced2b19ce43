import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './confirm-inline.module.css';

/** A button whose action asks once more, in its own place, no dialog: the question, «Да», «Отмена». Esc takes it back. */
export function ConfirmInline(props: {
  label: string;
  question: string;
  icon?: ReactNode;
  variant?: 'default' | 'subtle';
  onConfirm: () => void;
}) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  if (!asking)
    return (
      <Button size="sm" variant={props.variant ?? 'default'} leftSection={props.icon} onClick={() => setAsking(true)}>
        {props.label}
      </Button>
    );
  const confirm = () => {
    setAsking(false);
    props.onConfirm();
  };
  return (
    <span
      className={classes.asking}
      role="group"
      aria-label={props.question}
      onKeyDown={(event) => event.key === 'Escape' && setAsking(false)}
    >
      <span className="small">{props.question}</span>
      <Button size="sm" variant="end" autoFocus onClick={confirm}>
        {t('yes')}
      </Button>
      <Button size="sm" variant="subtle" onClick={() => setAsking(false)}>
        {t('cancel')}
      </Button>
    </span>
  );
}
