import { Button, CloseButton } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallbackEvent } from '../../../shared/contract/events.ts';
import { clausesText } from '../../ui/index.ts';
import { MoreNotices } from '../frame/more-notices.tsx';
import notices from '../frame/notices.module.css';
import { useDesk, useDeskState, usePlace, usePlaceState, useSnapshot } from '../store/context.tsx';
import type { CallWarning } from './call-warning.ts';
import { callObstacle } from './can-call.ts';
import { whoOf } from './event-words.ts';

/** A warning is for the press just made: after this long the next one is warned of anew. */
const SHOWN_MS = 15_000;

/** What speaks against the call just asked for, by whatever button or key, and the refusal where one is due. */
export function CallNotice({ more }: { more: number }) {
  const warning = usePlaceState(({ callWarning }) => callWarning);
  const event = useDeskState(({ snapshot }) => snapshot?.events.find(({ id }) => id === warning?.eventId));
  if (warning === null || event === undefined) return null;
  return <Warning key={event.id} warning={warning} event={event} more={more} />;
}

type WarningProps = { warning: CallWarning; event: CallbackEvent; more: number };

function Warning({ warning: { hours, refusal }, event, more }: WarningProps) {
  const { t } = useTranslation('events');
  const { t: ui } = useTranslation();
  const desk = useDesk();
  const place = usePlace();
  const obstacle = useSnapshot((snapshot) => callObstacle(snapshot, event));
  useEffect(() => {
    const timer = setTimeout(() => place.warnOfCall(null), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [place]);
  // Whoever presses again is told that the phone is away.
  if (obstacle !== null && obstacle !== 'not-registered') return null;
  const clauses = refusal === null ? '' : clausesText(ui, [refusal.clause]);
  const why = [
    hours && t('callWarning.hours', hours),
    refusal && t(`callWarning.${refusal.outcome}`, { clauses }),
    t('callWarning.again'),
  ];
  const refuse = (clause: string) => {
    place.warnOfCall(null);
    void desk.act('closeEvent', { eventId: event.id, outcome: 'refused-by-clause', clause });
  };
  return (
    <div className={notices.notice}>
      <IconAlertTriangle size={20} aria-hidden />
      <span>
        <span role="alert">{[`${whoOf(event)}.`, ...why].filter(Boolean).join(' ')}</span>
        <MoreNotices count={more} />
      </span>
      {refusal !== null && (
        <Button size="sm" onClick={() => refuse(refusal.clause)}>
          {t('callWarning.refuse', { clauses })}
        </Button>
      )}
      <CloseButton size="sm" aria-label={t('callWarning.close')} onClick={() => place.warnOfCall(null)} />
    </div>
  );
}
