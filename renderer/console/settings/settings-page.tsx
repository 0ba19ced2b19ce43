import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ErrorState, Page, Pane, RowSkeletons } from '../../ui/index.ts';
import type { SettingsView } from '../../../shared/contract/settings.ts';
import { CheckSection } from './check-section.tsx';
import { useFailureText } from '../frame/failure-text.ts';
import { KeysSection } from '../keys/keys-section.tsx';
import { DataSection } from './data-section.tsx';
import { DesktopSection } from './desktop-section.tsx';
import { ExportSection } from './export-section.tsx';
import { LimitsSection } from './limits-section.tsx';
import { LineSection } from './line-section.tsx';
import { LookSection } from './look-section.tsx';
import { PhoneSection } from './phone-section.tsx';
import { ColleaguesSection } from './colleagues-section.tsx';
import { RecordingsSection } from './recordings-section.tsx';
import { RulesSection } from './rules-section.tsx';
import { SaySection } from './say-section.tsx';
import { SaveBar } from './save-bar.tsx';
import { Section } from './section.tsx';
import classes from './settings.module.css';
import { SoundSection } from './sound-section.tsx';
import { SpeedDialsSection } from './speed-dials-section.tsx';
import { useSettings, type SettingsSource } from './use-settings.ts';
import { useWorkstation, type Workstation } from './use-workstation.ts';

/** «Настройки»: one's own, saved at once, and the workstation's, saved together. */
export function SettingsPage() {
  const { t } = useTranslation('settings');
  const failureText = useFailureText();
  const source = useSettings();
  const { view, failure } = source;
  if (view !== null) return <Loaded view={view} source={source} />;
  return (
    <Page title={t('title')}>
      <Pane>
        {failure === null ? (
          <RowSkeletons rows={8} height={52} />
        ) : (
          <ErrorState message={failureText(failure)} onRetry={source.retry} />
        )}
      </Pane>
    </Page>
  );
}

function Loaded({ view, source }: { view: SettingsView; source: SettingsSource }) {
  const { t } = useTranslation('settings');
  const workstation = useWorkstation(view, source.took);
  return (
    <div className={classes.screen}>
      <Page title={t('title')} beside={<span className="small dim">{t('own')}</span>}>
        <Pane className={classes.pane}>
          <SoundSection view={view} onSave={source.savePersonal} took={source.took} />
          <LookSection personal={view.personal} onSave={source.savePersonal} />
          <KeysSection personal={view.personal} onSave={source.savePersonal} />
          <DesktopSection personal={view.personal} onSave={source.savePersonal} />
          <SpeedDialsSection personal={view.personal} onSave={source.savePersonal} />
        </Pane>
        <Pane className={classes.pane}>
          <CheckSection />
          <PersonSection workstation={workstation} />
          <PhoneSection workstation={workstation} view={view} />
          <LimitsSection workstation={workstation} />
          <RecordingsSection view={view} took={source.took} />
        </Pane>
        <Pane className={classes.pane}>
          <LineSection workstation={workstation} view={view} />
          <ColleaguesSection workstation={workstation} />
          <RulesSection workstation={workstation} />
          <SaySection view={view} took={source.took} />
        </Pane>
        <Pane className={classes.pane}>
          <DataSection workstation={workstation} dataDir={view.dataDir} />
          <ExportSection workstation={workstation} />
        </Pane>
      </Page>
      <SaveBar workstation={workstation} />
    </div>
  );
}

function PersonSection({ workstation }: { workstation: Workstation }) {
  const { t } = useTranslation('settings');
  const locked = workstation.isLocked('consultant');
  return (
    <Section title={t('person.title')} hint={t('person.hint')} locked={locked}>
      <TextInput
        label={t('person.name')}
        readOnly={locked}
        maxLength={300}
        value={workstation.form.consultantName}
        error={workstation.mistake('consultantName')}
        onChange={(event) => workstation.change({ consultantName: event.currentTarget.value })}
      />
    </Section>
  );
}
