import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConsultationClock } from '../../shared/contract/clock.ts';
import { clockTime, cx } from '../ui/index.ts';
import { useLineState } from './context.tsx';
import { GrantForm } from './grant-form.tsx';
import type { Granted } from './line-mirror.ts';
import classes from './monitor.module.css';

/** What was said about a grant stays readable this long. */
const SAID_MS = 12_000;
const FAILURES = ['consultation-over', 'desk-away', 'disconnected'] as const;

/** «+3 минуты», «+5 минут»; the reason is asked under the row, and what came of it is said in the row. */
export function GrantCell(props: { consultation: { id: string; clock: ConsultationClock }; consultant: string }) {
  const { consultation, consultant } = props;
  const { t } = useTranslation('monitor');
  const away = useLineState(({ connection }) => connection !== 'up');
  const [minutes, setMinutes] = useState<3 | 5 | null>(null);
  const [said, setSaid] = useState<Granted | null>(null);
  useEffect(() => {
    if (said === null) return;
    const timer = setTimeout(() => setSaid(null), SAID_MS);
    return () => clearTimeout(timer);
  }, [said]);
  const button = (offered: 3 | 5, name: string) => (
    <Button
      size="sm"
      title={t('grant.hint', { consultant })}
      aria-expanded={minutes === offered}
      disabled={away}
      onClick={() => setMinutes(minutes === offered ? null : offered)}
    >
      {name}
    </Button>
  );
  return (
    <>
      <td className={classes.actions}>
        {said !== null && <Said said={said} />}
        {button(3, t('grant.three'))}
        {button(5, t('grant.five'))}
      </td>
      {minutes !== null && (
        <td className={classes.formCell}>
          <GrantForm
            key={minutes}
            consultationId={consultation.id}
            consultant={consultant}
            minutes={minutes}
            onDone={(outcome) => {
              setSaid(outcome);
              setMinutes(null);
            }}
            onClose={() => setMinutes(null)}
          />
        </td>
      )}
    </>
  );
}

function Said({ said }: { said: Granted }) {
  const { t } = useTranslation('monitor');
  if (said.ok)
    return (
      <span role="status" className={cx(classes.said, classes.good)}>
        {t('grant.done', { time: clockTime(said.value.limitAt) })}
      </span>
    );
  const known = FAILURES.find((code) => code === said.error.code);
  return (
    <span role="alert" className={cx(classes.said, classes.bad)}>
      {known ? t(`grant.failed.${known}`) : t('grant.failed.other', { code: said.error.code })}
    </span>
  );
}
