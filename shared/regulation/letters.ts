import type { WorkingCalendar } from './calendar.ts';
import { closingOf } from './calendar.ts';
import type { Instant } from './time.ts';
import { addDays, HOUR_MS, moscowDate } from './time.ts';

/** 3.1.4, 3.1.5: what a letter is about. A letter with a question and a wish is two inquiries. */
export const LETTER_KINDS = ['question', 'error', 'wish'] as const;
export type LetterKind = (typeof LETTER_KINDS)[number];

/** 6: the licence the letter came under; the free Standard of 2.7 is a Standard. */
export type LetterLicence = 'prof' | 'standard';

/** 2.1, 4.3, 6: a letter as the mail server took it: `arrivedAt`, never the instant of typing it in. */
export type Letter = { readonly arrivedAt: Instant; readonly licence: LetterLicence; readonly kind: LetterKind };

/** The two clocks of a letter; null where no term runs. */
export type LetterTerms = {
  readonly accepted: true;
  /** 6: the first answer, at the latest. */
  readonly reactionBy: Instant | null;
  /** 4.3: the letter is dealt with, at the latest. */
  readonly handledBy: Instant | null;
  readonly clauses: readonly string[];
};

/** 6.1: consultations by e-mail are not given under a Standard licence. */
export type LetterRefused = { readonly accepted: false; readonly clause: '6.1' };

/** 6.2: «со сроком реакции 1 (один) рабочий день». */
const REACTION_PROF_DAYS = 1;
/** 6.1: «со сроком реакции 5 (пять) рабочих дней», for error reports only. */
const REACTION_STANDARD_ERROR_DAYS = 5;
/** 4.3: «в течение трех рабочих дней». */
const HANDLING_DAYS = 3;
/** 4.3: «в течение пяти суток»: 5 × 24 hours, whatever the calendar says. */
const WISH_MS = 5 * 24 * HOUR_MS;

/**
 * 4.3, 6.1, 6.2: by when a letter is answered and by when it is dealt with. A Standard error report has a reaction and no handling term;
 * a Standard wish a handling term and no reaction; a Standard question is refused. Throws NoCalendarError.
 */
export function letterTerms(calendar: WorkingCalendar, letter: Letter): LetterTerms | LetterRefused {
  const { arrivedAt, licence, kind } = letter;
  if (licence === 'standard' && kind === 'question') return { accepted: false, clause: '6.1' };
  const reactionDays = licence === 'prof' ? REACTION_PROF_DAYS : kind === 'error' ? REACTION_STANDARD_ERROR_DAYS : null;
  const reactionBy = reactionDays === null ? null : endOfTerm(calendar, arrivedAt, reactionDays);
  // Of a Standard only an error report has a reaction, and that is answered below by its own clause.
  const reactionClause = licence === 'prof' ? ['6.2'] : [];
  if (kind === 'wish') {
    return {
      accepted: true,
      reactionBy,
      handledBy: arrivedAt + WISH_MS,
      clauses: ['3.1.5', '4.3', ...reactionClause],
    };
  }
  if (licence === 'standard') return { accepted: true, reactionBy, handledBy: null, clauses: ['6.1'] };
  const handledBy = endOfTerm(calendar, arrivedAt, HANDLING_DAYS);
  return { accepted: true, reactionBy, handledBy, clauses: ['4.3', ...reactionClause] };
}

/**
 * 4.3: what to aim at, where a term may end while the line is closed («пять суток» are not moved): the last closing not after it.
 * Throws NoCalendarError.
 */
export function aimOf(calendar: WorkingCalendar, handledBy: Instant): Instant {
  for (let date = moscowDate(handledBy); ; date = addDays(date, -1)) {
    const { closesAt } = calendar.day(date);
    if (closesAt !== null && closesAt <= handledBy) return closesAt;
  }
}

/** 2.4, 4.3: what is wrong with the time of arrival somebody typed, or null: a letter cannot have come in the future. */
export function arrivalProblem(arrivedAt: Instant, now: Instant): 'in-the-future' | null {
  return arrivedAt > now ? 'in-the-future' : null;
}

/**
 * 2.5, 2.10: may a letter whose sender was asked for more information be closed as «недостаточно информации»? Asking is a reaction and does
 * not stop the handling term; unanswered when that has run out, it may. Never where no handling term runs.
 */
export function mayCloseUnanswered(
  letter: { readonly askedAt: Instant | null; readonly answeredAt: Instant | null; readonly handledBy: Instant | null },
  now: Instant,
): boolean {
  return letter.askedAt !== null && letter.answeredAt === null && letter.handledBy !== null && now > letter.handledBy;
}

/** The closing of the n-th working day that opens after the arrival; parts of a day are never counted. */
function endOfTerm(calendar: WorkingCalendar, arrivedAt: Instant, days: number): Instant {
  const arrival = moscowDate(arrivedAt);
  const { opensAt } = calendar.day(arrival);
  const opensYet = opensAt !== null && arrivedAt < opensAt;
  return closingOf(calendar, calendar.addWorkingDays(arrival, opensYet ? days - 1 : days));
}
