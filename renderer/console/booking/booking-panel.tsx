import { CloseButton } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { usePlace, usePlaceState } from '../store/context.tsx';
import type { BookingRequest } from '../store/place.ts';
import { BookingFields } from './booking-fields.tsx';
import { BookingFoot } from './booking-foot.tsx';
import classes from './booking.module.css';
import { useBooking } from './use-booking.ts';

/**
 * «Записать событие»: a panel over the right pane, so that neither timer nor comment is covered while one talks; on a narrow window it
 * stands under the screen. Not modal: a call can be answered beside it.
 */
export function BookingPanel() {
  const request = usePlaceState(({ booking }) => booking);
  return request === null ? null : <Panel request={request} />;
}

function Panel({ request }: { request: BookingRequest }) {
  const { t } = useTranslation('events');
  const place = usePlace();
  const booking = useBooking(request, place.closeBooking);
  const panel = useRef<HTMLElement>(null);
  useReturnOfFocus();
  useEffect(() => {
    const fields = panel.current?.querySelectorAll<HTMLInputElement>('input[data-first]') ?? [];
    const empty = [...fields].find(({ value }) => value === '') ?? panel.current?.querySelector('textarea');
    empty?.focus();
  }, []);
  return (
    <section
      ref={panel}
      role="dialog"
      aria-label={t('booking.title')}
      className={classes.panel}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) booking.leave();
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void booking.save();
      }}
    >
      <div className={classes.head}>
        <h2 className={classes.title}>{t('booking.title')}</h2>
        <CloseButton aria-label={t('booking.close')} onClick={booking.leave} />
      </div>
      <BookingFields booking={booking} />
      <BookingFoot booking={booking} />
    </section>
  );
}

/** The focus goes back to where it was when the panel closes. */
function useReturnOfFocus() {
  useEffect(() => {
    const before = document.activeElement;
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
}
