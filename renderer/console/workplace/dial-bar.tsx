import { Button, TextInput } from '@mantine/core';
import { IconPhone } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { CallbackEvent } from '../../../shared/contract/events.ts';
import { formatPhone, parsePhone } from '../../../shared/regulation/phone-number.ts';
import { Bar, dueText, StatePill, useLive } from '../../ui/index.ts';
import { useDesk, usePlace, usePlaceState } from '../store/context.tsx';
import { Keypad } from './keypad.tsx';
import classes from './idle.module.css';
import { useWhoIs } from './use-who-is.ts';
import { candidateText } from './who.ts';
import { SpeedDials } from './speed-dials.tsx';

/** «Набрать номер»: typed, pasted in any form, or pressed; what will be dialled is shown before. */
export function DialBar() {
  const { t } = useTranslation('workplace');
  const desk = useDesk();
  const place = usePlace();
  const { number, link } = usePlaceState((state) => state.dial);
  const typed = number.trim();
  const type = (next: string) => place.toDial({ number: next, link: null });
  const dial = async () => {
    if (typed === '') return;
    const outcome = await desk.act('dial', { number: typed, eventId: null, consultationId: null });
    if (outcome.ok) type('');
  };
  const paste = (event: React.ClipboardEvent) => {
    const { e164 } = parsePhone(event.clipboardData.getData('text'));
    if (e164 === null) return;
    event.preventDefault();
    type(formatPhone(e164));
  };
  return (
    <form
      data-dial-bar
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
          onChange={(event) => type(event.currentTarget.value)}
          onPaste={paste}
        />
        <Keypad onKey={(key) => type(number + key)} />
        <Button type="submit" disabled={typed === ''} leftSection={<IconPhone size={18} aria-hidden />}>
          {t('dial.call')}
        </Button>
      </Bar>
      <div className={`small dimmer ${classes.shown}`}>
        {typed !== '' && <Shown number={typed} />}
        {link !== null && <FromLink link={link} />}
      </div>
      <SpeedDials />
    </form>
  );
}

/** Where a number came from that nobody typed. */
function FromLink({ link }: { link: string }) {
  const { t } = useTranslation('workplace');
  return (
    <span className="ellipsis" role="status" title={link}>
      {t('dial.fromLink', { link })}
    </span>
  );
}

/** What will be dialled: the number understood, or the text as it is; whose it may be, and the open event of it. */
function Shown({ number }: { number: string }) {
  const { t } = useTranslation('workplace');
  const { e164 } = parsePhone(number);
  const { candidates, colleague, openEvent } = useWhoIs(number);
  const [likeliest] = candidates;
  const who =
    colleague !== null
      ? t('dial.colleague', { name: colleague })
      : likeliest && t('dial.maybe', { who: candidateText(likeliest) });
  return (
    <>
      <span className="num">
        {e164 === null ? t('dial.asItIs', { number }) : t('dial.shownAs', { number: formatPhone(e164) })}
      </span>
      <span role="status" className={classes.whose}>
        {who && (
          <span className="ellipsis" title={who}>
            {who}
          </span>
        )}
        {openEvent !== null && <EventDue event={openEvent} />}
      </span>
    </>
  );
}

function EventDue({ event }: { event: CallbackEvent }) {
  const { t } = useTranslation('workplace');
  const { t: words } = useTranslation('ui');
  const due = useLive((now) => dueText(words, event.dueBy, now));
  return <StatePill tone="warn">{t('dial.openEvent', { due })}</StatePill>;
}
