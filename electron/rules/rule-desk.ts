import { DateTime } from 'luxon';
import type { z } from 'zod';
import { ruleQuestion, type RuleAnswer, type RuleQuestion } from '../../shared/contract/rules.ts';
import {
  createCalendar,
  NoCalendarError,
  noticeProblem,
  type WorkingCalendar,
} from '../../shared/regulation/calendar.ts';
import { callbackDueBy } from '../../shared/regulation/due-by.ts';
import { entitlement } from '../../shared/regulation/entitlement.ts';
import { innVerdict } from '../../shared/regulation/inn.ts';
import { letterTerms } from '../../shared/regulation/letters.ts';
import { parsePhone } from '../../shared/regulation/phone-number.ts';
import { compareReleases, parseRelease } from '../../shared/regulation/release.ts';
import { MOSCOW, type Instant } from '../../shared/regulation/time.ts';

/** A question that means nothing: what is wrong with it, in words. */
class BadQuestion extends Error {}

/** Calendars with notices are made once for a run of questions that share them; more than this many are forgotten. */
const REMEMBERED = 1_000;

/** Answers the questions of the rules. */
export type RuleDesk = {
  /** The answer to one line of JSON; never throws: what cannot be answered is an answer with `error`. */
  answer(line: string): RuleAnswer;
};

/** A desk that answers from the very rules the console goes by (shared/regulation). */
export function createRuleDesk(): RuleDesk {
  const calendars = new Map<string, WorkingCalendar>();

  function calendarOf({ notices, shortenedDays }: Pick<RuleQuestion, 'notices' | 'shortenedDays'>): WorkingCalendar {
    const key = JSON.stringify([notices, shortenedDays]);
    const known = calendars.get(key);
    if (known !== undefined) return known;
    for (const notice of notices) {
      const problem = noticeProblem(notice);
      if (problem !== null) throw new BadQuestion(`notices: ${notice.date}: ${NOTICE_PROBLEMS[problem]}`);
    }
    const fresh = createCalendar({ notices, shortenedDays });
    if (calendars.size >= REMEMBERED) calendars.clear();
    calendars.set(key, fresh);
    return fresh;
  }

  return {
    answer(line) {
      try {
        const question = ruleQuestion.safeParse(JSON.parse(line));
        if (!question.success) throw new BadQuestion(whatIsWrong(question.error));
        return answered(question.data, calendarOf(question.data));
      } catch (error) {
        return { error: asRuleError(error) };
      }
    },
  };
}

function answered(question: RuleQuestion, calendar: WorkingCalendar): RuleAnswer {
  switch (question.ask) {
    case 'day': {
      const { working, opensAt, closesAt } = calendar.day(question.date);
      return { working, opensAt: written(opensAt), closesAt: written(closesAt) };
    }
    case 'open': {
      const at = read('at', question.at);
      return { open: calendar.isOpen(at), nextOpening: written(calendar.nextOpening(at)) };
    }
    case 'addWorkingMinutes':
      return { at: written(calendar.addWorkingMinutes(read('at', question.at), question.minutes)) };
    case 'addWorkingDays':
      return { date: calendar.addWorkingDays(question.date, question.days) };
    case 'workingTimeBetween':
      return { milliseconds: calendar.workingTimeBetween(read('from', question.from), read('to', question.to)) };
    case 'callbackDueBy':
      return { dueBy: written(callbackDueBy(calendar, read('bookedAt', question.bookedAt)).dueBy) };
    case 'letterTerms': {
      const { licence, kind } = question;
      const terms = letterTerms(calendar, { arrivedAt: read('arrivedAt', question.arrivedAt), licence, kind });
      if (!terms.accepted) return { refused: terms.clause };
      return { reactionBy: written(terms.reactionBy), handledBy: written(terms.handledBy) };
    }
    case 'entitlement': {
      const { channel, on, licences, purchased } = question;
      const { verdict, basis, until, clauses } = entitlement({ licences, purchasedOn: purchased, channel, on });
      return { verdict, basis, until, clauses };
    }
    case 'compareReleases':
      return { order: compareReleases(release('a', question.a), release('b', question.b)) };
    case 'phone':
      return { number: parsePhone(question.value).e164 };
    case 'inn':
      return { valid: innVerdict(question.value) === 'valid' };
  }
}

const NOTICE_PROBLEMS: Record<NonNullable<ReturnType<typeof noticeProblem>>, string> = {
  'bad-date': 'no such date',
  'bad-time': 'a time is written HH:mm',
  'empty-interval': 'an interval ends after it begins',
};

function read(field: string, text: string): Instant {
  const at = DateTime.fromISO(text, { zone: MOSCOW });
  if (!at.isValid) throw new BadQuestion(`${field}: no such instant: ${text}`);
  return at.toMillis();
}

function written(at: Instant): string;
function written(at: Instant | null): string | null;
function written(at: Instant | null): string | null {
  return at === null ? null : DateTime.fromMillis(at, { zone: MOSCOW }).toISO();
}

function release(field: string, text: string): NonNullable<ReturnType<typeof parseRelease>> {
  const parsed = parseRelease(text);
  if (parsed === null) throw new BadQuestion(`${field}: a release is four numbers between points, not ${text}`);
  return parsed;
}

function whatIsWrong({ issues }: z.ZodError): string {
  return issues.map(({ path, message }) => (path.length === 0 ? message : `${path.join('.')}: ${message}`)).join('; ');
}

function asRuleError(error: unknown): {
  code: 'bad-question' | 'no-calendar' | 'failed';
  year?: number;
  message: string;
} {
  if (error instanceof NoCalendarError) return { code: error.code, year: error.year, message: error.message };
  if (error instanceof BadQuestion) return { code: 'bad-question', message: error.message };
  if (error instanceof SyntaxError) return { code: 'bad-question', message: `not JSON: ${error.message}` };
  return { code: 'failed', message: String(error) };
}
