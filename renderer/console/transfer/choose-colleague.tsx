import { Button, TextInput, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatPhone, parsePhone } from '../../../shared/regulation/phone-number.ts';
import { RowList } from '../../ui/index.ts';
import { useDesk, useSnapshot } from '../store/context.tsx';
import { Lamp } from './lamp.tsx';
import classes from './transfer.module.css';

/** Whom to hand the user over to: a colleague of the list with their lamp, or a number typed or pasted; then how. */
export function ChooseColleague({ callId }: { callId: string }) {
  const { t } = useTranslation('transfer');
  const desk = useDesk();
  const colleagues = useSnapshot((snapshot) => snapshot.colleagues);
  const [number, setNumber] = useState('');
  const typed = number.trim();
  const name = colleagues.find((one) => one.number === typed)?.name ?? '';
  const go = (how: 'transfer' | 'consult') => void desk.act(how, { callId, number: typed, name });
  const paste = (event: React.ClipboardEvent) => {
    const { e164 } = parsePhone(event.clipboardData.getData('text'));
    if (e164 === null) return;
    event.preventDefault();
    setNumber(formatPhone(e164));
  };
  return (
    <>
      {colleagues.length === 0 ? (
        <p className="small dim">{t('noColleagues')}</p>
      ) : (
        <RowList className={classes.colleagues} label={t('colleagues')}>
          {colleagues.map((one) => (
            <li key={one.number}>
              <UnstyledButton
                className={classes.colleague}
                aria-label={t('choose', one)}
                aria-pressed={one.number === typed}
                onClick={() => setNumber(one.number)}
              >
                <span className="ellipsis strong" title={one.name}>
                  {one.name}
                </span>
                <Lamp lamp={one.lamp} />
                <span className="num dim">{one.number}</span>
              </UnstyledButton>
            </li>
          ))}
        </RowList>
      )}
      <TextInput
        label={t('number')}
        placeholder={t('numberPlaceholder')}
        type="tel"
        autoComplete="off"
        data-autofocus
        value={number}
        onChange={(event) => setNumber(event.currentTarget.value)}
        onPaste={paste}
      />
      <div className={classes.buttons}>
        <Button variant="filled" disabled={typed === ''} onClick={() => go('consult')}>
          {t('consult')}
        </Button>
        <span className="small dim">{t('consultHint')}</span>
        <Button disabled={typed === ''} onClick={() => go('transfer')}>
          {t('now')}
        </Button>
        <span className="small dim">{t('nowHint')}</span>
      </div>
    </>
  );
}
