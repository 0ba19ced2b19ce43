import { IconClock, IconClockOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { clockTime, cx, openingText, useLive } from '../../ui/index.ts';
import { useSnapshot } from '../store/context.tsx';
import classes from './frame.module.css';

/** Whether the line is open and until when, by the working calendar. */
export function LineState() {
  const { t } = useTranslation('frame');
  const { t: words } = useTranslation('ui');
  const { open, until, shortened } = useSnapshot((snapshot) => snapshot.line);
  const when = useLive((now) => (until === null ? null : open ? clockTime(until) : openingText(words, until, now)));
  const Icon = open ? IconClock : IconClockOff;
  const text =
    when === null ? t('line.noCalendar') : open ? t('line.openUntil', { time: when }) : t('line.closedUntil', { when });
  return (
    <span
      className={cx(classes.fact, !open && classes.closed)}
      title={open && shortened ? t('line.shortened') : undefined}
    >
      <Icon size={18} aria-hidden />
      <span className="ellipsis">{text}</span>
    </span>
  );
}
