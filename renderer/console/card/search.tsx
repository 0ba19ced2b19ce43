import { Combobox, TextInput, useCombobox } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConsultationView } from '../../../shared/contract/desk.ts';
import { shortDate } from '../../ui/index.ts';
import { KeyOf } from '../keys/key-of.tsx';
import { EntryLines } from './candidate-lines.tsx';
import classes from './card.module.css';
import { CARD_SEARCH_ID } from './focus.ts';
import { useRegistrySearch, type Found } from './use-registry-search.ts';
import { useTake } from './use-take.ts';

const TAKEN_BY_KEY = ['candidate-1', 'candidate-2', 'candidate-3'] as const;

/** «Поиск» over the licence registry, as one types; the results float, so that the card below does not move. */
export function Search({ consultation }: { consultation: ConsultationView }) {
  const { t } = useTranslation('card');
  const [text, setText] = useState('');
  const { found, isOld } = useRegistrySearch(text);
  const take = useTake(consultation);
  const combobox = useCombobox();
  const { selectFirstOption } = combobox;
  /** Enter came before the answer to what is typed: the first of it is taken once it is there. */
  const awaited = useRef(false);
  const choose = (entryId: string) => {
    combobox.closeDropdown();
    setText('');
    void take.entry(entryId);
  };
  const answered = useEffectEvent((answer: Found) => {
    const [first] = answer.state === 'found' ? answer.entries : [];
    if (awaited.current && first !== undefined) choose(first.id);
    awaited.current = false;
  });
  useEffect(() => {
    if (isOld) return;
    // Enter takes the first answer unless the arrows chose another.
    selectFirstOption();
    answered(found);
  }, [found, isOld, selectFirstOption]);
  return (
    <Combobox store={combobox} onOptionSubmit={choose}>
      <Combobox.Target>
        <TextInput
          id={CARD_SEARCH_ID}
          label={t('search')}
          placeholder={t('searchPlaceholder')}
          autoComplete="off"
          spellCheck={false}
          value={text}
          leftSection={<IconSearch size={16} aria-hidden />}
          rightSection={<KeyOf command="search" />}
          rightSectionWidth={58}
          onKeyDown={({ key }) => {
            awaited.current = key === 'Enter' && isOld && combobox.dropdownOpened;
          }}
          onChange={(event) => {
            setText(event.currentTarget.value);
            combobox.openDropdown();
          }}
          onFocus={() => text !== '' && combobox.openDropdown()}
          onBlur={() => {
            awaited.current = false;
            combobox.closeDropdown();
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={found.state === 'idle'}>
        <Results found={found} isOld={isOld} />
      </Combobox.Dropdown>
    </Combobox>
  );
}

function Results({ found, isOld }: { found: Found; isOld: boolean }) {
  const { t } = useTranslation('card');
  if (found.state !== 'found')
    return (
      <div className={classes.nothing} data-answers={found.state === 'searching' || undefined}>
        {t(found.state === 'failed' ? 'searchFailed' : 'searching')}
      </div>
    );
  if (found.entries.length === 0)
    return (
      <div className={classes.nothing}>
        <div className="strong">{t('nothing')}</div>
        <div className="small dim">{t('nothingHint')}</div>
      </div>
    );
  return (
    <>
      <Combobox.Options className={classes.results} aria-label={t('found')} aria-busy={isOld} data-answers>
        {found.entries.map((entry, index) => {
          const key = TAKEN_BY_KEY[index];
          return (
            <Combobox.Option
              key={entry.id}
              value={entry.id}
              disabled={isOld}
              className={classes.option}
              data-candidate={key === undefined ? undefined : index + 1}
            >
              <EntryLines entry={entry} />
              {key !== undefined && <KeyOf command={key} />}
            </Combobox.Option>
          );
        })}
      </Combobox.Options>
      {found.asOf !== null && (
        <div className={`small dimmer ${classes.asOf}`}>{t('asOf', { date: shortDate(found.asOf) })}</div>
      )}
    </>
  );
}
