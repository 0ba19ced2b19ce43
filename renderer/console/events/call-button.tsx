import { Button, Tooltip } from '@mantine/core';
import { IconPhone } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallbackEvent } from '../../../shared/contract/events.ts';
import { useLive } from '../../ui/index.ts';
import { useDesk, usePlace, useSnapshot } from '../store/context.tsx';
import { callObstacle } from './can-call.ts';
import { whoOf } from './event-words.ts';
import { userTime } from './user-time.ts';

/** «Позвонить»: dials, and takes the event too. */
export function CallButton({ event }: { event: CallbackEvent }) {
  const { t } = useTranslation('events');
  const desk = useDesk();
  const place = usePlace();
  const obstacle = useSnapshot((snapshot) => callObstacle(snapshot, event));
  const suits = useLive((now) => userTime(event, now).suits);
  const [warned, setWarned] = useState(false);
  const warns = obstacle === null && !suits;
  const call = async () => {
    // 4.2: outside the user's hours the first press only warns.
    if (warns && !warned) return setWarned(true);
    setWarned(false);
    const outcome = await desk.act('dial', { number: event.user.number, eventId: event.id, consultationId: null });
    if (outcome.ok) place.go('workplace');
  };
  const hint =
    obstacle !== null
      ? t(`cannotCall.${obstacle}`, { owner: event.owner?.name ?? '' })
      : warns && event.convenient !== null
        ? t('ownTime.outside', event.convenient)
        : t('callHint', { who: whoOf(event) });
  const label = t(warns && warned ? 'callAnyway' : 'call');
  return (
    <Tooltip label={hint} {...(warned && warns ? { opened: true } : {})}>
      <Button
        size="sm"
        aria-label={label}
        onBlur={() => setWarned(false)}
        data-disabled={obstacle !== null || undefined}
        aria-disabled={obstacle !== null}
        leftSection={<IconPhone size={17} aria-hidden />}
        onClick={() => obstacle === null && void call()}
      >
        {label}
      </Button>
    </Tooltip>
  );
}
