import { SegmentedControl, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PersonalSettings } from '../../../shared/contract/settings.ts';
import { Row, Section } from './section.tsx';
import classes from './settings.module.css';

const THEMES = ['auto', 'light', 'dark'] as const;
const LANGUAGES = ['ru', 'en'] as const;

/** Look and language: seen at once. */
export function LookSection(props: { personal: PersonalSettings; onSave: (patch: Partial<PersonalSettings>) => void }) {
  const { personal, onSave } = props;
  const { t } = useTranslation('settings');
  return (
    <Section title={t('look.title')} hint={t('look.hint')}>
      <Row>
        <div>
          <div className={classes.label} id="settings-theme">
            {t('look.theme')}
          </div>
          <SegmentedControl
            aria-labelledby="settings-theme"
            value={personal.theme}
            data={THEMES.map((value) => ({ value, label: t(`look.themes.${value}`) }))}
            onChange={(chosen) => {
              const theme = THEMES.find((known) => known === chosen);
              if (theme) onSave({ theme });
            }}
          />
        </div>
        <Select
          label={t('look.language')}
          value={personal.language}
          data={LANGUAGES.map((value) => ({ value, label: t(`look.languages.${value}`) }))}
          onChange={(chosen) => {
            const language = LANGUAGES.find((known) => known === chosen);
            if (language) onSave({ language });
          }}
        />
      </Row>
    </Section>
  );
}
