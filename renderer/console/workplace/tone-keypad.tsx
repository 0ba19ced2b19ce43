import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../store/context.tsx';
import { Keypad } from './keypad.tsx';
import classes from './keypad.module.css';

/** «Клавиатура» in a call: each key is sent as a tone at once (RFC 4733); what was sent is shown. */
export function ToneKeypad({ callId }: { callId: string }) {
  const { t } = useTranslation('workplace');
  const desk = useDesk();
  const [sent, setSent] = useState('');
  const press = async (tones: string) => {
    const outcome = await desk.act('dtmf', { callId, tones });
    if (outcome.ok) setSent((before) => (before + tones).slice(-24));
  };
  return (
    <Keypad
      beside
      onKey={(key) => void press(key)}
      foot={<div className={classes.foot}>{sent === '' ? '' : t('call.toneSent', { tones: sent })}</div>}
    />
  );
}
