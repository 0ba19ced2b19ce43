import { Button } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { UndoView } from '../../../shared/contract/between-calls.ts';
import { useLive } from '../../ui/index.ts';
import { useDesk } from '../store/context.tsx';
import { MoreNotices } from './more-notices.tsx';
import classes from './notices.module.css';
import { useUndoWords } from './undo-words.ts';

/** What was just done on oneself, and «Отменить» for ten seconds. */
export function UndoNotice({ undo, more }: { undo: UndoView; more: number }) {
  const { id, until } = undo;
  const { t } = useTranslation('between');
  const words = useUndoWords();
  const desk = useDesk();
  const seconds = useLive((now) => Math.max(0, Math.ceil((until - now) / 1_000)));
  if (seconds === 0) return null;
  return (
    <div className={classes.notice}>
      <IconArrowBackUp size={20} aria-hidden />
      <span>
        <span role="status">{words(undo)}</span>
        <MoreNotices count={more} />
      </span>
      <Button
        size="sm"
        aria-label={t('undo.undo')}
        title={t('undo.left', { seconds })}
        rightSection={
          <span className="num small dimmer" aria-hidden>
            {seconds}
          </span>
        }
        onClick={() => void desk.act('undo', { id })}
      >
        {t('undo.undo')}
      </Button>
    </div>
  );
}
