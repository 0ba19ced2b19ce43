import { describe, expect, test } from 'vitest';
import { clauseReport, clausesAtHead, markedFunctions, rowsOf, section, withSection } from '../../build/clauses.ts';

test('every clause and every settled reading has a function and a test, and CONTRIBUTING.md says which', async () => {
  const { text, written, missing } = await clauseReport();
  expect(missing).toEqual([]);
  expect(written, 'npm run clauses').toBe(text);
});

describe('the list of clauses', () => {
  const due = { name: 'callbackDueBy', file: 'due-by.ts', clauses: ['4.2', '7'] };
  const seen = { name: '4.2: due-by > exactly 30 minutes', file: 'due-by.test.ts', clauses: ['4.2'] };
  const clause = { clause: '4.2', says: 'the event' };
  const reading = { clause: '4.2', says: 'exactly 30 minutes', by: 'callbackDueBy' };
  const missing = (...args: Parameters<typeof rowsOf>) => rowsOf(...args).map((row) => row.missing);

  test('names what has no function or no test', () => {
    expect(missing([clause, reading], [due], [seen])).toEqual([[], []]);
    expect(missing([clause, reading], [], [])).toEqual([
      ['function', 'test'],
      ['function', 'test'],
    ]);
    expect(missing([{ ...reading, by: 'aimOf' }], [due], [seen])).toEqual([['function']]);
    expect(missing([{ ...reading, says: 'on a Sunday' }], [due], [seen])).toEqual([['test']]);
    expect(missing([{ ...clause, clause: '4.3' }], [due], [seen])).toEqual([['function', 'test']]);
    expect(missing([{ ...clause, clause: '7.1' }], [due], [seen])).toEqual([['test']]);
  });

  test('a clause that is no rule is held by words of a file', () => {
    const heldBy = { why: 'no rule', file: 'shared/contract/desk.ts', words: '(2.2)' };
    expect(missing([{ ...clause, heldBy }], [], [])).toEqual([[]]);
    expect(missing([{ ...clause, heldBy: { ...heldBy, words: 'нет таких слов' } }], [], [])).toEqual([['function']]);
  });

  test.each([
    ['4.2: booked', ['4.2']],
    ['2.1, 7: hours', ['2.1', '7']],
    ['2.1, policy off: closes', ['2.1']],
    ['2.3 (facts, phone): to E.164', ['2.3']],
    ['5 minutes before', []],
    ['prof, question', []],
  ])('the head of «%s»', (text, clauses) => {
    expect(clausesAtHead(text)).toEqual(clauses);
  });

  test('reads the clauses off the docstring just before an export', () => {
    const source =
      '/** 4.1: lost. */\ntype A = 1;\n\n/**\n * 4.2: due.\n */\nexport function due() {}\nexport const x = 1;';
    expect(markedFunctions(source, 'a.ts')).toEqual([{ name: 'due', file: 'a.ts', clauses: ['4.2'] }]);
  });

  test('is put between the markers of the page, again and again the same', () => {
    const text = section(rowsOf([clause], [due], [seen]), []);
    expect(text).toContain('| 4.2 | the event | due-by.ts: `callbackDueBy` | due-by.test.ts |');
    const page = withSection(`before\n${section([], [])}\nafter\n`, text);
    expect(page).toBe(`before\n${text}\nafter\n`);
    expect(withSection(page, text)).toBe(page);
    expect(() => withSection('before', text)).toThrow('lacks its markers');
  });
});
