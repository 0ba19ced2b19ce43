import type { LinePush } from '../../shared/contract/link.ts';
import type { LineSettings } from '../../shared/contract/settings.ts';
import { DEFAULT_ATTEMPT_POLICY, type AttemptPolicy } from '../../shared/regulation/attempts.ts';
import { createCalendar, noticeProblem, type WorkingCalendar } from '../../shared/regulation/calendar.ts';
import { CONFIGURATIONS } from '../../shared/regulation/lists.ts';

/** The rules in force: the settings, and what follows from them. */
export type LineRules = {
  readonly settings: LineSettings;
  readonly calendar: WorkingCalendar;
  readonly attempts: AttemptPolicy;
};

/** The rules that follow from the line's settings. A notice that ends before it begins is left out: no hours can be made of it. */
export function lineRules(given: LineSettings): LineRules {
  const settings = { ...given, notices: given.notices.filter((notice) => noticeProblem(notice) === null) };
  const { notices, shortenedDays } = settings;
  return { settings, calendar: createCalendar({ notices, shortenedDays }), attempts: DEFAULT_ATTEMPT_POLICY };
}

/** What desks are told of them. An empty list of configurations in the settings means the one the product starts with (2.3). */
export function rulesPush({ settings }: LineRules): LinePush {
  const configurations =
    settings.configurations.length > 0 ? settings.configurations : CONFIGURATIONS.map(({ text }) => text.ru);
  const { notices, shortenedDays, latestRelease, latestReleaseSince } = settings;
  return { kind: 'rules', notices, shortenedDays, latestRelease, latestReleaseSince, configurations };
}
