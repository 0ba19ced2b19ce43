import { Switch, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SettingsView } from '../../../shared/contract/settings.ts';
import type { SettingsForm } from './form.ts';
import { LineLinks } from './line-links.tsx';
import { Row, Section } from './section.tsx';
import type { Workstation } from './use-workstation.ts';

/** The second listener: the lead's and the users' pages, off until switched on. */
export function LineSection({ workstation, view }: { workstation: Workstation; view: SettingsView }) {
  const { t } = useTranslation('settings');
  const { form, change, mistake } = workstation;
  const locked = workstation.isLocked('line');
  const { listen } = form.line;
  const set = (patch: Partial<SettingsForm['line']['listen']>) =>
    change({ line: { ...form.line, listen: { ...listen, ...patch } } });
  return (
    <Section title={t('line.title')} hint={t('line.hint')} locked={locked}>
      <Switch
        label={t('line.enabled')}
        description={t('line.enabledHint')}
        disabled={locked}
        checked={listen.enabled}
        onChange={(event) => set({ enabled: event.currentTarget.checked })}
      />
      {listen.enabled && (
        <Row>
          <TextInput
            label={t('line.host')}
            description={t('line.hostHint')}
            readOnly={locked}
            spellCheck={false}
            value={listen.host}
            error={mistake('line.listen.host')}
            onChange={(event) => set({ host: event.currentTarget.value })}
          />
          <TextInput
            label={t('line.port')}
            description={t('mistake.port')}
            inputMode="numeric"
            readOnly={locked}
            value={listen.port}
            error={mistake('line.listen.port')}
            onChange={(event) => set({ port: event.currentTarget.value })}
          />
        </Row>
      )}
      {listen.enabled && <LineLinks links={view.links} />}
    </Section>
  );
}
