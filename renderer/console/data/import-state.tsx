import { Button, Progress } from '@mantine/core';
import { IconCircleX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { RegistryImport } from '../../../shared/contract/registry-import.ts';
import { Verdict } from '../../ui/index.ts';
import { useFailureText } from '../frame/failure-text.ts';
import { countText } from './count-text.ts';
import classes from './data.module.css';
import { ImportChecked } from './import-checked.tsx';
import { ImportPreview } from './import-preview.tsx';
import type { RegistrySource } from './use-registry.ts';

/** How far the import is, and what may be done now. Every end says which registry is in force. */
export function ImportState({ registry, state }: { registry: RegistrySource; state: RegistryImport }) {
  const { t } = useTranslation('data');
  const failureText = useFailureText();
  switch (state.phase) {
    case 'none':
      return null;
    case 'receiving':
      if (!registry.sending)
        return (
          <Verdict tone="ask" title={t('interrupted', state)}>
            {t('interruptedHint')}
          </Verdict>
        );
      return <Running title={t('receiving')} done={state.received} total={state.size} registry={registry} />;
    case 'looking':
      return <Running title={t('looking')} done={0} total={null} registry={registry} />;
    case 'preview':
      return <ImportPreview key={state.fileName} state={state} registry={registry} />;
    case 'running':
      return <Running title={t(state.step)} done={state.done} total={state.total} registry={registry} />;
    case 'checked':
      return <ImportChecked state={state} registry={registry} />;
    case 'done':
      return (
        <div role="status">
          <Verdict tone="yes" title={t('done', { entries: countText(state.entries) })}>
            {state.leftOut > 0 ? t('doneLeftOut', { leftOut: countText(state.leftOut) }) : undefined}
          </Verdict>
        </div>
      );
    case 'cancelled':
      return (
        <div role="status">
          <Verdict tone="open" title={t('cancelled')} />
        </div>
      );
    case 'failed':
      return (
        <div role="alert">
          <Verdict tone="no" title={t('failed')}>
            {failureText(state.failure)}
          </Verdict>
        </div>
      );
  }
}

function Running(props: { title: string; done: number; total: number | null; registry: RegistrySource }) {
  const { t } = useTranslation('data');
  const { title, done, total } = props;
  const percent = total === null || total === 0 ? null : Math.round((done / total) * 100);
  return (
    <div className={classes.running}>
      <div className={classes.step}>
        <span className="strong">{title}</span>
        {percent !== null && <span className="num dim">{percent} %</span>}
      </div>
      <Progress.Root>
        <Progress.Section
          value={percent ?? 100}
          animated={percent === null}
          striped={percent === null}
          aria-label={title}
          {...(percent === null ? { 'aria-valuenow': undefined } : {})}
        />
      </Progress.Root>
      <div className={classes.choose}>
        <Button leftSection={<IconCircleX size={18} aria-hidden />} onClick={props.registry.cancel}>
          {t('cancel')}
        </Button>
        <span className="small dim">{t('working')}</span>
      </div>
    </div>
  );
}
