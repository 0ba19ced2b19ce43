import { ActionIcon } from '@mantine/core';
import { IconPhone, IconPhoneIncoming } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { JournalRow } from '../../../shared/contract/journal.ts';
import { EmptyState, Moment, PhoneNumber, phoneText } from '../../ui/index.ts';
import { useDesk, useSnapshot } from '../store/context.tsx';
import { useRowOutcome } from './history-rows.tsx';
import rows from './rows.module.css';

/** The last callers, each one click from a call back. */
export function LastCalls() {
  const { t } = useTranslation(['workplace', 'ui']);
  const recent = useSnapshot((snapshot) => snapshot.recent);
  return (
    <>
      <h2>{t('idle.lastCalls')}</h2>
      {recent.length === 0 ? (
        <EmptyState icon={IconPhoneIncoming} title={t('idle.noCalls')}>
          {t('idle.noCallsHint')}
        </EmptyState>
      ) : (
        <ul className={rows.list}>
          {recent.map((row) => (
            <Caller key={row.id} row={row} />
          ))}
        </ul>
      )}
    </>
  );
}

function Caller({ row }: { row: JournalRow }) {
  const { t } = useTranslation(['workplace', 'ui']);
  const desk = useDesk();
  const outcome = useRowOutcome()(row);
  const name = row.contact || row.displayName;
  return (
    <li className={rows.caller}>
      <div>
        <div className="strong ellipsis" title={name}>
          {name === '' ? <PhoneNumber raw={row.number} /> : name}
        </div>
        <div className="small dim ellipsis" title={row.organisation}>
          {row.organisation || (name === '' ? '' : <PhoneNumber raw={row.number} />)}
        </div>
      </div>
      <div className={rows.end}>
        <Moment at={row.startedAt} className="small dim" />
        <div className="small dimmer ellipsis" title={outcome}>
          {outcome}
        </div>
      </div>
      <ActionIcon
        aria-label={t('dial.again', { number: phoneText(row.number, t('ui:phone.hidden')) })}
        title={t('dial.again', { number: phoneText(row.number, t('ui:phone.hidden')) })}
        onClick={() => void desk.act('dial', { number: row.number, eventId: null, consultationId: null })}
      >
        <IconPhone size={18} aria-hidden />
      </ActionIcon>
    </li>
  );
}
