import type { z } from 'zod';
import type { Failure } from '../../../shared/contract/base.ts';

/** What can be wrong with a field; each has a sentence under `settings:mistake`. */
export const MISTAKES = [
  'required',
  'format',
  'time',
  'date',
  'url',
  'insecure-server',
  'too-long',
  'too-short',
  'not-milliseconds',
  'zero',
  'over-15-minutes',
  'not-before-limit',
  'empty-interval',
  'not-after-earlier-stage',
  'port',
  'months',
  'other',
] as const;
export type MistakeCode = (typeof MISTAKES)[number];

/** Mistakes by the path of the field, `sip.server`. */
export type Mistakes = Readonly<Record<string, MistakeCode>>;

const isCode = (text: string): text is MistakeCode => MISTAKES.some((code) => code === text);

/** A mistake the schema found, by the field it belongs to: one of a list belongs to the list's field. */
export function mistakeOfIssue({ path, code, ...issue }: z.core.$ZodIssue): [string, MistakeCode] {
  const index = path.findIndex((part) => typeof part === 'number');
  const field = (index < 0 ? path : path.slice(0, index)).join('.');
  if (field === 'line.listen.port') return [field, 'port'];
  if (field === 'data.retentionMonths') return [field, 'months'];
  if (code === 'too_big') return [field, 'too-long'];
  if (code === 'too_small' || code === 'invalid_type') return [field, 'required'];
  if (code !== 'invalid_format') return [field, 'other'];
  if (field.startsWith('limits.')) return [field, 'time'];
  if (field === 'line.latestReleaseSince' || path.at(-1) === 'date') return [field, 'date'];
  return [field, 'format' in issue && issue.format === 'url' ? 'url' : 'format'];
}

/** The form's field of a path: what is wrong with one of a list belongs to the list's field. */
const fieldOfPath = (path: string): string => path.replace(/\[\d+\].*$/, '');

/** Mistakes a refused save names, `limits.warningBefore: not-before-limit`; null when the refusal is about something else. */
export function mistakesOfFailure({ code, details }: Failure): Mistakes | null {
  const listed = details.mistakes;
  if (code !== 'invalid-settings' || !Array.isArray(listed)) return null;
  return Object.fromEntries(
    listed.map((line): [string, MistakeCode] => {
      const [path = '', what = ''] = line.split(': ');
      return [fieldOfPath(path), isCode(what) ? what : 'other'];
    }),
  );
}
