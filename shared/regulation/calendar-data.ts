/**
 * The RF production calendar (2.1), as far as the government has decreed it. Dates are 'MM-DD'.
 * Saturdays and Sundays are off by themselves and are not listed. A new year is one more entry here.
 */
export type CalendarYear = {
  /** The decree the year stands on. */
  readonly decree: string;
  /** Days off that are neither Saturday nor Sunday. */
  readonly weekdaysOff: readonly string[];
  /** Saturdays and Sundays that are worked. */
  readonly workingWeekends: readonly string[];
  /** Working days one hour shorter. */
  readonly shortened: readonly string[];
};

const days = (list: string): readonly string[] => list.split(' ').filter((day) => day !== '');

/** The years with data; every other year is unknown, never guessed. */
export const CALENDAR_YEARS: ReadonlyMap<number, CalendarYear> = new Map([
  [
    2024,
    {
      decree: '10.08.2023 № 1314',
      weekdaysOff: days(
        '01-01 01-02 01-03 01-04 01-05 01-08 02-23 03-08 04-29 04-30 05-01 05-09 05-10 06-12 11-04 12-30 12-31',
      ),
      workingWeekends: days('04-27 11-02 12-28'),
      shortened: days('02-22 03-07 05-08 06-11 11-02'),
    },
  ],
  [
    2025,
    {
      decree: '04.10.2024 № 1335',
      weekdaysOff: days('01-01 01-02 01-03 01-06 01-07 01-08 05-01 05-02 05-08 05-09 06-12 06-13 11-03 11-04 12-31'),
      workingWeekends: days('11-01'),
      shortened: days('03-07 04-30 06-11 11-01'),
    },
  ],
  [
    2026,
    {
      decree: '24.09.2025 № 1466',
      weekdaysOff: days('01-01 01-02 01-05 01-06 01-07 01-08 01-09 02-23 03-09 05-01 05-11 06-12 11-04 12-31'),
      workingWeekends: days(''),
      shortened: days('04-30 05-08 06-11 11-03'),
    },
  ],
  [
    2027,
    {
      decree: '17.09.2026 № 1187',
      weekdaysOff: days('01-01 01-04 01-05 01-06 01-07 01-08 02-22 02-23 03-08 05-03 05-10 06-14 11-04 11-05 12-31'),
      workingWeekends: days('02-20'),
      shortened: days('02-20 04-30 06-11 11-03'),
    },
  ],
]);
