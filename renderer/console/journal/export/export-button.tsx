import { Button, Menu } from '@mantine/core';
import { IconDownload, IconX } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { usePlace, usePlaceState } from '../../store/context.tsx';
import type { JournalWish } from '../use-journal-search.ts';
import { useExport } from './use-export.ts';

/** «Выгрузить»: what the journal shows, as a file for Excel; while it is written, how far it is, and the way to call it off. */
export function ExportButton({ wish }: { wish: JournalWish }) {
  const { t } = useTranslation('history');
  const place = usePlace();
  const opened = usePlaceState(({ exporting }) => exporting);
  const { done, start, cancel } = useExport(wish);
  // Asked for by name while one is written: no menu opens by itself when it is done.
  useEffect(() => {
    if (done !== null && opened) place.closeExport();
  }, [done, opened, place]);
  if (done !== null)
    return (
      <Button size="sm" leftSection={<IconX size={16} aria-hidden />} title={t('export.cancel')} onClick={cancel}>
        {t('export.progress', { count: done })}
      </Button>
    );
  return (
    <Menu position="bottom-end" opened={opened} onOpen={place.openExport} onClose={place.closeExport}>
      <Menu.Target>
        <Button size="sm" variant="subtle" leftSection={<IconDownload size={16} aria-hidden />}>
          {t('export.start')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => start('xlsx')}>{t('export.xlsx')}</Menu.Item>
        <Menu.Item onClick={() => start('csv')}>{t('export.csv')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
