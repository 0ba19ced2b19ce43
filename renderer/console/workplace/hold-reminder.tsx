import { useTranslation } from 'react-i18next';
import { MINUTE_MS } from '../../../shared/regulation/time.ts';
import { useLive } from '../../ui/index.ts';
import classes from './call-row.module.css';

/** A user on hold is not forgotten: each minute it is said anew how long they have been waiting, on the screen and to a screen reader once. */
export function HoldReminder({ since }: { since: number }) {
  const { t } = useTranslation('workplace');
  const minutes = useLive((now) => Math.floor((now - since) / MINUTE_MS));
  return (
    <span role="status" className={classes.reminder}>
      {minutes > 0 && t('strip.heldLong', { count: minutes })}
    </span>
  );
}
