import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { CallbackEvent } from '../../../shared/contract/events.ts';
import { cx, WhoLines } from '../../ui/index.ts';
import classes from './events.module.css';
import { whoOf } from './event-words.ts';
import { OwnTime } from './own-time.tsx';

/** Who is to be called: the name they are known by, where they are, and how urgent it is said to be. */
export function WhoCell({ event }: { event: CallbackEvent }) {
  const { t } = useTranslation('events');
  const { name, organisation, city, number } = event.user;
  const who = whoOf(event);
  const below = [organisation === '' ? '' : name, city].filter((text) => text !== '').join(', ');
  return (
    <WhoLines who={who} below={below} isNumber={who === number}>
      {event.closed === null && <OwnTime event={event} />}
      {event.criticality !== 'none' && (
        <div className={cx(classes.critical, event.criticality === 'confirmed' && classes.confirmed)}>
          <IconAlertTriangle size={15} aria-hidden />
          <span>{t(`critical.${event.criticality}`)}</span>
        </div>
      )}
    </WhoLines>
  );
}
