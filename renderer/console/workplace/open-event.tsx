import { IconCalendarTime } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { CallbackEvent } from '../../../shared/contract/events.ts';
import { TOPICS } from '../../../shared/regulation/lists.ts';
import { dueText, momentText, useListText, useLive, Verdict } from '../../ui/index.ts';

/** An open event of the caller's number: first thing to know before answering. */
export function OpenEvent({ event }: { event: CallbackEvent }) {
  const { t } = useTranslation('workplace');
  const { t: words } = useTranslation('ui');
  const listText = useListText();
  const due = useLive((now) => dueText(words, event.dueBy, now));
  const booked = useLive((now) => momentText(words, event.bookedAt, now));
  const topic = TOPICS.find(({ id }) => id === event.topic);
  const line = [
    topic && listText(topic.text),
    t('ringing.bookedAt', { booked }),
    t('ringing.attempts', { attempts: event.attempts.length }),
  ];
  return (
    <Verdict tone="ask" icon={IconCalendarTime} title={t('ringing.openEvent', { due })} clauses={['4.2']}>
      {line.filter(Boolean).join(' · ')}
    </Verdict>
  );
}
