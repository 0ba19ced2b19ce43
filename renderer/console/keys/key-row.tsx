import { Button } from '@mantine/core';
import { useEffect, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { KeyBinding, KeyCommand } from '../../../shared/contract/keys.ts';
import { KeyHint } from '../../ui/index.ts';
import { useSnapshot } from '../store/context.tsx';
import { callWaits } from '../workplace/mode.ts';
import { bindingOf, DEFAULT_KEYS, keyText, sameKey } from './keymap.ts';
import classes from './keys.module.css';
import { isModifier } from './reserved.ts';

/** One command and its key: «Изменить» waits for the next key pressed; Esc, another field or an incoming call leave it as it was. What is said of it stands beneath. */
export function KeyRow(props: {
  command: KeyCommand;
  binding: KeyBinding | null;
  onKey: (key: KeyBinding) => void;
  children: ReactNode;
}) {
  const { command, binding, onKey } = props;
  const { t } = useTranslation('keys');
  const [waits, setWaits] = useState(false);
  const rings = useSnapshot(callWaits);
  useEffect(() => {
    if (rings) setWaits(false);
  }, [rings]);
  const what = t(`command.${command}`);
  const usual = DEFAULT_KEYS[command];
  const onKeyDown = (event: KeyboardEvent) => {
    if (!waits || event.repeat || (event.code === 'Tab' && !event.ctrlKey && !event.altKey)) return;
    event.preventDefault();
    event.stopPropagation();
    if (isModifier(event.code)) return;
    setWaits(false);
    if (event.code !== 'Escape') onKey(bindingOf(event));
  };
  return (
    <li>
      <div className={classes.row}>
        <span>{what}</span>
        <span className={classes.key}>
          {binding === null ? <span className="small dimmer">{t('none')}</span> : <KeyHint keys={keyText(binding)} />}
          <span className="unseen">{keyText(binding)}</span>
        </span>
        <Button
          size="sm"
          aria-label={waits ? t('press') : t('changeWhat', { what })}
          aria-pressed={waits}
          variant={waits ? 'on' : 'default'}
          title={waits ? t('pressHint') : undefined}
          onClick={() => setWaits(true)}
          onBlur={() => setWaits(false)}
          onKeyDown={onKeyDown}
        >
          {t(waits ? 'press' : 'change')}
        </Button>
        {!sameKey(binding, usual) && (
          <Button
            size="sm"
            variant="subtle"
            aria-label={t('usualWhat', { keys: keyText(usual), what })}
            onClick={() => onKey(usual)}
          >
            {t('usual', { keys: keyText(usual) })}
          </Button>
        )}
      </div>
      {props.children}
    </li>
  );
}
