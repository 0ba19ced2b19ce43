import { Button, Popover } from '@mantine/core';
import { IconGridDots } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './keypad.module.css';

const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'] as const;
type Key = (typeof KEYS)[number];

/**
 * «Клавиатура»: twelve keys by mouse or keyboard; each is handed on as it is pressed.
 * @param props.beside opens to the right, where it covers neither timer nor comment
 */
export function Keypad(props: { onKey: (key: Key) => void; foot?: ReactNode; beside?: boolean }) {
  const { onKey, foot, beside = false } = props;
  const { t } = useTranslation('workplace');
  const [opened, setOpened] = useState(false);
  const name = (key: Key) =>
    key === '*' ? t('dial.star') : key === '#' ? t('dial.hash') : t('dial.digit', { digit: key });
  const typedKey = (event: React.KeyboardEvent) => {
    const key = KEYS.find((known) => known === event.key);
    if (key) onKey(key);
  };
  return (
    <Popover opened={opened} onChange={setOpened} position={beside ? 'right-start' : 'top-start'} trapFocus returnFocus>
      <Popover.Target>
        <Button
          title={t('dial.keypad')}
          leftSection={<IconGridDots size={18} aria-hidden />}
          onClick={() => setOpened((before) => !before)}
        >
          {t('dial.keypad')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('dial.keypad')} onKeyDown={typedKey}>
        <div className={classes.keys}>
          {KEYS.map((key) => (
            <Button key={key} className={classes.key} aria-label={name(key)} onClick={() => onKey(key)}>
              {key}
            </Button>
          ))}
        </div>
        {foot}
      </Popover.Dropdown>
    </Popover>
  );
}
