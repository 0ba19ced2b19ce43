import { Switch } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DesktopSettings, DesktopState, GlobalKey } from '../../../shared/contract/desktop.ts';
import type { PersonalSettings } from '../../../shared/contract/settings.ts';
import { useSnapshot } from '../store/context.tsx';
import { Section } from './section.tsx';
import classes from './settings.module.css';

const KEYS: Readonly<Record<GlobalKey, string>> = { answer: 'Ctrl+Shift+F2', end: 'Ctrl+Shift+F3' };

/** «Рабочий стол»: what the program does outside its window. In a browser there is no such place, and no section. */
export function DesktopSection(props: {
  personal: PersonalSettings;
  onSave: (patch: Partial<PersonalSettings>) => void;
}) {
  const { t } = useTranslation('settings');
  const state = useSnapshot((snapshot) => snapshot.desktop);
  if (state === null) return null;
  const { desktop } = props.personal;
  const save = (patch: Partial<DesktopSettings>) => props.onSave({ desktop: { ...desktop, ...patch } });
  return (
    <Section title={t('desktop.title')} hint={t('desktop.hint')}>
      <Switch
        label={t('desktop.mini')}
        description={t('desktop.miniHint')}
        checked={desktop.miniWindow}
        onChange={(event) => save({ miniWindow: event.currentTarget.checked })}
      />
      <Switch
        label={t('desktop.keys')}
        description={t('desktop.keysHint', KEYS)}
        checked={desktop.globalKeys}
        onChange={(event) => save({ globalKeys: event.currentTarget.checked })}
      />
      {desktop.globalKeys && state.refusedKeys.length > 0 && <Refused>{refusedKeys(state)}</Refused>}
      <Switch
        label={t('desktop.links')}
        description={t('desktop.linksHint')}
        checked={desktop.phoneLinks}
        onChange={(event) => save({ phoneLinks: event.currentTarget.checked })}
      />
      {desktop.phoneLinks && state.phoneLinks === 'refused' && <Refused>{t('desktop.linksRefused')}</Refused>}
    </Section>
  );

  function refusedKeys({ refusedKeys: taken }: DesktopState): string {
    return t('desktop.keysRefused', { keys: taken.map((key) => KEYS[key]).join(', ') });
  }
}

function Refused({ children }: { children: ReactNode }) {
  return (
    <p className={`small ${classes.refused}`} role="status">
      {children}
    </p>
  );
}
