import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { KEY_COMMANDS, type KeyBinding, type KeyCommand, type OwnKeys } from '../../../shared/contract/keys.ts';
import type { PersonalSettings } from '../../../shared/contract/settings.ts';
import { Section } from '../settings/section.tsx';
import { changeKey, swapKeys, type KeyChange } from './change-key.ts';
import { KeyRow } from './key-row.tsx';
import { keymapOf, keyText } from './keymap.ts';
import classes from './keys.module.css';

type Refused = { command: KeyCommand; key: KeyBinding; change: Exclude<KeyChange, { kind: 'changed' }> };

/** «Клавиши»: every action that has one, changed at once. A key that cannot be given says why, in the row it was meant for. */
export function KeysSection(props: { personal: PersonalSettings; onSave: (patch: Partial<PersonalSettings>) => void }) {
  const { t } = useTranslation('keys');
  const own = props.personal.keys;
  const keymap = keymapOf(own);
  const [refused, setRefused] = useState<Refused | null>(null);
  const save = (keys: OwnKeys) => {
    setRefused(null);
    props.onSave({ keys });
  };
  const change = (command: KeyCommand, key: KeyBinding) => {
    const asked = changeKey(own, command, key);
    if (asked.kind === 'changed') save(asked.own);
    else setRefused({ command, key, change: asked });
  };
  return (
    <Section title={t('title')} hint={t('hint')}>
      <ul className={classes.rows}>
        {KEY_COMMANDS.map((command) => (
          <KeyRow key={command} command={command} binding={keymap(command)} onKey={(key) => change(command, key)}>
            {refused?.command === command && (
              <Refusal refused={refused} onSwap={(other) => save(swapKeys(own, command, other))} />
            )}
          </KeyRow>
        ))}
      </ul>
      {Object.keys(own).length > 0 && (
        <Button className={classes.all} onClick={() => save({})}>
          {t('usualAll')}
        </Button>
      )}
    </Section>
  );
}

/** Why a key was not given, and the way out where another command has it. */
function Refusal({ refused, onSwap }: { refused: Refused; onSwap: (other: KeyCommand) => void }) {
  const { t } = useTranslation('keys');
  const { change } = refused;
  const keys = keyText(refused.key);
  if (change.kind === 'reserved')
    return (
      <p role="alert" className={classes.refused}>
        {t(`reserved.${change.why}`, { keys })}
      </p>
    );
  return (
    <div className={classes.refused}>
      <p role="alert">{t('taken', { keys, by: t(`command.${change.by}`) })}</p>
      <Button size="sm" onClick={() => onSwap(change.by)}>
        {t('swap')}
      </Button>
    </div>
  );
}
