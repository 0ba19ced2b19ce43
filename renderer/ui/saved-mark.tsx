import { IconCircleCheck, IconCloudOff, IconLoader2 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './saved-mark.module.css';

export type SavedState = 'saved' | 'saving' | 'waiting';

const ICONS = { saved: IconCircleCheck, saving: IconLoader2, waiting: IconCloudOff };

/** Whether what was typed is on disk. Not announced: it changes with every word. */
export function SavedMark({ state }: { state: SavedState }) {
  const { t } = useTranslation();
  const Icon = ICONS[state];
  return (
    <span className={classes.mark} data-state={state}>
      <Icon size={16} aria-hidden />
      {t(`saved.${state}`)}
    </span>
  );
}
