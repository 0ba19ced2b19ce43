import { Button, CloseButton, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { addDays, isDateKey, moscowDate } from '../../../shared/regulation/time.ts';
import { useLive } from '../../ui/index.ts';
import classes from './journal.module.css';
import type { JournalQuestion } from './use-journal-search.ts';

/** One field for everything, and the day. */
export function JournalFilters(props: { question: JournalQuestion; onChange: (question: JournalQuestion) => void }) {
  const { question, onChange } = props;
  const { t } = useTranslation('journal');
  const setText = (text: string) => onChange({ ...question, text });
  return (
    <div className={classes.filters}>
      <TextInput
        className={classes.search}
        type="search"
        aria-label={t('search')}
        placeholder={t('searchPlaceholder')}
        autoComplete="off"
        spellCheck={false}
        maxLength={300}
        autoFocus
        leftSection={<IconSearch size={17} aria-hidden />}
        rightSection={
          question.text !== '' && <CloseButton size="sm" aria-label={t('clear')} onClick={() => setText('')} />
        }
        value={question.text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <DayFilter day={question.day} onDay={(day) => onChange({ ...question, day })} />
    </div>
  );
}

function DayFilter({ day, onDay }: { day: string | null; onDay: (day: string | null) => void }) {
  const { t } = useTranslation('journal');
  const today = useLive(moscowDate);
  const choices = [
    { label: t('anyDay'), value: null },
    { label: t('today'), value: today },
    { label: t('yesterday'), value: addDays(today, -1) },
  ];
  return (
    <div role="group" aria-label={t('days')} className={classes.days}>
      {choices.map(({ label, value }) => (
        <Button
          key={label}
          size="sm"
          variant={value === day ? 'default' : 'subtle'}
          aria-pressed={value === day}
          onClick={() => onDay(value)}
        >
          {label}
        </Button>
      ))}
      <TextInput
        type="date"
        aria-label={t('day')}
        max={today}
        value={day ?? ''}
        onChange={({ currentTarget: { value } }) => onDay(isDateKey(value) ? value : null)}
      />
    </div>
  );
}
