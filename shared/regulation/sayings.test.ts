import { describe, expect, test } from 'vitest';
import { OUT_OF_SCOPE, OUTCOMES, TOPICS } from './lists.ts';
import {
  COMPLAINT_ADDRESS,
  followsFromSaying,
  isWhole,
  maySay,
  refusalOf,
  REMOTE_PROGRAMS,
  SAYING_IDS,
  SAYINGS,
  updateSaying,
  WISH_ADDRESS,
} from './sayings.ts';
import type { SayingId, SayingPatch } from './sayings.ts';

const nothingChosen = { topic: null };

describe('what follows on the card', () => {
  test.each([
    [
      '3.2: outside competence, with its item',
      'out-of-scope',
      'programming',
      { outcome: 'out-of-scope', outOfScope: 'programming' },
    ],
    [
      '1.4: the platform is outside too',
      'out-of-scope',
      'platform',
      { outcome: 'out-of-scope', outOfScope: 'platform' },
    ],
    ['2.5: information asked for is an outcome', 'request-information', 'релиз', { outcome: 'information-requested' }],
    ['5.1: a complaint decides nothing', 'complaint', '', {}],
    ['2.6: restoring work is a topic of 3.1.4', 'confirm-criticality', 'касса стоит', { topic: 'errors' }],
    ['6.2: a remote connection decides nothing', 'remote-connection', '123 456 789', {}],
    ['2.10: a warning decides nothing', 'warn-wording', '', {}],
    ['2.10: after it the consultation may end', 'end-for-wording', '', { outcome: 'insulting-wording' }],
    ['2.7: no licence in force', 'no-licence', '', { outcome: 'no-licence' }],
    ['6.1: a licence without the phone', 'no-phone', '', { outcome: 'no-phone' }],
    ['2.8: the update offered', 'offer-update', '', { outcome: 'update-offered' }],
    ['2.8: the update declined', 'decline-update', '', { outcome: 'update-declined' }],
    ['2.4: refused to identify', 'not-identified', '', { outcome: 'not-identified', closing: 'refused-to-name' }],
    ['2.10: breach of licence use', 'licence-breach', '', { outcome: 'licence-breach' }],
    ['2.10: not enough information', 'not-enough-information', '', { outcome: 'not-enough-information' }],
    ['3.1.5: a wish goes by letter', 'ask-for-letter', '', { outcome: 'letter-requested', topic: 'wish' }],
  ] satisfies [string, SayingId, string, SayingPatch][])('%s', (_case, id, detail, patch) => {
    expect(followsFromSaying(id, detail, nothingChosen)).toEqual(patch);
  });

  test('2.6: a topic already chosen stays', () => {
    expect(followsFromSaying('confirm-criticality', 'касса стоит', { topic: 'update' })).toEqual({});
  });

  test('3.1.5: a wish is one whatever was chosen', () => {
    expect(followsFromSaying('ask-for-letter', '', { topic: 'setup' })).toMatchObject({ topic: 'wish' });
  });

  test('1.2, 3.1: what follows is in the closed lists, its clause the outcome’s own', () => {
    for (const id of SAYING_IDS) {
      const { outcome, topic, clause } = SAYINGS[id];
      if (outcome !== null) expect(OUTCOMES.find((one) => one.id === outcome)?.clause).toBe(clause);
      if (topic !== null) expect(TOPICS.map((one) => one.id)).toContain(topic);
    }
  });
});

describe('what is said first', () => {
  const none = { said: [], topic: null };
  test('2.10: the user is warned before it ends', () => {
    expect(maySay('end-for-wording', none)).toBe(false);
    expect(maySay('end-for-wording', { said: ['complaint'], topic: null })).toBe(false);
    expect(maySay('end-for-wording', { said: ['warn-wording', 'complaint'], topic: null })).toBe(true);
    expect(maySay('warn-wording', none)).toBe(true);
  });

  test('2.8: the update is offered before anybody is refused without it', () => {
    expect(maySay('decline-update', none)).toBe(false);
    expect(maySay('decline-update', { said: ['offer-update'], topic: 'setup' })).toBe(true);
  });

  test.each(['update', 'errors'])('3.1.3, 3.1.4: help with «%s» is refused to nobody for the release', (topic) => {
    expect(maySay('decline-update', { said: ['offer-update'], topic })).toBe(false);
    expect(maySay('offer-update', { said: [], topic })).toBe(true);
  });
});

test('2.5, 2.6, 3.2, 6.2: not without what must be written down', () => {
  expect(['request-information', 'confirm-criticality', 'remote-connection'] satisfies SayingId[]).toSatisfy(
    (ids: SayingId[]) => ids.every((id) => isWhole(id, 'слова') && !isWhole(id, '  ')),
  );
  expect(OUT_OF_SCOPE.every(({ id }) => isWhole('out-of-scope', id))).toBe(true);
  expect([isWhole('out-of-scope', ''), isWhole('out-of-scope', 'anything else')]).toEqual([false, false]);
  expect([isWhole('complaint', ''), isWhole('no-licence', '')]).toEqual([true, true]);
});

test.each([
  ['2.7: no licence in force', 'refused', null, 'no-licence'],
  ['6.1: Standard does not offer the phone', 'error-report-only', 'standard', 'no-phone'],
  ['6.1: free Standard neither', 'refused', 'free-standard', 'no-phone'],
  ['6.2: PROF is refused nothing', 'allowed', 'prof', null],
  ['1.1: what is not known refuses nobody', 'unknown', null, null],
] satisfies [string, Parameters<typeof refusalOf>[0], Parameters<typeof refusalOf>[1], ReturnType<typeof refusalOf>][])(
  '%s',
  (_case, verdict, basis, refusal) => {
    expect(refusalOf(verdict, basis)).toBe(refusal);
  },
);

test('2.8: an older release calls for the offer first, then for the refusal', () => {
  expect(updateSaying('older', [])).toBe('offer-update');
  expect(updateSaying('older', ['complaint', 'offer-update'])).toBe('decline-update');
  for (const verdict of ['older-exempt', 'latest', 'newer', 'unknown'] as const) {
    expect(updateSaying(verdict, ['offer-update'])).toBeNull();
  }
});

test('6.2: AnyDesk is the first program', () => {
  expect(REMOTE_PROGRAMS).toEqual(['AnyDesk', 'RuDesktop', 'Ассистент']);
});

test('5.1, 3.1.5: the addresses are the regulation’s', () => {
  expect([COMPLAINT_ADDRESS, WISH_ADDRESS]).toEqual(['k@rarus.ru', 'rs@rarus.ru']);
});
