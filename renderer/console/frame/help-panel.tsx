import { UnstyledButton } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { KeyHint } from '../../ui/index.ts';
import { useCommands, type Command } from '../commands.ts';
import { usePlace, usePlaceState, useSnapshot } from '../store/context.tsx';
import { callWaits } from '../workplace/mode.ts';
import { helpWord } from './help-word.ts';
import classes from './help.module.css';
import { PanelBody } from './panel-body.tsx';
import { SidePanel } from './side-panel.tsx';

const ALWAYS = ['enter', 'digits', 'escape', 'change'] as const;
const GROUPS = ['actions', 'state', 'places'] as const;

/** «Что можно сделать сейчас», beside the screen it is about: the list of «Ctrl+K» with its keys, and a sentence on the present state. */
export function HelpPanel() {
  const opened = usePlaceState(({ help }) => help);
  return opened ? <Panel /> : null;
}

function Panel() {
  const { t } = useTranslation('keys');
  const place = usePlace();
  const word = useSnapshot(helpWord);
  const rings = useSnapshot(callWaits);
  const panel = useRef<HTMLElement>(null);
  useEffect(() => panel.current?.querySelector('button')?.focus(), []);
  // Opened while nothing rang, it gives way to a call: the focus goes to «Ответить».
  const rangBefore = useRef(rings);
  useEffect(() => {
    if (rings && !rangBefore.current) place.closeHelp();
    rangBefore.current = rings;
  }, [rings, place]);
  return (
    <SidePanel title={t('help.title')} panel={panel} closing={{ label: t('help.close'), close: place.closeHelp }}>
      <PanelBody>
        <p>{t(`help.now.${word}`)}</p>
        {GROUPS.map((group) => (
          <Group key={group} name={group} />
        ))}
        <section aria-labelledby="help-always">
          <h3 id="help-always" className={classes.heading}>
            {t('help.always')}
          </h3>
          <ul className={classes.always}>
            {ALWAYS.map((what) => (
              <li key={what}>{t(`help.keys.${what}`)}</li>
            ))}
          </ul>
        </section>
      </PanelBody>
    </SidePanel>
  );
}

function Group({ name }: { name: Command['group'] }) {
  const { t } = useTranslation('frame');
  const place = usePlace();
  const commands = useCommands().filter(({ group, id }) => group === name && id !== 'help');
  // The panel goes first: it gives the focus back, and the action may take it elsewhere.
  const run = (command: Command) => {
    flushSync(place.closeHelp);
    command.run();
  };
  return (
    <section aria-label={t(`palette.${name}`)}>
      <h3 className={classes.heading}>{t(`palette.${name}`)}</h3>
      <ul className={classes.list}>
        {commands.map((command) => (
          <li key={command.id}>
            <UnstyledButton className={classes.action} onClick={() => run(command)}>
              <span>{command.title}</span>
              {command.keys !== undefined && <KeyHint keys={command.keys} />}
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </section>
  );
}
