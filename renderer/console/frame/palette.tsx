import { Spotlight, type SpotlightStore } from '@mantine/spotlight';
import '@mantine/spotlight/styles.layer.css';
import { IconSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { KeyHint } from '../../ui/index.ts';
import { useCommands, type Command } from '../commands.ts';
import classes from './palette.module.css';

/** «Ctrl+K»: every place and every action that has sense now, by its name. */
export function Palette({ store }: { store: SpotlightStore }) {
  const { t } = useTranslation('frame');
  const commands = useCommands();
  const group = (name: Command['group']) => ({
    group: t(`palette.${name}`),
    actions: commands
      .filter((command) => command.group === name)
      .map((command) => ({
        id: command.id,
        label: command.title,
        onClick: command.run,
        ...(command.keys === undefined ? {} : { rightSection: <KeyHint keys={command.keys} /> }),
      })),
  });
  return (
    <Spotlight
      store={store}
      shortcut={null}
      actions={[group('actions'), group('state'), group('places')]}
      nothingFound={t('palette.nothing')}
      highlightQuery={false}
      scrollable
      maxHeight={380}
      // The page itself never scrolls, and the lock would be an inline style, which our policy forbids.
      lockScroll={false}
      searchProps={{
        leftSection: <IconSearch size={18} aria-hidden />,
        placeholder: t('palette.placeholder'),
        'aria-label': t('palette.title'),
      }}
      overlayProps={{ blur: 0, backgroundOpacity: 0.3 }}
      classNames={{
        actionsGroup: classes.group,
        content: classes.content,
        search: classes.search,
        action: classes.action,
      }}
    />
  );
}
