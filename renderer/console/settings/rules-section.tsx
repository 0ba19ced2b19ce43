import { Switch, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DateText } from '../../ui/index.ts';
import type { SettingsForm } from './form.ts';
import { NoticesEditor } from './notices-editor.tsx';
import { Row, Section } from './section.tsx';
import type { Workstation } from './use-workstation.ts';

/** The line's hours and lists. */
export function RulesSection({ workstation }: { workstation: Workstation }) {
  const { t } = useTranslation('settings');
  const { form, change, mistake } = workstation;
  const locked = workstation.isLocked('line');
  const { line } = form;
  const set = (patch: Partial<SettingsForm['line']>) => change({ line: { ...line, ...patch } });
  const lines = (name: 'configurations' | 'phones') => (
    <Textarea
      label={t(`line.${name}`)}
      description={t(`line.${name}Hint`)}
      autosize
      minRows={2}
      maxRows={8}
      readOnly={locked}
      value={line[name]}
      error={mistake(`line.${name}`)}
      onChange={(event) => set({ [name]: event.currentTarget.value })}
    />
  );
  return (
    <Section title={t('line.rules')} hint={t('line.rulesHint')} locked={locked}>
      <Switch
        label={t('line.shortenedDays')}
        disabled={locked}
        checked={line.shortenedDays}
        onChange={(event) => set({ shortenedDays: event.currentTarget.checked })}
      />
      <NoticesEditor
        notices={line.notices}
        locked={locked}
        mistake={mistake('line.notices')}
        onChange={(notices) => set({ notices })}
      />
      <Row>
        <TextInput
          label={t('line.latestRelease')}
          description={t('line.latestReleaseHint')}
          readOnly={locked}
          value={line.latestRelease}
          error={mistake('line.latestRelease')}
          onChange={(event) => set({ latestRelease: event.currentTarget.value })}
        />
        <DateText
          label={t('line.latestReleaseSince')}
          description={t('line.latestReleaseSinceHint')}
          readOnly={locked}
          text={line.latestReleaseSince}
          error={mistake('line.latestReleaseSince')}
          onText={(latestReleaseSince) => set({ latestReleaseSince })}
        />
      </Row>
      {lines('phones')}
      {lines('configurations')}
    </Section>
  );
}
