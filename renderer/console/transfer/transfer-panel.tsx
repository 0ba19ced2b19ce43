import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Inset } from '../../ui/index.ts';
import { PanelBody } from '../frame/panel-body.tsx';
import { SidePanel } from '../frame/side-panel.tsx';
import { useDesk, usePlace, usePlaceState, useSnapshot } from '../store/context.tsx';
import { ChooseColleague } from './choose-colleague.tsx';
import { refusalWord } from './refusal-word.ts';
import { RunningTransfer } from './running-transfer.tsx';
import classes from './transfer.module.css';

/**
 * «Перевести», beside the call. Opened by the consultant to choose a colleague; a transfer on its way keeps it open, whatever window or
 * tab it was begun in, and one that was refused says so until it is read.
 */
export function TransferPanel() {
  const opened = usePlaceState((place) => place.transfer);
  const transfer = useSnapshot((snapshot) => snapshot.transfer);
  const callId = useSnapshot(({ call }) => (call?.phase === 'up' ? call.id : null));
  if (transfer === null && (!opened || callId === null)) return null;
  return <Panel callId={callId} />;
}

function Panel({ callId }: { callId: string | null }) {
  const { t } = useTranslation('transfer');
  const desk = useDesk();
  const place = usePlace();
  const transfer = useSnapshot((snapshot) => snapshot.transfer);
  const refused = transfer?.step === 'refused';
  const choosing = (transfer === null || refused) && callId !== null;
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    if (choosing) panel.current?.querySelector('input')?.focus();
  }, [choosing]);
  // What was opened for one call is not open for the next.
  useEffect(() => place.closeTransfer, [place]);
  const close = () => {
    place.closeTransfer();
    if (refused) void desk.act('leaveColleague', {});
  };
  return (
    <SidePanel title={t('title')} panel={panel} {...(choosing && { closing: { label: t('close'), close } })}>
      <PanelBody>
        {refused && transfer.end !== null && (
          <Inset className={classes.state} refused>
            <span className={classes.big}>
              {transfer.name || transfer.number}: {t(`refused.${refusalWord(transfer.end.cause)}`).toLowerCase()}
            </span>
            <span className="small">{t('withYou')}</span>
          </Inset>
        )}
        {choosing ? <ChooseColleague callId={callId} /> : transfer !== null && <RunningTransfer transfer={transfer} />}
      </PanelBody>
    </SidePanel>
  );
}
