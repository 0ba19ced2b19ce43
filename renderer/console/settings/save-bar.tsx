import { Button } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Grow } from '../../ui/index.ts';
import classes from './settings.module.css';
import type { Workstation } from './use-workstation.ts';

/** Stands at the lower edge while something is not saved. */
export function SaveBar({ workstation }: { workstation: Workstation }) {
  const { t } = useTranslation('settings');
  if (!workstation.changed) return null;
  return (
    <div className={classes.saveBar} role="group" aria-label={t('unsaved')}>
      <IconPencil size={18} aria-hidden />
      <span
        role={workstation.problem === null ? 'status' : 'alert'}
        className={workstation.problem === null ? undefined : classes.mistake}
      >
        {workstation.problem ?? t('unsaved')}
      </span>
      <Grow />
      <Button variant="subtle" onClick={workstation.undo}>
        {t('undo')}
      </Button>
      <Button variant="filled" loading={workstation.busy} onClick={workstation.save}>
        {t('save')}
      </Button>
    </div>
  );
}
