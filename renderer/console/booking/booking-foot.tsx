import { Button, SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Grow } from '../../ui/index.ts';
import classes from './booking.module.css';
import { DueByPreview } from './due-preview.tsx';
import { typedMoment } from './moscow-moment.ts';
import type { Booking } from './use-booking.ts';

/** «Мне / В очередь», and the one button that books. Leaving with something typed asks here once more. */
export function BookingFoot({ booking }: { booking: Booking }) {
  const { t } = useTranslation('events');
  const { entry, change, mistakes, problem, busy, leaving } = booking;
  const said = problem ?? (mistakes.other ? t('booking.wrong') : null);
  return (
    <div className={classes.foot}>
      <DueByPreview answer={booking.due} onTake={(at) => change({ moment: typedMoment(at) })} />
      {said !== null && (
        <p role="alert" className={classes.problem}>
          {said}
        </p>
      )}
      {leaving ? (
        <Leaving booking={booking} />
      ) : (
        <div className={classes.footRow}>
          <SegmentedControl
            aria-label={t('booking.whose')}
            value={entry.mine ? 'mine' : 'queue'}
            data={[
              { value: 'queue', label: t('booking.queue') },
              { value: 'mine', label: t('booking.mine') },
            ]}
            onChange={(whose) => change({ mine: whose === 'mine' })}
          />
          <Grow />
          <Button variant="filled" loading={busy} onClick={() => void booking.save()}>
            {t('booking.save')}
          </Button>
        </div>
      )}
    </div>
  );
}

function Leaving({ booking }: { booking: Booking }) {
  const { t } = useTranslation('events');
  const { t: ui } = useTranslation();
  return (
    <div className={classes.footRow} role="group" aria-label={t('booking.discard')}>
      <span className="small">{t('booking.discard')}</span>
      <Grow />
      <Button variant="end" onClick={booking.leave}>
        {ui('yes')}
      </Button>
      <Button autoFocus onClick={booking.stay}>
        {ui('cancel')}
      </Button>
    </div>
  );
}
