import { expect, test } from 'vitest';
import { EMPTY_CARD } from '../../../shared/contract/journal.ts';
import { emptyDraft, isPending, saved, shownCard, typed } from './card-draft.ts';

test('what is typed is shown until the desk has saved it', () => {
  const draft = typed(emptyDraft(4), { comment: 'не открывается форма' }, 4);
  expect(shownCard(EMPTY_CARD, draft).comment).toBe('не открывается форма');
  expect(isPending(draft)).toBe(true);
  expect(isPending(saved(draft, 5))).toBe(false);
});

test('edit numbers grow above what the desk has seen', () => {
  const first = typed(emptyDraft(0), { contact: 'А' }, 7);
  const second = typed(first, { contact: 'Ан' }, 3);
  expect([first.lastEdit, second.lastEdit]).toEqual([8, 9]);
});

test('a field written again after the saved edit stays, the others go', () => {
  const one = typed(emptyDraft(0), { contact: 'Анна', inn: '77' }, 0);
  const two = typed(one, { contact: 'Анна П' }, 0);
  expect(saved(two, 1).patch).toEqual({ contact: 'Анна П' });
});

test('an older confirmation takes nothing away', () => {
  const draft = typed(emptyDraft(9), { comment: 'текст' }, 9);
  expect(saved(draft, 9)).toBe(draft);
});
