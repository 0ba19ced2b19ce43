import { Button, TextInput } from '@mantine/core';
import { IconPhone } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatPhone, parsePhone } from '../../../shared/regulation/phone-number.ts';
import { Bar } from '../../ui/index.ts';
import { useDesk } from '../store/context.tsx';
import { Keypad } from './keypad.tsx';
import classes from './idle.module.css';

/** «Набрать номер»: typed, pasted in any form, or pressed; what will be dialled is shown before. */
export function DialBar() {
  const { t } = useTranslation('workplace');
  const desk = useDesk();
  const [number, setNumber] = useState('');
  const typed = number.trim();
  const dial = async () => {
    if (typed === '') return;
    const outcome = await desk.act('dial', { number: typed, eventId: null, consultationId: null });
    if (outcome.ok) setNumber('');
  };
  const paste = (event: React.ClipboardEvent) => {
    const { e164 } = parsePhone(event.clipboardData.getData('text'));
    if (e164 === null) return;
    event.preventDefault();
    setNumber(formatPhone(e164));
  };
  return (
    <form
      className={classes.dial}
      onSubmit={(event) => {
        event.preventDefault();
        void dial();
      }}
    >
      <Bar>
        <TextInput
          className={classes.number}
          type="tel"
          autoComplete="off"
          aria-label={t('dial.label')}
          placeholder={t('dial.placeholder')}
          value={number}
          onChange={(event) => setNumber(event.currentTarget.value)}
          onPaste={paste}
        />
        <Keypad onKey={(key) => setNumber((before) => before + key)} />
        <Button type="submit" disabled={typed === ''} leftSection={<IconPhone size={18} aria-hidden />}>
          {t('dial.call')}
        </Button>
      </Bar>
      <div className={`small dimmer ${classes.shown}`}>{typed !== '' && <Shown number={typed} />}</div>
    </form>
  );
}

/** What will be dialled: the number understood, or the text as it is. */
function Shown({ number }: { number: string }) {
  const { t } = useTranslation('workplace');
  const { e164 } = parsePhone(number);
  return (
    <span className="num">
      {e164 === null ? t('dial.asItIs', { number }) : t('dial.shownAs', { number: formatPhone(e164) })}
    </span>
  );
}
