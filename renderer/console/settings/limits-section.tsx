import { Select, Switch, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Row, Section } from './section.tsx';
import type { SettingsForm } from './form.ts';
import type { Workstation } from './use-workstation.ts';

type DurationName = 'limit' | 'warningBefore' | 'lastMinuteBefore' | 'noticeBefore' | 'wrapUp';
const AT_LIMIT = ['end', 'warn-only'] as const;

/** How long a consultation lasts and how its end is announced, 4.1; minutes and seconds. */
export function LimitsSection({ workstation }: { workstation: Workstation }) {
  const { t } = useTranslation('settings');
  const { form, change } = workstation;
  const locked = workstation.isLocked('limits');
  const set = (patch: Partial<SettingsForm['limits']>) => change({ limits: { ...form.limits, ...patch } });
  const duration = (name: DurationName) => (
    <TextInput
      label={t(`limits.${name}`)}
      placeholder={t('limits.format')}
      title={t('limits.format')}
      inputMode="numeric"
      maxLength={6}
      readOnly={locked}
      value={form.limits[name]}
      error={workstation.mistake(`limits.${name}`)}
      onChange={(event) => set({ [name]: event.currentTarget.value })}
    />
  );
  return (
    <Section title={t('limits.title')} hint={t('limits.hint')} locked={locked}>
      <Row>
        {duration('limit')}
        <Select
          label={t('limits.atLimit')}
          disabled={locked}
          value={form.limits.atLimit}
          data={AT_LIMIT.map((value) => ({ value, label: t(`limits.atLimits.${value}`) }))}
          onChange={(chosen) => {
            const atLimit = AT_LIMIT.find((known) => known === chosen);
            if (atLimit) set({ atLimit });
          }}
        />
      </Row>
      <Row>
        {duration('warningBefore')}
        {duration('lastMinuteBefore')}
      </Row>
      <Row>
        {duration('noticeBefore')}
        {duration('wrapUp')}
      </Row>
      <Switch
        label={t('limits.notice')}
        disabled={locked}
        checked={form.limits.notice}
        onChange={(event) => set({ notice: event.currentTarget.checked })}
      />
    </Section>
  );
}
