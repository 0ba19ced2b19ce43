import { Button } from '@mantine/core';
import { IconCalendarCheck, IconCalendarOff, IconCalendarQuestion } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { dueTextInFull, momentText, useLive, Verdict } from '../../ui/index.ts';
import type { DueAnswer, DuePreview } from './use-due-preview.ts';

/** The due-by before it is saved, with the rule in words (4.2); a time outside hours offers the next possible one. */
export function DueByPreview({ answer, onTake }: { answer: DueAnswer; onTake: (at: number) => void }) {
  const { t } = useTranslation('events');
  return (
    <div role="status" aria-label={t('due.label')}>
      {answer === null ? (
        <Verdict tone="open" icon={IconCalendarQuestion} title={t('due.asking')} />
      ) : answer.ok ? (
        <Holds preview={answer.preview} />
      ) : answer.failure.code === 'outside-hours' && typeof answer.failure.details.next === 'number' ? (
        <OutsideHours next={answer.failure.details.next} onTake={onTake} />
      ) : (
        <Verdict
          tone="ask"
          icon={IconCalendarOff}
          title={t(answer.failure.code === 'no-calendar' ? 'due.noCalendar' : 'due.failed')}
          clauses={['2.1']}
        />
      )}
    </div>
  );
}

function Holds({ preview: { dueBy, rule, preferToday } }: { preview: DuePreview }) {
  const { t } = useTranslation('events');
  const { t: ui } = useTranslation();
  const due = useLive((now) => dueTextInFull(ui, dueBy, now));
  const title = dueBy === null ? t('due.none') : t('due.holds', { due });
  return (
    <Verdict
      tone={dueBy === null ? 'ask' : 'yes'}
      icon={IconCalendarCheck}
      title={title}
      clauses={dueBy === null ? ['2.1'] : ['4.2']}
    >
      {preferToday && `${t('due.preferToday')} `}
      {t(`due.rule.${rule}`)}
    </Verdict>
  );
}

function OutsideHours({ next, onTake }: { next: number; onTake: (at: number) => void }) {
  const { t } = useTranslation('events');
  const { t: ui } = useTranslation();
  const when = useLive((now) => momentText(ui, next, now));
  return (
    <Verdict tone="ask" icon={IconCalendarOff} title={t('due.outsideHours', { next: when })} clauses={['2.1', '4.2']}>
      <Button size="sm" onClick={() => onTake(next)}>
        {t('due.takeNext')}
      </Button>
    </Verdict>
  );
}
