import { useTranslation } from 'react-i18next';
import type { CallbackEvent } from '../../../shared/contract/events.ts';
import { clockTime, cx, useLive } from '../../ui/index.ts';
import classes from './events.module.css';
import { userTime } from './user-time.ts';

/** «у пользователя 16:30», where it is another time than ours; where a call does not suit now, also when it does. */
export function OwnTime({ event }: { event: CallbackEvent }) {
  const { t } = useTranslation('events');
  const local = useLive((now) => {
    const { local: time } = userTime(event, now);
    return time === clockTime(now) ? null : time;
  });
  const suits = useLive((now) => userTime(event, now).suits);
  const words = [
    local === null ? null : t('ownTime.now', { time: local }),
    suits || event.convenient === null ? null : t('ownTime.convenient', event.convenient),
  ].filter((part) => part !== null);
  if (words.length === 0) return null;
  return <div className={cx('small', 'num', suits ? 'dim' : classes.unsuitable)}>{words.join(', ')}</div>;
}
