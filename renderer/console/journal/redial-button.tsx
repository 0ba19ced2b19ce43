import { Button, Tooltip } from '@mantine/core';
import { IconPhone } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { JournalRow } from '../../../shared/contract/journal.ts';
import { callObstacle } from '../events/can-call.ts';
import { useDesk, usePlace, useSnapshot } from '../store/context.tsx';
import classes from './journal.module.css';
import { useJournalWords } from './journal-words.ts';

/** «Перезвонить»: dials the number of a consultation; the desk decides whether that one goes on (4.1). */
export function RedialButton({ row }: { row: JournalRow }) {
  const { t } = useTranslation(['journal', 'events']);
  const words = useJournalWords();
  const desk = useDesk();
  const place = usePlace();
  const obstacle = useSnapshot((snapshot) => callObstacle(snapshot));
  const dial = async () => {
    const outcome = await desk.act('dial', { number: row.number, eventId: null, consultationId: row.id });
    if (outcome.ok) place.go('workplace');
  };
  const hint =
    obstacle === null ? t('redialHint', { who: words.who(row) }) : t(`events:cannotCall.${obstacle}`, { owner: '' });
  return (
    <Tooltip label={hint}>
      <Button
        size="sm"
        aria-label={t('redial')}
        classNames={{ label: classes.redialLabel, section: classes.redialIcon }}
        aria-disabled={obstacle !== null}
        data-disabled={obstacle !== null || undefined}
        leftSection={<IconPhone size={17} aria-hidden />}
        onClick={() => obstacle === null && void dial()}
      >
        {t('redial')}
      </Button>
    </Tooltip>
  );
}
