import { MINUTE_MS } from './time.ts';

/** 4.1: how long a consultation lasts and how its end is announced. Milliseconds of consultation time, except the two marked real. */
export type ConsultationPolicy = {
  readonly limitMs: number;
  /** The three stages, counted back from the limit in force. */
  readonly warningBeforeMs: number;
  readonly lastMinuteBeforeMs: number;
  readonly noticeBeforeMs: number;
  /** Whether the caller hears the notice. */
  readonly noticeEnabled: boolean;
  /** Length of the farewell the caller hears before the cut; real time. */
  readonly farewellMs: number;
  /** At the limit the program ends the call, or only warns the consultant. */
  readonly atLimit: 'end' | 'warn-only';
  /** A call the console dialled: the consultation starts at the latest this long after the answer; real time. */
  readonly dialledStartsAfterMs: number;
};

/** 4.1: «не более 15 минут». */
const LONGEST_LIMIT_MS = 15 * MINUTE_MS;

export const DEFAULT_POLICY: ConsultationPolicy = {
  limitMs: LONGEST_LIMIT_MS,
  warningBeforeMs: 3 * MINUTE_MS,
  lastMinuteBeforeMs: MINUTE_MS,
  noticeBeforeMs: 30_000,
  noticeEnabled: true,
  // Two soft tones fit, and even on the training line's fast clock it starts after the notice.
  farewellMs: 1_500,
  atLimit: 'end',
  dialledStartsAfterMs: 2 * MINUTE_MS,
};

export type PolicyField = keyof ConsultationPolicy;
export type PolicyProblem = {
  readonly field: PolicyField;
  readonly code: 'not-milliseconds' | 'zero' | 'over-15-minutes' | 'not-before-limit' | 'not-after-earlier-stage';
};

/**
 * 4.1: what is wrong with a policy, empty = nothing. Whole milliseconds from 0; a limit above 0 and not over 15 minutes; the stages in their
 * order: warning, last minute, notice (if heard); the farewell shorter than the whole.
 */
export function validatePolicy(policy: ConsultationPolicy): PolicyProblem[] {
  const durations = [
    'limitMs',
    'warningBeforeMs',
    'lastMinuteBeforeMs',
    'noticeBeforeMs',
    'farewellMs',
    'dialledStartsAfterMs',
  ] as const;
  const malformed = durations.filter((field) => !Number.isSafeInteger(policy[field]) || policy[field] < 0);
  if (malformed.length > 0) return malformed.map((field) => ({ field, code: 'not-milliseconds' }));

  const problems: PolicyProblem[] = [];
  const check = (isFine: boolean, field: PolicyField, code: PolicyProblem['code']): void => {
    if (!isFine) problems.push({ field, code });
  };
  const { limitMs, warningBeforeMs, lastMinuteBeforeMs, noticeBeforeMs, noticeEnabled, farewellMs } = policy;
  check(limitMs > 0, 'limitMs', 'zero');
  check(limitMs <= LONGEST_LIMIT_MS, 'limitMs', 'over-15-minutes');
  check(warningBeforeMs < limitMs, 'warningBeforeMs', 'not-before-limit');
  check(lastMinuteBeforeMs < warningBeforeMs, 'lastMinuteBeforeMs', 'not-after-earlier-stage');
  if (noticeEnabled) check(noticeBeforeMs < lastMinuteBeforeMs, 'noticeBeforeMs', 'not-after-earlier-stage');
  check(farewellMs < limitMs, 'farewellMs', 'not-before-limit');
  return problems;
}

/** The limits as settings say them: durations 'mm:ss'. */
export type LimitTexts = {
  readonly limit: string;
  readonly warningBefore: string;
  readonly lastMinuteBefore: string;
  readonly noticeBefore: string;
  readonly notice: boolean;
  readonly atLimit: ConsultationPolicy['atLimit'];
};

/** 4.1: the policy of the settings (what they do not say is the default) and what is wrong with it; a malformed duration is a problem too. */
export function policyFromText(limits: LimitTexts): { policy: ConsultationPolicy; problems: PolicyProblem[] } {
  const policy: ConsultationPolicy = {
    ...DEFAULT_POLICY,
    limitMs: parseMmSs(limits.limit) ?? NaN,
    warningBeforeMs: parseMmSs(limits.warningBefore) ?? NaN,
    lastMinuteBeforeMs: parseMmSs(limits.lastMinuteBefore) ?? NaN,
    noticeBeforeMs: parseMmSs(limits.noticeBefore) ?? NaN,
    noticeEnabled: limits.notice,
    atLimit: limits.atLimit,
  };
  return { policy, problems: validatePolicy(policy) };
}

/** A duration as settings say it: 'mm:ss', minutes without an upper bound of 59. Null when malformed. */
export function parseMmSs(text: string): number | null {
  const parts = /^(\d{1,3}):([0-5]\d)$/.exec(text.trim());
  return parts === null ? null : Number(parts[1]) * MINUTE_MS + Number(parts[2]) * 1000;
}

/** A duration as 'mm:ss': whole seconds, rounded down (time elapsed) or up (time left, so that 00:00 is only shown at the end). */
export function formatMmSs(durationMs: number, rounding: 'down' | 'up' = 'down'): string {
  const seconds = Math.max(0, rounding === 'up' ? Math.ceil(durationMs / 1000) : Math.floor(durationMs / 1000));
  const twoDigits = (n: number): string => String(n).padStart(2, '0');
  return `${twoDigits(Math.floor(seconds / 60))}:${twoDigits(seconds % 60)}`;
}
