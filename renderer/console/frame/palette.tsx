import { Spotlight, type SpotlightStore } from '@mantine/spotlight';
import '@mantine/spotlight/styles.layer.css';
import { IconSearch } from '@tabler/icons-react';
import { useCallback, useState, type ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import { KeyHint } from '../../ui/index.ts';
import { useCommands, type Command } from '../commands.ts';
import classes from './palette.module.css';

const GROUPS = ['actions', 'state', 'places'] as const;
const LIST_ID = 'palette-list';
const rowId = (command: Command): string => `palette-${command.id}`;

/**
 * «Ctrl+K»: every place and every action that has sense now, by its name. A combobox with its list (WAI-ARIA's pattern): the focus stays in
 * the search, and a screen reader hears the row the arrows have chosen.
 */
export function Palette({ store }: { store: SpotlightStore }) {
  const { t } = useTranslation('frame');
  const [query, setQuery] = useState('');
  return (
    <Spotlight.Root
      store={store}
      query={query}
      onQueryChange={setQuery}
      shortcut={null}
      scrollable
      maxHeight={380}
      // The page itself never scrolls, and the lock would be an inline style, which our policy forbids.
      lockScroll={false}
      attributes={{ content: { 'aria-label': t('palette.title') } }}
      overlayProps={{ blur: 0, backgroundOpacity: 0.3 }}
      classNames={{
        inner: classes.inner,
        actionsGroup: classes.group,
        content: classes.content,
        search: classes.search,
        action: classes.action,
      }}
    >
      <Choice store={store} query={query} />
    </Spotlight.Root>
  );
}

/** The search and its list. There while it is open only: what has sense now changes with every call. */
function Choice({ store, query }: { store: SpotlightStore; query: string }) {
  const { t } = useTranslation('frame');
  const commands = useCommands();
  const wanted = query.trim().toLowerCase();
  const groups = GROUPS.map((name) => ({
    name,
    rows: commands.filter(({ group, title }) => group === name && title.toLowerCase().includes(wanted)),
  })).filter(({ rows }) => rows.length > 0);
  const rows = groups.flatMap((group) => group.rows);
  const [marked, watch] = useMarkedRow(store);
  return (
    <>
      <Spotlight.Search
        leftSection={<IconSearch size={18} aria-hidden />}
        placeholder={t('palette.placeholder')}
        role="combobox"
        aria-label={t('palette.title')}
        aria-autocomplete="list"
        aria-expanded={rows.length > 0}
        aria-controls={rows.length > 0 ? LIST_ID : undefined}
        aria-activedescendant={marked}
      />
      {rows.length > 0 ? (
        // Not the library's list, whose scrolling part is another element than the one that is the list.
        <div ref={watch} id={LIST_ID} role="listbox" aria-label={t('palette.title')} className={classes.list}>
          {groups.map((group) => (
            <Spotlight.ActionsGroup
              key={group.name}
              role="group"
              label={t(`palette.${group.name}`)}
              aria-label={t(`palette.${group.name}`)}
            >
              {group.rows.map((command) => (
                <Row key={command.id} command={command} chosen={rowId(command) === marked} />
              ))}
            </Spotlight.ActionsGroup>
          ))}
        </div>
      ) : (
        <Spotlight.Empty role="status">{t('palette.nothing')}</Spotlight.Empty>
      )}
    </>
  );
}

/** The row that Enter takes: the library marks it in the document alone, and so it is read there. */
function useMarkedRow(store: SpotlightStore) {
  const [marked, setMarked] = useState<string>();
  const watch = useCallback(
    (list: HTMLElement | null) => {
      if (list === null) return;
      store.updateState((state) => ({ ...state, listId: list.id }));
      const look = () => setMarked(list.querySelector('[data-selected]')?.id);
      const observer = new MutationObserver(look);
      observer.observe(list, { attributeFilter: ['data-selected'], childList: true, subtree: true });
      look();
      return () => {
        observer.disconnect();
        setMarked(undefined);
      };
    },
    [store],
  );
  return [marked, watch] as const;
}

function Row({ command, chosen }: { command: Command; chosen: boolean }) {
  const { title, keys, run } = command;
  return (
    <Spotlight.Action
      // The library keeps `id` to itself.
      renderRoot={(props: ComponentProps<'button'>) => <button {...props} id={rowId(command)} />}
      role="option"
      aria-selected={chosen}
      label={title}
      dimmedSections={false}
      rightSection={keys && <KeyHint keys={keys} />}
      onClick={run}
    />
  );
}
