import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { RegistryImport } from '../../../shared/contract/registry-import.ts';
import { Verdict } from '../../ui/index.ts';
import { countText } from './count-text.ts';
import classes from './data.module.css';
import type { RegistrySource } from './use-registry.ts';

/** Built, not in force: the rows with mistakes, each with its line and what to do; or far fewer licences than there are. */
export function ImportChecked(props: {
  state: Extract<RegistryImport, { phase: 'checked' }>;
  registry: RegistrySource;
}) {
  const { t } = useTranslation('data');
  const { mistakes, mistakeCount, ...state } = props.state;
  const entries = countText(state.entries);
  const present = countText(state.present);
  const count = countText(mistakeCount);
  return (
    <div className={classes.preview}>
      {mistakeCount === 0 ? (
        <Verdict tone="ask" title={t('fewer')}>
          {t('fewerText', { entries, present })}
        </Verdict>
      ) : state.entries === 0 ? (
        <Verdict tone="no" title={t('nothingRight')} />
      ) : (
        <Verdict tone="ask" title={t('withMistakes', { count })}>
          {t('withMistakesText', { entries })}
        </Verdict>
      )}
      {mistakes.length > 0 && (
        <div className={classes.mistakes} role="region" aria-label={t('mistakes')} tabIndex={0}>
          <table className={classes.columns}>
            <thead>
              <tr>
                <th scope="col">{t('line')}</th>
                <th scope="col">{t('column')}</th>
                <th scope="col">{t('why')}</th>
              </tr>
            </thead>
            <tbody>
              {mistakes.map(({ line, column, code, value }, place) => (
                <tr key={place}>
                  <td className="num">{line}</td>
                  <td>{column || '–'}</td>
                  <td className={classes.why}>{t(`rowMistake.${code}`, { value })}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {mistakeCount > mistakes.length && (
        <p className="small dim">{t('mistakesShown', { shown: mistakes.length, count })}</p>
      )}
      <div className={classes.choose}>
        {state.entries > 0 && (
          <Button onClick={props.registry.apply}>{t(mistakeCount > 0 ? 'applyPartly' : 'applyFewer')}</Button>
        )}
        <Button variant="subtle" onClick={props.registry.cancel}>
          {t('cancel')}
        </Button>
      </div>
    </div>
  );
}
