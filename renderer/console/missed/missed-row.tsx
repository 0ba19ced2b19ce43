import { Button, Tooltip } from '@mantine/core';
import { IconCalendarPlus, IconPhone, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { EventDraft } from '../../../shared/contract/events.ts';
import type { MissedRow } from '../../../shared/contract/missed.ts';
import { Bar, clockTime, Moment, PhoneNumber } from '../../ui/index.ts';
import { callObstacle } from '../events/can-call.ts';
import { useDesk, usePlace, useSnapshot } from '../store/context.tsx';
import classes from './missed.module.css';
import { useWho } from './use-who.ts';

/** A caller who waits: when, who, why, and the three things to do about it. */
export function MissedTableRow({ row, onAside }: { row: MissedRow; onAside: () => void }) {
  const { t } = useTranslation('history');
  return (
    <tr className={classes.row}>
      <td>
        <Moment at={row.lastAt} />
        {row.calls > 1 && (
          <div className="small dim num">
            {t('missed.calls', { count: row.calls })}, {t('missed.since', { time: clockTime(row.firstAt) })}
          </div>
        )}
      </td>
      <td className={classes.who}>
        <Who row={row} />
      </td>
      <td className="dim">
        {row.number === '' ? t('missed.withheld') : <PhoneNumber raw={row.number} />}
        {row.dialled !== '' && <div className="small dim ellipsis">{t('missed.line', { number: row.dialled })}</div>}
      </td>
      <td className={classes.why}>{t(`missed.reason.${row.reason}`)}</td>
      <td className={classes.actions}>
        <Actions row={row} onAside={onAside} />
      </td>
    </tr>
  );
}

function Who({ row }: { row: MissedRow }) {
  const { t } = useTranslation('history');
  const { organisation, contact, displayName } = row;
  const [first, second] = [organisation, contact, displayName].filter((name) => name !== '');
  if (first === undefined) return <span className="dim">{t('missed.unnamed')}</span>;
  return (
    <>
      <div className="strong ellipsis" title={first}>
        {first}
      </div>
      {second !== undefined && (
        <div className="small dim ellipsis" title={second}>
          {second}
        </div>
      )}
    </>
  );
}

function Actions({ row, onAside }: { row: MissedRow; onAside: () => void }) {
  const { t } = useTranslation(['history', 'events']);
  const desk = useDesk();
  const place = usePlace();
  const who = useWho()(row);
  const obstacle = useSnapshot((snapshot) => callObstacle(snapshot));
  const withheld = row.number === '';
  const dial = async () => {
    const outcome = await desk.act('dial', { number: row.number, eventId: null, consultationId: null });
    if (outcome.ok) place.go('workplace');
  };
  const putAside = async () => {
    const outcome = await desk.act('setMissedNeeded', { number: row.number, needed: false });
    if (outcome.ok) onAside();
  };
  const mayDial = obstacle === null && !withheld;
  const dialHint = withheld
    ? t('missed.withheld')
    : obstacle === null
      ? t('missed.redialWho', { who })
      : t(`events:cannotCall.${obstacle}`, { owner: '' });
  return (
    <Bar>
      <Tooltip label={dialHint}>
        <Button
          size="sm"
          aria-disabled={!mayDial}
          data-disabled={!mayDial || undefined}
          leftSection={<IconPhone size={17} aria-hidden />}
          onClick={() => mayDial && void dial()}
        >
          {t('missed.redial')}
        </Button>
      </Tooltip>
      <Button
        size="sm"
        title={t('missed.bookWho', { who })}
        leftSection={<IconCalendarPlus size={17} aria-hidden />}
        onClick={() => place.book({ consultationId: null, draft: draftOf(row) })}
      >
        {t('missed.book')}
      </Button>
      <Button
        size="sm"
        variant="subtle"
        title={t('missed.notNeededWho', { who })}
        leftSection={<IconX size={17} aria-hidden />}
        onClick={() => void putAside()}
      >
        {t('missed.notNeeded')}
      </Button>
    </Bar>
  );
}

/** The event somebody calls back by: what the journal knows of the caller stands in it. */
function draftOf({ number, contact, displayName, organisation, registrationNumber }: MissedRow): EventDraft {
  return {
    user: { name: contact || displayName, number, registrationNumber, organisation, configuration: '', city: '' },
    topic: null,
    comment: '',
    criticality: 'none',
    preferredAt: null,
    convenient: null,
    mine: false,
  };
}
