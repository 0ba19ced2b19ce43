import { Button } from '@mantine/core';
import { IconPhone } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallView } from '../../../shared/contract/desk.ts';
import { afterPaint, Bar } from '../../ui/index.ts';
import { mayMoveFocus } from '../card/focus.ts';
import { useActions } from '../commands.ts';
import { KeyOf } from '../keys/key-of.tsx';
import { useDesk } from '../store/context.tsx';
import { useToEvent } from './to-event.ts';

/** «Ответить» (largest, gets the focus unless somebody types), «В событие», «Отклонить». */
export function RingingButtons({ call, size }: { call: CallView; size: 'md' | 'lg' }) {
  const { t } = useTranslation('workplace');
  const desk = useDesk();
  const actions = useActions();
  const toEvent = useToEvent();
  const answer = useRef<HTMLButtonElement>(null);
  // Focusing lays the page out at once: the ring is painted first. A ring may come while it is only rehearsed.
  useEffect(
    () =>
      afterPaint(() => {
        if (call.id !== '' && mayMoveFocus()) answer.current?.focus({ preventScroll: true });
      }),
    [call.id],
  );
  return (
    <div data-ringing>
      <Bar>
        <Button
          ref={answer}
          variant="filled"
          size={size}
          leftSection={<IconPhone size={20} aria-hidden />}
          rightSection={<KeyOf command="answer" />}
          onClick={actions.answer}
        >
          {t('ringing.answer')}
        </Button>
        <Button size={size} disabled={call.number.raw === ''} onClick={() => void toEvent(call.id)}>
          {t('ringing.toEvent')}
        </Button>
        <Button size={size} onClick={() => void desk.act('decline', { callId: call.id })}>
          {t('ringing.decline')}
        </Button>
      </Bar>
    </div>
  );
}
