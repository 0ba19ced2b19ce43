import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CLOSING_WAYS, isIdentified, missingFacts, whatIsMissing } from './closing.ts';
import type { ClosingCard } from './closing.ts';
import { idsOf, NOT_HELD, OUT_OF_SCOPE, OUTCOMES, TOPICS } from './lists.ts';

const empty: ClosingCard = {
  closing: null,
  registrationNumber: '',
  organisation: '',
  configuration: '',
  topic: null,
  outcome: null,
  outOfScope: null,
  notHeldReason: null,
};
const facts = {
  registrationNumber: '800900',
  organisation: 'ООО «Аптека»',
  configuration: 'Управление аптекой, ред. 3',
};
const complete: ClosingCard = { ...empty, ...facts, closing: 'identified', topic: 'theory', outcome: 'solved' };
const missing = (card: Partial<ClosingCard>): string[] =>
  whatIsMissing({ ...empty, ...card }).map(({ field, clause }) => `${field} ${clause}`);

describe('2.3: identified', () => {
  test('a complete card lacks nothing', () => {
    expect(whatIsMissing(complete)).toEqual([]);
  });

  const everything = ['registrationNumber 2.3', 'organisation 2.3', 'configuration 2.3', 'topic 3.1', 'outcome 1.2'];
  test.each([['identified'], [null]] as const)('an empty card lacks everything, way %s', (closing) => {
    expect(missing({ closing })).toEqual(everything);
  });

  test.each(['registrationNumber', 'organisation', 'configuration'] as const)('%s blank is not stated', (field) => {
    expect(missing({ ...complete, [field]: '  ' })).toEqual([`${field} 2.3`]);
    expect(isIdentified({ ...facts, [field]: '  ' })).toBe(false);
    expect(missingFacts({ ...facts, [field]: '' })).toEqual([{ field, clause: '2.3' }]);
  });

  test('three facts identify', () => {
    expect(isIdentified(facts)).toBe(true);
  });
});

describe('2.5, 2.4: could not or would not name', () => {
  test.each(['could-not-name', 'refused-to-name'] as const)('%s asks for topic and outcome only', (closing) => {
    expect(missing({ closing })).toEqual(['topic 3.1', 'outcome 1.2']);
    expect(missing({ closing, topic: 'errors', outcome: 'solved' })).toEqual([]);
  });

  test('2.4: refused permits ending at once, does not force it', () => {
    expect(missing({ closing: 'refused-to-name', outcome: 'not-identified' })).toEqual([]);
  });
});

describe('2.4: not held', () => {
  test('asks for its reason and nothing else', () => {
    expect(missing({ closing: 'not-held' })).toEqual(['notHeldReason 2.4']);
    expect(missing({ closing: 'not-held', notHeldReason: 'silence' })).toEqual([]);
    expect(missing({ closing: 'not-held', notHeldReason: 'что-то' })).toEqual(['notHeldReason 2.4']);
  });
});

describe('1.2, 3.1, 3.2: topic and outcome', () => {
  test('3.2: out of scope needs its item, and no topic of 3.1', () => {
    expect(missing({ ...complete, topic: null, outcome: 'out-of-scope' })).toEqual(['outOfScope 3.2']);
    expect(missing({ ...complete, topic: null, outcome: 'out-of-scope', outOfScope: 'platform' })).toEqual([]);
    expect(missing({ ...complete, outcome: 'out-of-scope', outOfScope: 'no-such' })).toEqual(['outOfScope 3.2']);
  });

  test.each(OUTCOMES.map(({ id, needsTopic }) => [id, needsTopic] as const))(
    '3.1: outcome %s needs a topic: %s',
    (outcome, needsTopic) => {
      expect(missing({ ...complete, topic: null, outcome, outOfScope: 'platform' })).toEqual(
        needsTopic ? ['topic 3.1'] : [],
      );
    },
  );

  test('an id no list knows counts as none', () => {
    expect(missing({ ...complete, topic: 'weather', outcome: 'magic' })).toEqual(['topic 3.1', 'outcome 1.2']);
  });
});

describe('2.3, 2.4, 2.5: whatever stands on the card', () => {
  const choice = (list: readonly { readonly id: string }[]): fc.Arbitrary<string | null> =>
    fc.constantFrom(null, 'no-such', ...idsOf(list));
  const text = fc.constantFrom('', ' ', 'сказано');
  const cards: fc.Arbitrary<ClosingCard> = fc.record({
    closing: fc.constantFrom(null, ...CLOSING_WAYS),
    registrationNumber: text,
    organisation: text,
    configuration: text,
    topic: choice(TOPICS),
    outcome: choice(OUTCOMES),
    outOfScope: choice(OUT_OF_SCOPE),
    notHeldReason: choice(NOT_HELD),
  });
  const given = { ...facts, topic: 'setup', outcome: 'solved', outOfScope: 'platform', notHeldReason: 'spam' };

  test('given what is missing, it can be closed; nothing is asked for that is there', () => {
    fc.assert(
      fc.property(cards, (card) => {
        const lacking = whatIsMissing(card).map(({ field }) => field);
        const filled = lacking.reduce((one, field) => ({ ...one, [field]: given[field] }), card);
        expect(whatIsMissing(filled)).toEqual([]);
        expect(lacking.filter((field) => card[field] === given[field])).toEqual([]);
      }),
    );
  });

  test('only identified asks for the three facts', () => {
    fc.assert(
      fc.property(cards, (card) => {
        const asks = missingFacts(card).length > 0 && (card.closing ?? 'identified') === 'identified';
        expect(whatIsMissing(card).some(({ clause }) => clause === '2.3')).toBe(asks);
      }),
    );
  });
});
