import { Button } from '@mantine/core';
import { IconPhone, IconPhoneIncoming } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallView } from '../../../shared/contract/desk.ts';
import { Bar, KeyHint, Pane, PhoneNumber, TwoPanes } from '../../ui/index.ts';
import { isTyping } from '../card/focus.ts';
import { keysText } from '../keys/keymap.ts';
import { useDesk, useSnapshot } from '../store/context.tsx';
import { OpenEvent } from './open-event.tsx';
import { RingingSide } from './ringing-side.tsx';
import { useToEvent } from './to-event.ts';
import { likelyCaller } from './who.ts';
import classes from './ringing.module.css';

/** «Рабочее место» while it rings: who it may be, and the one thing to do. */
export function RingingScreen() {
  const { t } = useTranslation('workplace');
  const call = useSnapshot((snapshot) => snapshot.call);
  if (call === null) return null;
  return (
    <TwoPanes rightLabel={t('ringing.who')} centre={<Ringing call={call} />} right={<RingingSide call={call} />} />
  );
}

function Ringing({ call }: { call: CallView }) {
  const { t } = useTranslation('workplace');
  const who = likelyCaller(call);
  return (
    <>
      <Pane className={classes.pane}>
        <div className={classes.line}>
          <IconPhoneIncoming size={18} aria-hidden />
          {t('ringing.incoming')}
          {call.dialled !== '' && (
            <>
              {' · '}
              {t('ringing.onLine', { number: '' })}
              <PhoneNumber raw={call.dialled} />
            </>
          )}
        </div>
        <div>
          <PhoneNumber raw={call.number.raw} className={classes.number} />
          <div className={classes.who} title={who ?? undefined}>
            {who === null ? t('ringing.unknown') : t('ringing.maybe', { who })}
          </div>
        </div>
        {call.openEvent !== null && <OpenEvent event={call.openEvent} />}
        <RingingButtons call={call} size="lg" />
      </Pane>
      <div className="small dimmer">
        {call.callsThisWeek === 0 ? t('ringing.firstCall') : t('ringing.calls', { count: call.callsThisWeek })}{' '}
        {t('ringing.nothingFilled')}
      </div>
    </>
  );
}

/** «Ответить» (largest, gets the focus unless somebody types), «В событие», «Отклонить». */
export function RingingButtons({ call, size }: { call: CallView; size: 'md' | 'lg' }) {
  const { t } = useTranslation('workplace');
  const desk = useDesk();
  const toEvent = useToEvent();
  const answer = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!isTyping()) answer.current?.focus({ preventScroll: true });
  }, []);
  return (
    <div data-ringing>
      <Bar>
        <Button
          ref={answer}
          variant="filled"
          size={size}
          leftSection={<IconPhone size={20} aria-hidden />}
          rightSection={<KeyHint keys={keysText('answer')} />}
          onClick={() => void desk.act('answer', { callId: call.id })}
        >
          {t('ringing.answer')}
        </Button>
        <Button size={size} onClick={() => void toEvent(call.id)}>
          {t('ringing.toEvent')}
        </Button>
        <Button size={size} onClick={() => void desk.act('decline', { callId: call.id })}>
          {t('ringing.decline')}
        </Button>
      </Bar>
    </div>
  );
}
