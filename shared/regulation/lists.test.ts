import { describe, expect, expectTypeOf, test } from 'vitest';
import {
  COMPLAINT,
  CONFIGURATIONS,
  EVENT_OUTCOMES,
  idsOf,
  NOT_HELD,
  NOT_READY,
  OUT_OF_SCOPE,
  OUTCOMES,
  TOPICS,
  WISH_SAY,
} from './lists.ts';
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

test('3.1: the five topics', () => {
  expect(TOPICS.map(({ id, clause, digit }) => [id, clause, digit])).toEqual([
    ['setup', '3.1.1', '1'],
    ['theory', '3.1.2', '2'],
    ['update', '3.1.3', '3'],
    ['errors', '3.1.4', '4'],
    ['wish', '3.1.5', '5'],
  ]);
  expectTypeOf<TopicId>().toEqualTypeOf<'setup' | 'theory' | 'update' | 'errors' | 'wish'>();
});

test('3.1.5: a wish by phone gets the words that ask for a letter with its purpose', () => {
  expect(WISH_SAY.ru).toMatch(/rs@rarus\.ru.*цель/);
  expect(WISH_SAY.en).toMatch(/rs@rarus\.ru.*purpose/);
});

test('3.2, 1.4: every item of the list, the exemption of 1.4 beside its two', () => {
  expect(OUT_OF_SCOPE.filter(({ clause }) => clause === '3.2')).toHaveLength(10);
  expect(OUT_OF_SCOPE.filter(({ clause }) => clause === '1.4').map(({ id }) => id)).toEqual([
    'platform',
    'third-party-exchange',
  ]);
  for (const { clause, exemption, say } of OUT_OF_SCOPE) {
    expect(exemption !== null).toBe(clause === '1.4');
    expect(say.ru).toContain(`п. ${clause}`);
    expect(say.en).toContain(`clause ${clause}`);
  }
});

test('2.5, 2.8, 2.10–2.12: the outcomes the clauses name are there', () => {
  const clauses: (string | null)[] = OUTCOMES.map(({ clause }) => clause);
  expect(clauses).toEqual(
    expect.arrayContaining(['1.3', '2.4', '2.5', '2.7', '2.8', '2.10', '2.11', '2.12', '3.2', '4.2', '6.1']),
  );
  expect(OUTCOMES.filter(({ clause }) => clause === '2.10').map(({ id }) => id)).toEqual([
    'licence-breach',
    'not-enough-information',
    'insulting-wording',
  ]);
});

test('5.1: a complaint names its address and its clause', () => {
  expect(COMPLAINT.say.ru).toContain('k@rarus.ru');
  expect(COMPLAINT.say.ru).toContain(`п. ${COMPLAINT.clause}`);
  expect(COMPLAINT.say.en).toContain(COMPLAINT.address);
  expect(COMPLAINT.say.en).toContain(`clause ${COMPLAINT.clause}`);
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
