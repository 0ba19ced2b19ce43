import { workstationSettings, type WorkstationSettings } from '../../../shared/contract/settings.ts';
import { typedDate } from '../../ui/typed-date.ts';
import { mistakeOfIssue, type Mistakes } from './mistakes.ts';

type Limits = WorkstationSettings['limits'];
type Line = WorkstationSettings['line'];

/** A changed day as it is typed: its date as a DateKey or as typed so far, intervals as pairs of texts. */
export type TypedNotice = { date: string; intervals: [string, string][] };

/** The workstation's settings as the form holds them: everything typed is text. */
export interface SettingsForm {
  consultantName: string;
  sip: Record<'server' | 'number' | 'user' | 'domain' | 'displayName' | 'echo' | 'prefix' | 'stun', string>;
  autoAnswer: boolean;
  /** One a line: name and number, and numbers alone. */
  colleagues: string;
  answerByHeader: string;
  serviceNumbers: string;
  limits: Limits;
  data: Omit<WorkstationSettings['data'], 'retentionMonths'> & { retentionMonths: string };
  line: Omit<Line, 'listen' | 'latestRelease' | 'latestReleaseSince' | 'configurations' | 'phones' | 'notices'> & {
    listen: { enabled: boolean; host: string; port: string };
    latestRelease: string;
    latestReleaseSince: string;
    configurations: string;
    phones: string;
    notices: TypedNotice[];
  };
}

/** A form that was changed, with a password typed anew; '' keeps the one known. */
export type UnsavedSettings = { readonly form: SettingsForm; readonly password: string };

/** The form of the settings in force. */
export function formOf(settings: WorkstationSettings): SettingsForm {
  const { consultantName, sip, autoAnswer, colleagues, answerByHeader, serviceNumbers, limits, data, line } = settings;
  return {
    consultantName,
    sip: {
      server: sip?.server ?? '',
      number: sip?.number ?? '',
      user: sip?.user ?? '',
      domain: sip?.domain ?? '',
      displayName: sip?.displayName ?? '',
      echo: sip?.echo ?? '',
      prefix: sip?.prefix ?? '',
      stun: (sip?.stun ?? []).join('\n'),
    },
    autoAnswer,
    colleagues: textOf(colleagues),
    answerByHeader: answerByHeader.join('\n'),
    serviceNumbers: textOf(serviceNumbers),
    limits,
    data: { ...data, retentionMonths: data.retentionMonths === null ? '' : String(data.retentionMonths) },
    line: {
      ...line,
      listen: { ...line.listen, port: String(line.listen.port) },
      latestRelease: line.latestRelease ?? '',
      latestReleaseSince: line.latestReleaseSince ?? '',
      configurations: line.configurations.join('\n'),
      phones: line.phones.join('\n'),
      notices: line.notices.map(({ date, intervals }) => ({
        date,
        intervals: intervals.map(([from, to]) => [from, to]),
      })),
    },
  };
}

/** The settings of a form, or what is wrong with it by path (`limits.limit`). Without server and number there is no phone: training. */
export function settingsOf(
  form: SettingsForm,
): { ok: true; settings: WorkstationSettings } | { ok: false; mistakes: Mistakes } {
  const { sip, line } = form;
  const parsed = workstationSettings.safeParse({
    consultantName: form.consultantName.trim(),
    sip: hasPhone(form)
      ? {
          server: sip.server.trim(),
          number: sip.number.trim(),
          ...given('user', sip.user),
          ...given('domain', sip.domain),
          ...given('displayName', sip.displayName),
          ...given('echo', sip.echo),
          ...given('prefix', sip.prefix),
          stun: linesOf(sip.stun),
        }
      : null,
    limits: form.limits,
    data: {
      ...form.data,
      retentionMonths: monthsOf(form.data.retentionMonths),
      backupFolder: form.data.backupFolder.trim(),
    },
    line: {
      ...line,
      listen: { ...line.listen, host: line.listen.host.trim(), port: portOf(line.listen.port) },
      latestRelease: line.latestRelease.trim() || null,
      latestReleaseSince: line.latestReleaseSince.trim() === '' ? null : dateOf(line.latestReleaseSince),
      notices: line.notices.map(({ date, intervals }) => ({ date: dateOf(date), intervals })),
      configurations: linesOf(line.configurations),
      phones: linesOf(line.phones),
    },
    autoAnswer: form.autoAnswer,
    colleagues: linesOf(form.colleagues).map(colleagueOf),
    answerByHeader: linesOf(form.answerByHeader),
    serviceNumbers: linesOf(form.serviceNumbers).map(colleagueOf),
  });
  if (parsed.success) return { ok: true, settings: parsed.data };
  return { ok: false, mistakes: Object.fromEntries(parsed.error.issues.map(mistakeOfIssue)) };
}

/** Whether the form names a telephone account. */
export const hasPhone = ({ sip }: SettingsForm): boolean => sip.server.trim() !== '' || sip.number.trim() !== '';

/** Whether two forms would save the same. */
export const isSame = (a: SettingsForm, b: SettingsForm): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Names and numbers as they are typed, one a line. */
export const textOf = (entries: readonly { name: string; number: string }[]): string =>
  entries.map(({ name, number }) => `${name}: ${number}`).join('\n');

export const linesOf = (text: string): string[] => text.split('\n').flatMap((line) => line.trim() || []);

/** «Орлов Борис: 102», also with a comma, a tab or a space before the number. Without a number it is a mistake of its field. */
export function colleagueOf(line: string): { name: string; number: string } {
  const [, name = '', number = ''] = /^(.*?)[\s:,;]+([+\d*#][\d\s()*#-]*(?:доб\.?\s*\d{1,6})?)$/.exec(line) ?? [];
  return { name: name.trim(), number: number.trim() };
}

/** What is no date is none that could be saved, and is told as a mistake of its field. */
const dateOf = (text: string): string => typedDate(text) ?? '';

/** An empty or malformed port is no number, and is told as a mistake of its field. */
const portOf = (text: string): number => (/^\d{1,5}$/.test(text.trim()) ? Number(text) : NaN);

/** No months: kept for ever. What is no number of months is told as a mistake of its field. */
export const monthsOf = (text: string): number | null =>
  text.trim() === '' ? null : /^\d{1,3}$/.test(text.trim()) ? Number(text) : NaN;

const given = (key: string, text: string): Record<string, string> => (text.trim() === '' ? {} : { [key]: text.trim() });
