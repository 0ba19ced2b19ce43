import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { BackupPart } from '../data/backup-part.tsx';
import { RegistryPart } from '../data/registry-part.tsx';
import { RetentionPart } from '../data/retention-part.tsx';
import { Section } from './section.tsx';
import type { Workstation } from './use-workstation.ts';

/** The registry and its import, how long data are kept, copies. */
export function DataSection({ workstation, dataDir }: { workstation: Workstation; dataDir: string }) {
  const { t } = useTranslation('data');
  const locked = workstation.isLocked('data');
  return (
    <Section title={t('title')} hint={t('hint')} locked={locked}>
      <RegistryPart locked={locked} />
      <RetentionPart workstation={workstation} />
      <BackupPart workstation={workstation} dataDir={dataDir} />
      <TextInput label={t('folder')} value={dataDir} readOnly />
    </Section>
  );
}
