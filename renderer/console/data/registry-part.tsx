import { Button, FileButton } from '@mantine/core';
import { IconDatabaseImport } from '@tabler/icons-react';
import { useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { LARGEST_IMPORT_BYTES, type RegistryAbout } from '../../../shared/contract/registry-import.ts';
import { moscowDate } from '../../../shared/regulation/time.ts';
import { cx, dateOfKey, Verdict } from '../../ui/index.ts';
import { useFailureText } from '../frame/failure-text.ts';
import classes from './data.module.css';
import { ImportState } from './import-state.tsx';
import { countText } from './count-text.ts';
import { useRegistry } from './use-registry.ts';

/** The registry in force with its age, and the way to another: from a file, chosen or dropped. */
export function RegistryPart({ locked }: { locked: boolean }) {
  const { t } = useTranslation('data');
  const failureText = useFailureText();
  const registry = useRegistry();
  const [over, setOver] = useState(false);
  const { state, failure } = registry;
  if (state === null) return null;
  const { phase } = state.import;
  const isBusy = registry.sending || phase === 'running' || phase === 'looking' || phase === 'preview';
  const mayChoose = !locked && !isBusy;
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file !== undefined && mayChoose) registry.send(file);
  };
  return (
    <div
      className={cx(classes.registry, over && mayChoose && classes.over)}
      role="group"
      aria-label={t('registry')}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <About about={state.about} />
      <ImportState registry={registry} state={state.import} />
      {failure !== null && (
        <p role="alert" className={classes.mistake}>
          {failureText(failure)}
        </p>
      )}
      {mayChoose && (
        <div className={classes.choose}>
          <FileButton
            accept=".csv,.txt,.xlsx"
            inputProps={{ 'aria-label': t('file') }}
            onChange={(file) => file !== null && registry.send(file)}
          >
            {(props) => (
              <Button {...props} leftSection={<IconDatabaseImport size={18} aria-hidden />}>
                {t('choose')}
              </Button>
            )}
          </FileButton>
          <span className="small dim">{t('chooseHint', { mb: LARGEST_IMPORT_BYTES / 1_000_000 })}</span>
        </div>
      )}
    </div>
  );
}

function About({ about }: { about: RegistryAbout | null }) {
  const { t } = useTranslation('data');
  if (about === null) return <Verdict tone="ask" title={t('none')} />;
  const { asOf, entries, source } = about;
  return (
    <div>
      <div className="strong num">{t('about', { date: dateOfKey(moscowDate(asOf)), entries: countText(entries) })}</div>
      <div className={cx('small dim', classes.source)} title={source}>
        {source === 'sample' ? t('sample') : t('source', { source })}
      </div>
    </div>
  );
}
