import { Button, CloseButton, Switch, TextInput } from '@mantine/core';
import { IconCalendarPlus, IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Bar, dateOfKey, DateText } from '../../ui/index.ts';
import type { TypedNotice } from './form.ts';
import classes from './settings.module.css';

/** What a new interval starts with: a usual working day, to be changed. */
const USUAL: [string, string] = ['09:00', '18:00'];

/** Notices: other hours for single days, 7.1. */
export function NoticesEditor(props: {
  notices: readonly TypedNotice[];
  locked: boolean;
  mistake: string | undefined;
  onChange: (notices: TypedNotice[]) => void;
}) {
  const { notices, locked, mistake, onChange } = props;
  const { t } = useTranslation('settings');
  const put = (index: number, notice: TypedNotice) =>
    onChange(notices.map((old, place) => (place === index ? notice : old)));
  return (
    <fieldset className={classes.notices} disabled={locked}>
      <legend className={classes.label}>{t('line.notices')}</legend>
      <p className="small dim">{t(notices.length === 0 ? 'line.noNotices' : 'line.noticesHint')}</p>
      {notices.map((notice, index) => (
        <Notice
          key={index}
          notice={notice}
          onChange={(changed) => put(index, changed)}
          onRemove={() => onChange(notices.filter((_, place) => place !== index))}
        />
      ))}
      {mistake !== undefined && (
        <p role="alert" className={classes.mistake}>
          {mistake}
        </p>
      )}
      {!locked && (
        <Button
          size="sm"
          leftSection={<IconCalendarPlus size={16} aria-hidden />}
          onClick={() => onChange([...notices, { date: '', intervals: [USUAL] }])}
        >
          {t('line.addNotice')}
        </Button>
      )}
    </fieldset>
  );
}

function Notice(props: { notice: TypedNotice; onChange: (notice: TypedNotice) => void; onRemove: () => void }) {
  const { notice, onChange, onRemove } = props;
  const { t } = useTranslation('settings');
  const { date, intervals } = notice;
  const closed = intervals.length === 0;
  const setInterval = (index: number, interval: [string, string]) =>
    onChange({ date, intervals: intervals.map((old, place) => (place === index ? interval : old)) });
  return (
    <Bar className={classes.notice}>
      <DateText
        className={classes.day}
        aria-label={t('line.noticeDate')}
        text={date}
        onText={(typed) => onChange({ date: typed, intervals })}
      />
      {intervals.map(([from, to], index) => (
        <span key={index} className={classes.interval}>
          <TextInput
            aria-label={t('line.noticeFrom')}
            value={from}
            maxLength={5}
            onChange={(event) => setInterval(index, [event.currentTarget.value, to])}
          />
          –
          <TextInput
            aria-label={t('line.noticeTo')}
            value={to}
            maxLength={5}
            onChange={(event) => setInterval(index, [from, event.currentTarget.value])}
          />
        </span>
      ))}
      {!closed && (
        <Button
          size="sm"
          variant="subtle"
          title={t('line.addInterval')}
          aria-label={t('line.addInterval')}
          onClick={() => onChange({ date, intervals: [...intervals, USUAL] })}
        >
          <IconPlus size={16} aria-hidden />
        </Button>
      )}
      <Switch
        label={t('line.noticeClosed')}
        checked={closed}
        onChange={(event) => onChange({ date, intervals: event.currentTarget.checked ? [] : [USUAL] })}
      />
      <CloseButton
        aria-label={t('line.removeNotice', { date: dateOfKey(date) })}
        title={t('line.removeNotice', { date: dateOfKey(date) })}
        onClick={onRemove}
      />
    </Bar>
  );
}
