import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { SidePanel } from '../frame/side-panel.tsx';
import { usePlace, usePlaceState } from '../store/context.tsx';
import type { BookingRequest } from '../store/place.ts';
import { BookingFields } from './booking-fields.tsx';
import { BookingFoot } from './booking-foot.tsx';
import { useBooking } from './use-booking.ts';

/** «Записать событие», beside the call. */
export function BookingPanel() {
  const request = usePlaceState(({ booking }) => booking);
  return request === null ? null : <Panel request={request} />;
}

function Panel({ request }: { request: BookingRequest }) {
  const { t } = useTranslation('events');
  const place = usePlace();
  const booking = useBooking(request, place.closeBooking);
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    const fields = panel.current?.querySelectorAll<HTMLInputElement>('input[data-first]') ?? [];
    const empty = [...fields].find(({ value }) => value === '') ?? panel.current?.querySelector('textarea');
    empty?.focus();
  }, []);
  return (
    <SidePanel
      title={t('booking.title')}
      closing={{ label: t('booking.close'), close: booking.leave }}
      panel={panel}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void booking.save();
      }}
    >
      <BookingFields booking={booking} />
      <BookingFoot booking={booking} />
    </SidePanel>
  );
}
