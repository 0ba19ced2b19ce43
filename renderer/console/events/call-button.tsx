import { Button, Tooltip } from '@mantine/core';
import { IconPhone } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { CallbackEvent } from '../../../shared/contract/events.ts';
import { useDesk, usePlace, usePlaceState, useSnapshot } from '../store/context.tsx';
import { callEvent } from './call-event.ts';
import { callObstacle } from './can-call.ts';
import { whoOf } from './event-words.ts';

/** «Позвонить»: dials, and takes the event too. */
export function CallButton({ event }: { event: CallbackEvent }) {
  const { t } = useTranslation('events');
  const desk = useDesk();
  const place = usePlace();
  const obstacle = useSnapshot((snapshot) => callObstacle(snapshot, event));
  const warned = usePlaceState(({ callWarning }) => callWarning?.eventId === event.id);
  const hint =
    obstacle === null
      ? t('callHint', { who: whoOf(event) })
      : t(`cannotCall.${obstacle}`, { owner: event.owner?.name ?? '' });
  const label = t(warned ? 'callAnyway' : 'call');
  return (
    <Tooltip label={hint}>
      <Button
        size="sm"
        aria-label={label}
        data-disabled={obstacle !== null || undefined}
        aria-disabled={obstacle !== null}
        leftSection={<IconPhone size={17} aria-hidden />}
        onClick={() => obstacle === null && void callEvent(desk, place, event)}
      >
        {label}
      </Button>
    </Tooltip>
  );
}
