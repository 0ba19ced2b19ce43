import { Button } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { OUTCOMES, TOPICS } from '../../../shared/regulation/lists.ts';
import { useListText } from '../../ui/index.ts';
import { KeyOf } from '../keys/key-of.tsx';
import classes from './say.module.css';
import type { SayingForm } from './use-saying.ts';

const TAKES = ['request-information', 'complaint', 'confirm-criticality', 'remote-connection', 'warn-wording'] as const;
const HINTS = ['complaint', 'confirm-criticality', 'remote-connection', 'warn-wording'] as const;

/** What will follow, and the one button that takes it. */
export function SayFoot({ form }: { form: SayingForm }) {
  const { t } = useTranslation('say');
  const listText = useListText();
  const { id, follows } = form;
  const outcome = OUTCOMES.find((one) => one.id === follows.outcome);
  const topic = TOPICS.find((one) => one.id === follows.topic);
  const hint = HINTS.find((one) => one === id);
  const changes = [
    outcome && t('setsOutcome', { outcome: listText(outcome.text) }),
    topic && t('setsTopic', { topic: listText(topic.text) }),
  ].filter((line) => line !== undefined);
  return (
    <footer className={classes.foot}>
      <div className="small" role="group" aria-label={t('sets')}>
        {changes.map((line) => (
          <div key={line}>{line}</div>
        ))}
        {changes.length === 0 && hint === undefined && <div className="dim">{t('setsNothing')}</div>}
        {hint !== undefined && <div className="dim">{t(`hint.${hint}`)}</div>}
      </div>
      <Button
        data-say-take
        variant="filled"
        leftSection={<IconCheck size={18} aria-hidden />}
        rightSection={<KeyOf command="take-saying" />}
        onClick={() => void form.take()}
      >
        {t(`take.${TAKES.find((one) => one === id) ?? 'said'}`)}
      </Button>
    </footer>
  );
}
