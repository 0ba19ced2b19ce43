import { Button, TextInput } from '@mantine/core';
import { IconCopyCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../shared/contract/base.ts';
import type { BackupMade } from '../../../shared/contract/data.ts';
import { Verdict } from '../../ui/index.ts';
import { useFailureText } from '../frame/failure-text.ts';
import type { Workstation } from '../settings/use-workstation.ts';
import { useDesk } from '../store/context.tsx';
import classes from './data.module.css';

/** A copy of the data folder, made while one works. */
export function BackupPart({ workstation, dataDir }: { workstation: Workstation; dataDir: string }) {
  const { t } = useTranslation('data');
  const failureText = useFailureText();
  const desk = useDesk();
  const { form, change, mistake } = workstation;
  const [busy, setBusy] = useState(false);
  const [made, setMade] = useState<BackupMade | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const backUp = async () => {
    setBusy(true);
    setMade(null);
    setFailure(null);
    const outcome = await desk.ask('backUp', {});
    setBusy(false);
    if (outcome.ok) setMade(outcome.value);
    else setFailure(outcome.error);
  };
  return (
    <>
      <TextInput
        label={t('backupFolder')}
        description={t('backupFolderHint', { folder: `${dataDir}/backups` })}
        readOnly={workstation.isLocked('data')}
        maxLength={300}
        value={form.data.backupFolder}
        error={mistake('data.backupFolder')}
        onChange={(event) => change({ data: { ...form.data, backupFolder: event.currentTarget.value } })}
      />
      <div className={classes.choose}>
        <Button loading={busy} leftSection={<IconCopyCheck size={18} aria-hidden />} onClick={() => void backUp()}>
          {t('backUp')}
        </Button>
        <span className="small dim">{t('backupHint')}</span>
      </div>
      <div role="status">
        {busy && <span className="small dim">{t('backingUp')}</span>}
        {made !== null && (
          <Verdict tone="yes" title={t('backedUp', { mb: Math.max(1, Math.round(made.bytes / 1_000_000)) })}>
            <span className={classes.folder}>{made.folder}</span>
          </Verdict>
        )}
      </div>
      {failure !== null && (
        <div role="alert">
          <Verdict tone="no" title={failureText(failure)} />
        </div>
      )}
    </>
  );
}
