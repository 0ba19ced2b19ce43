import type { i18n } from 'i18next';
import type { z } from 'zod';
import type { PolicyField, PolicyProblem } from '../../shared/regulation/consultation-policy.ts';
import { policyFromText } from '../../shared/regulation/consultation-policy.ts';
import { noticeProblem } from '../../shared/regulation/calendar.ts';
import type { LimitSettings, LineSettings, SipSettings } from '../../shared/contract/settings.ts';

/** One thing wrong with a settings file: where, and what. `path` is '' when it is the file as a whole. */
export type Mistake = { path: string; code: MistakeCode; details: Record<string, string | number> };

type MistakeCode =
  | 'no-file'
  | 'unreadable'
  | 'not-json'
  | 'not-json-at'
  | 'unknown-key'
  | 'required'
  | 'type'
  | 'format'
  | 'url'
  | 'insecure-server'
  | 'too-long'
  | 'too-short'
  | 'choice'
  | 'recording-format'
  | 'recording-too-short'
  | 'recording-too-long'
  | 'empty-interval'
  | 'other'
  | PolicyProblem['code'];

const mistake = (path: string, code: MistakeCode, details: Mistake['details'] = {}): Mistake => ({
  path,
  code,
  details,
});

/** A mistake of the file as a whole. */
export const fileMistake = (code: 'no-file' | 'unreadable' | 'not-json' | 'not-json-at', reason = ''): Mistake =>
  mistake('', code, { reason });

/** A recording named by the provisioning file that cannot be one. `code`: of a RecordingProblem, or `unreadable`. */
export function recordingMistake(kind: string, code: string, reason = ''): Mistake {
  const known = (['unreadable', 'recording-too-short', 'recording-too-long'] as const).find((one) => one === code);
  return mistake(`recordings.${kind}`, known ?? 'recording-format', { reason });
}

/** What zod found wrong, each with its path: `line.notices[0].date`; `under` is where the value stood that was looked at. */
export function mistakesOf(error: z.ZodError, under: readonly string[] = []): Mistake[] {
  return error.issues.flatMap((issue): Mistake[] => {
    const path = pathText([...under, ...issue.path]);
    switch (issue.code) {
      case 'unrecognized_keys':
        return issue.keys.map((key) => mistake(pathText([...under, ...issue.path, key]), 'unknown-key'));
      case 'invalid_type':
        return [
          issue.input === undefined ? mistake(path, 'required') : mistake(path, 'type', { type: issue.expected }),
        ];
      case 'invalid_format':
        return [mistake(path, issue.format === 'url' ? 'url' : 'format')];
      case 'too_big':
        return [mistake(path, 'too-long', { limit: Number(issue.maximum) })];
      case 'too_small':
        return [mistake(path, 'too-short', { limit: Number(issue.minimum) })];
      case 'invalid_value':
        return [mistake(path, 'choice', { options: issue.values.map(String).join(', ') })];
      default:
        return [mistake(path, 'other', { message: issue.message })];
    }
  });
}

const LIMIT_KEYS: Partial<Record<PolicyField, keyof LimitSettings>> = {
  limitMs: 'limit',
  warningBeforeMs: 'warningBefore',
  lastMinuteBeforeMs: 'lastMinuteBefore',
  noticeBeforeMs: 'noticeBefore',
};

/** What the shape of the settings cannot say: the order of the stages (4.1) and where an unencrypted server may stand. */
export function deeperMistakes(settings: {
  limits?: LimitSettings | undefined;
  sip?: Omit<SipSettings, 'password'> | null | undefined;
}): Mistake[] {
  const found: Mistake[] = [];
  if (settings.limits) {
    for (const { field, code } of policyFromText(settings.limits).problems)
      found.push(mistake(`limits.${LIMIT_KEYS[field] ?? field}`, code));
  }
  if (settings.sip && isInsecure(settings.sip.server)) found.push(mistake('sip.server', 'insecure-server'));
  return found;
}

/** 7: changed days no hours can be made of: there is no such date, or an interval ends before it begins. */
export function noticeMistakes({ notices }: Pick<LineSettings, 'notices'>): Mistake[] {
  return notices.flatMap((notice, index) => {
    const problem = noticeProblem(notice);
    if (problem === null) return [];
    if (problem === 'bad-date') return [mistake(`line.notices[${index}].date`, 'format')];
    return [mistake(`line.notices[${index}].intervals`, problem === 'bad-time' ? 'format' : problem)];
  });
}

/** An unencrypted WebSocket to another machine: password and voice keys would travel openly. */
function isInsecure(server: string): boolean {
  const { protocol, hostname } = new URL(server);
  return protocol === 'ws:' && !/^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
}

const EXPECTED = ['string', 'number', 'int', 'boolean', 'object', 'array', 'tuple'] as const;

/** The sentence for a mistake: «sip.server: нужен адрес вида …». */
export function mistakeText({ path, code, details }: Mistake, { t }: i18n): string {
  const type = EXPECTED.find((known) => known === details['type']) ?? 'other';
  const expected = code === 'type' ? t(`shell:mistake.expected.${type}`, details) : '';
  const what = t(`shell:mistake.${code}`, { ...details, expected });
  return path === '' ? what : `${path}: ${what}`;
}

function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (text, key) => (typeof key === 'number' ? `${text}[${key}]` : text === '' ? String(key) : `${text}.${String(key)}`),
    '',
  );
}
