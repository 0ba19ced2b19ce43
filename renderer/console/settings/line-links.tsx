import { Button, TextInput } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SettingsView } from '../../../shared/contract/settings.ts';
import { Verdict } from '../../ui/index.ts';
import classes from './settings.module.css';

const PROBLEMS = ['port-taken', 'address-unknown', 'port-not-allowed', 'not-listening'] as const;

/** The addresses of the pages, to be copied; why there are none. */
export function LineLinks({ links: { lead, booking, problem } }: { links: SettingsView['links'] }) {
  const { t } = useTranslation('settings');
  const known = PROBLEMS.find((code) => code === problem);
  if (problem !== null)
    return (
      <Verdict tone="no" title={known ? t(`line.problem.${known}`) : t('line.problem.other', { code: problem })} />
    );
  if (lead === null && booking === null) return <p className={classes.note}>{t('line.notListening')}</p>;
  return (
    <>
      {lead !== null && <Link label={t('line.lead')} hint={t('line.leadHint')} address={lead} />}
      {booking !== null && <Link label={t('line.booking')} address={booking} />}
    </>
  );
}

function Link({ label, hint, address }: { label: string; hint?: string; address: string }) {
  const { t } = useTranslation('settings');
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(address);
    setCopied(true);
  };
  return (
    <div className={classes.link}>
      <TextInput
        label={label}
        description={hint}
        value={address}
        readOnly
        onFocus={(event) => event.currentTarget.select()}
      />
      <Button
        h={34}
        aria-label={t('line.copyWhat', { what: label })}
        leftSection={copied ? <IconCheck size={17} aria-hidden /> : <IconCopy size={17} aria-hidden />}
        onClick={() => void copy()}
        onBlur={() => setCopied(false)}
      >
        <span role="status">{t(copied ? 'line.copied' : 'line.copy')}</span>
      </Button>
    </div>
  );
}
