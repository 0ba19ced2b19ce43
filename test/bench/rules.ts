import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import { DateTime } from 'luxon';
import { z } from 'zod';
import { createRuleDesk } from '../../electron/rules/rule-desk.ts';
import { createCalendar } from '../../shared/regulation/calendar.ts';
import { callbackDueBy } from '../../shared/regulation/due-by.ts';
import { MINUTE_MS, MOSCOW, moscowTime } from '../../shared/regulation/time.ts';
import { ROOT } from '../provision/lab.ts';
import { versus } from './report.ts';
import type { Row } from './report.ts';

const YEAR_START = moscowTime('2026-01-01', '00:00');
const YEAR_MINUTES = 365 * 24 * 60;
const DEADLINES = 100_000;
const QUESTIONS = 10_000;

/** The baseline does a part of the work and is reckoned up: whole, it would take minutes. */
const NAIVE_PART = 10;

/**
 * The rules of the regulation beside the reckoning that comes to mind first: every question asked of luxon and of the list of days off. Runs
 * by itself, needs no exchange. Throws when the two disagree: a fast wrong answer is no answer.
 */
export async function ruleRows(): Promise<Row[]> {
  return [yearOfMinutes(), deadlines(), await questions()];
}

function yearOfMinutes(): Row {
  const naive = naiveLine();
  const calendar = createCalendar();
  const minutes = (count: number, isOpen: (at: number) => boolean): [number, number] =>
    timed(() => {
      let open = 0;
      for (let n = 0; n < count; n += 1) open += Number(isOpen(YEAR_START + n * MINUTE_MS));
      return open;
    });
  // Ours first: what it remembers has yet to be worked out.
  const [ours] = minutes(YEAR_MINUTES, calendar.isOpen);
  const part = YEAR_MINUTES / NAIVE_PART;
  const [theirs, openByNaive] = minutes(part, naive.isOpen);
  agree('open minutes', minutes(part, calendar.isOpen)[1], openByNaive);
  return versus('rules: is it open, each minute of a year', ours, theirs * NAIVE_PART, 1_000);
}

function deadlines(): Row {
  const naive = naiveLine();
  const calendar = createCalendar();
  const bookings = (count: number, dueBy: (at: number) => number): [number, number] =>
    timed(() => {
      let sum = 0;
      // Steps of 311 s wander through every hour of the year, and over the last half hour.
      for (let n = 0; n < count; n += 1) sum += dueBy(YEAR_START + ((n * 311_000) % (330 * 24 * 3_600_000)));
      return sum;
    });
  const byRule = (at: number): number => callbackDueBy(calendar, at).dueBy;
  const [ours] = bookings(DEADLINES, byRule);
  const part = DEADLINES / NAIVE_PART;
  const [theirs, sumByNaive] = bookings(part, naive.dueBy);
  agree('due-by', bookings(part, byRule)[1], sumByNaive);
  return versus(`rules: ${DEADLINES.toLocaleString('en')} callback deadlines`, ours, theirs * NAIVE_PART, 1_000);
}

/** `npm run -s rules` with its start, beside the same questions asked of the same desk in this process. */
async function questions(): Promise<Row> {
  const lines = Array.from({ length: QUESTIONS }, (_, n) => {
    const bookedAt = DateTime.fromMillis(YEAR_START + n * 47 * MINUTE_MS, { zone: MOSCOW }).toISO();
    const notices = n % 3 === 0 ? [{ date: '2026-11-05', intervals: [['09:00', '15:00']] }] : [];
    return JSON.stringify({ ask: 'callbackDueBy', bookedAt, notices });
  });
  const desk = createRuleDesk();
  const [theirs, expected] = timed(() => lines.map((line) => JSON.stringify(desk.answer(line))).join('\n'));
  const startedAt = performance.now();
  const child = spawn('npm', ['run', '-s', 'rules'], {
    cwd: ROOT,
    stdio: ['pipe', 'pipe', 'inherit'],
    shell: process.platform === 'win32',
  });
  let answers = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (answers += text));
  child.stdin.end(lines.join('\n'));
  await once(child, 'close');
  const ours = performance.now() - startedAt;
  agree('answers', answers.trim(), expected);
  return versus(`rules: ${QUESTIONS.toLocaleString('en')} questions through npm run rules`, ours, theirs, 5_000);
}

const factsFile = z.object({ daysOff: z.array(z.string()), shortenedDays: z.array(z.string()) });

/** Closing and due-by reckoned by luxon alone, from the facts. */
function naiveLine() {
  const facts = [2026, 2027].map((year) =>
    factsFile.parse(JSON.parse(readFileSync(join(ROOT, `test/fixtures/calendar/ru-${year}.json`), 'utf8'))),
  );
  const daysOff = facts.flatMap((year) => year.daysOff);
  const shortened = facts.flatMap((year) => year.shortenedDays);
  const closing = (at: DateTime): DateTime | null => {
    const date = at.toFormat('yyyy-MM-dd');
    if (daysOff.includes(date)) return null;
    return at.startOf('day').set({ hour: shortened.includes(date) ? 17 : 18 });
  };
  return {
    isOpen(at: number): boolean {
      const moscow = DateTime.fromMillis(at, { zone: MOSCOW });
      const closes = closing(moscow);
      return closes !== null && moscow < closes && moscow >= moscow.startOf('day').set({ hour: 9 });
    },
    dueBy(at: number): number {
      const booked = DateTime.fromMillis(at, { zone: MOSCOW });
      let closes = closing(booked);
      if (closes !== null && booked < closes.minus({ minutes: 30 })) return closes.toMillis();
      let day = booked;
      do {
        day = day.plus({ days: 1 });
        closes = closing(day);
      } while (closes === null);
      return closes.toMillis();
    },
  };
}

function timed<Answer>(work: () => Answer): [ms: number, answer: Answer] {
  const startedAt = performance.now();
  const answer = work();
  return [performance.now() - startedAt, answer];
}

function agree<Answer>(what: string, ours: Answer, theirs: Answer): void {
  if (ours !== theirs) throw new Error(`${what}: the rules and the baseline disagree`);
}
