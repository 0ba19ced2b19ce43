import { Button, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Suggestions } from '../ui/index.ts';
import { useMirror } from './context.tsx';
import type { Granted } from './line-mirror.ts';
import classes from './monitor.module.css';

const SUGGESTED = ['restore', 'nearly', 'complex'] as const;

/** Asks for the reason of a grant: minutes are never given without one. */
export function GrantForm(props: {
  consultationId: string;
  consultant: string;
  minutes: 3 | 5;
  onDone: (outcome: Granted) => void;
  onClose: () => void;
}) {
  const { consultationId, consultant, minutes, onDone, onClose } = props;
  const { t } = useTranslation('monitor');
  const { t: ui } = useTranslation();
  const mirror = useMirror();
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const missing = reason.trim() === '';
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (missing || busy) return;
    setBusy(true);
    onDone(await mirror.grant({ consultationId, minutes, reason: reason.trim() }));
  };
  return (
    <form
      className={classes.form}
      aria-label={t('grant.form', { consultant })}
      onSubmit={(event) => void submit(event)}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <TextInput
        className={classes.reason}
        aria-label={t('grant.reason')}
        placeholder={t('grant.reason')}
        autoFocus
        maxLength={300}
        value={reason}
        error={asked && missing ? t('grant.reasonMissing') : undefined}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Button type="submit" variant="filled" size="sm" loading={busy}>
        {t(minutes === 3 ? 'grant.submit3' : 'grant.submit5')}
      </Button>
      <Button size="sm" variant="subtle" onClick={onClose}>
        {ui('cancel')}
      </Button>
      <Suggestions texts={SUGGESTED.map((name) => t(`grant.suggest.${name}`))} onTake={setReason} />
    </form>
  );
}
