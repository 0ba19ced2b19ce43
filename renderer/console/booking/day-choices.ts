import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays, type DateKey } from '../../../shared/regulation/time.ts';

/** As far ahead as users wish to be called; a later day that is already set stays in the list. */
const DAYS_AHEAD = 28;

/** The coming days to choose from, «сегодня», «завтра», «чт, 26.11». */
export function useDayChoices(today: DateKey, chosen: DateKey): { value: DateKey; label: string }[] {
  const { t, i18n } = useTranslation();
  return useMemo(() => {
    const named = new Intl.DateTimeFormat(i18n.language, {
      timeZone: 'UTC',
      weekday: 'short',
      day: '2-digit',
      month: '2-digit',
    });
    const coming = Array.from({ length: DAYS_AHEAD }, (_, ahead) => addDays(today, ahead));
    const days = chosen === '' || coming.includes(chosen) ? coming : [...coming, chosen];
    return days.map((value, ahead) => {
      const date = named.format(new Date(`${value}T00:00Z`));
      const near = ahead === 0 ? t('day.today') : ahead === 1 ? t('day.tomorrow') : null;
      return { value, label: near === null ? date : `${near}, ${date}` };
    });
  }, [t, i18n.language, today, chosen]);
}
