import { useTranslation } from 'react-i18next';
import type { SettingsView } from '../../../shared/contract/settings.ts';
import { RecordingRow } from './recording-row.tsx';
import { Row, Section } from './section.tsx';

/** «Записи для пользователя»: what the caller hears before the limit, the line's own. */
export function RecordingsSection({ view, took }: { view: SettingsView; took: (view: SettingsView) => void }) {
  const { t } = useTranslation('settings');
  const locked = view.locked.includes('recordings');
  const { headphones } = view.personal;
  const heard = { locked, took, devices: headphones === null ? [] : [headphones], volume: 1 };
  return (
    <Section title={t('recordings.title')} hint={t('recordings.hint')} locked={locked}>
      <Row>
        <RecordingRow kind="notice" about={view.recordings.notice} {...heard} />
        <RecordingRow kind="farewell" about={view.recordings.farewell} {...heard} />
      </Row>
    </Section>
  );
}
