import { describe, expect, expectTypeOf, test } from 'vitest';
import { CONFIGURATIONS, EVENT_OUTCOMES, idsOf, NOT_HELD, NOT_READY, OUT_OF_SCOPE, OUTCOMES, TOPICS } from './lists.ts';
import type { ListItem, NotHeldId, TopicId } from './lists.ts';

const LISTS: Record<string, readonly ListItem[]> = {
  TOPICS,
  OUT_OF_SCOPE,
  OUTCOMES,
  NOT_HELD,
  EVENT_OUTCOMES,
  NOT_READY,
  CONFIGURATIONS,
};

describe.each(Object.entries(LISTS))('the closed list %s', (_name, list) => {
  test('has no identifier, key or text twice', () => {
    const digits = list.flatMap(({ digit }) => digit ?? []);
    expect(new Set(idsOf(list)).size).toBe(list.length);
    expect(new Set(digits).size).toBe(digits.length);
    expect(new Set(list.map(({ text }) => text.ru)).size).toBe(list.length);
    expect(new Set(list.map(({ text }) => text.en)).size).toBe(list.length);
  });

  test('has both languages, one-digit keys and clauses of the regulation', () => {
    for (const { text, digit, clause } of list) {
      expect(text.ru).toMatch(/[а-яё]/i);
      expect(text.en).toMatch(/^[a-z0-9]/i);
      expect(digit ?? '0').toMatch(/^\d$/);
      expect(clause ?? '1').toMatch(/^\d(\.\d+)*$/);
    }
  });
});

test.each([
  ['3.1.1', 'setup', '1'],
  ['3.1.2', 'theory', '2'],
  ['3.1.3', 'update', '3'],
  ['3.1.4', 'errors', '4'],
  ['3.1.5', 'wish', '5'],
] as const)('%s: its topic is %s, key %s', (clause, id, digit) => {
  expect(TOPICS.filter((topic) => topic.clause === clause)).toMatchObject([{ id, digit }]);
});

test('3.1: the five topics are all', () => {
  expect(TOPICS).toHaveLength(5);
  expectTypeOf<TopicId>().toEqualTypeOf<'setup' | 'theory' | 'update' | 'errors' | 'wish'>();
});

test('3.2, 1.4: every item of the list, the exemption of 1.4 beside its two', () => {
  expect(OUT_OF_SCOPE.filter(({ clause }) => clause === '3.2')).toHaveLength(10);
  expect(OUT_OF_SCOPE.filter(({ clause }) => clause === '1.4').map(({ id }) => id)).toEqual([
    'platform',
    'third-party-exchange',
  ]);
  for (const { clause, exemption, say } of OUT_OF_SCOPE) {
    expect(exemption !== null).toBe(clause === '1.4');
    expect(say).toMatch(clause === '1.4' ? /developers$/ : /^out-of-scope(-paid-update)?$/);
  }
});

const outcomesByClause: [string, string[]][] = [
  ['1.2', ['solved', 'user-will-check']],
  ['1.3', ['documentation']],
  ['2.4', ['not-identified']],
  ['2.5', ['information-requested']],
  ['2.7', ['no-licence']],
  ['2.8', ['update-offered', 'update-declined']],
  ['2.10', ['licence-breach', 'not-enough-information', 'insulting-wording']],
  ['2.11', ['third-party']],
  ['2.12', ['development']],
  ['3.1.5', ['letter-requested']],
  ['3.2', ['out-of-scope']],
  ['4.1', ['interrupted']],
  ['4.2', ['event-booked']],
  ['6.1', ['no-phone']],
];
test.each(outcomesByClause)('%s: its outcomes are %j', (clause, ids) => {
  expect(OUTCOMES.filter((outcome) => outcome.clause === clause).map(({ id }) => id)).toEqual(ids);
});

test('2.10: no outcome stands on another clause', () => {
  expect(OUTCOMES).toHaveLength(outcomesByClause.flatMap(([, ids]) => ids).length);
});

test('3.2: what is paid for says so', () => {
  const paid = OUT_OF_SCOPE.filter(({ say }) => say === 'out-of-scope-paid-update');
  expect(paid.map(({ id }) => id)).toEqual(['update-service']);
});

test('4.2: an unanswered or postponed event stays in the list', () => {
  expect(EVENT_OUTCOMES.filter(({ closes }) => !closes).map(({ id }) => id)).toEqual(['no-answer', 'postponed']);
});

test('2.4: the four reasons of a conversation not held', () => {
  expect(idsOf(NOT_HELD)).toEqual(['cut-off', 'wrong-number', 'silence', 'spam']);
  expectTypeOf<NotHeldId>().toEqualTypeOf<'cut-off' | 'wrong-number' | 'silence' | 'spam'>();
});

test('2.3: the product of the regulation stands first among the configurations', () => {
  expect(CONFIGURATIONS[0]?.text.ru).toBe('1С-Рарус: Управление аптекой, ред. 3');
});
