import { IconAlertTriangle, IconCircleCheck, IconCloudOff, IconLoader2 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './saved-mark.module.css';

export type SavedState = 'saved' | 'saving' | 'waiting' | 'tooLong';

const ICONS = { saved: IconCircleCheck, saving: IconLoader2, waiting: IconCloudOff, tooLong: IconAlertTriangle };

/** Whether what was typed is on disk. Announced only when it never will be as it stands: the rest changes with every word. */
export function SavedMark({ state }: { state: SavedState }) {
  const { t } = useTranslation();
  const Icon = ICONS[state];
  return (
    <span className={classes.mark} data-state={state} role={state === 'tooLong' ? 'alert' : undefined}>
      <Icon size={16} aria-hidden />
      {t(`saved.${state}`)}
    </span>
  );
}
