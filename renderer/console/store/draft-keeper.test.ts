import { expect, test } from 'vitest';
import { fail, LONG_TEXT_LIMIT, ok, type Outcome } from '../../../shared/contract/base.ts';
import type { CardPatch } from '../../../shared/contract/journal.ts';
import { SHORT_TEXT_LIMIT } from '../../../shared/contract/wire.ts';
import { createDraftKeeper, type Drafts } from './draft-keeper.ts';

type Sent = { patch: CardPatch; edit: number; answer: (outcome: Outcome<{ edit: number }>) => void };

function setUp(kept = new Map<string, string>()) {
  const sent: Sent[] = [];
  const timers: (() => void)[] = [];
  const failures: string[] = [];
  let drafts: Drafts = {};
  const keeper = createDraftKeeper({
    send: (_id, patch, edit) => new Promise((answer) => sent.push({ patch, edit, answer })),
    storage: {
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, value) => void kept.set(key, value),
      removeItem: (key) => void kept.delete(key),
    },
    later: (run) => void timers.push(run),
    changed: (now) => void (drafts = now),
    failed: ({ error }) => void failures.push(error.code),
  });
  return { keeper, sent, timers, kept, failures, drafts: () => drafts };
}
const settled = () => new Promise((resolve) => setImmediate(resolve));

test('a burst of typing is one message, and «saved» waits for the desk’s word', async () => {
  const { keeper, sent, timers, drafts } = setUp();
  keeper.type('c', { comment: 'Н' });
  keeper.type('c', { comment: 'Не' });
  expect(timers).toHaveLength(1);
  timers[0]!();
  expect(sent.map(({ patch, edit }) => [patch, edit])).toEqual([[{ comment: 'Не' }, 2]]);
  await settled();
  expect(drafts()['c']?.patch).toEqual({ comment: 'Не' });
  keeper.saved('c', 2);
  expect(drafts()).toEqual({});
});

test('text of a card that left the workplace is saved by the answer alone, and is not sent again after a reload', async () => {
  const { keeper, sent, timers, kept, drafts } = setUp();
  keeper.type('gone', { comment: 'последнее слово' });
  timers[0]!();
  sent[0]!.answer(ok({ edit: 1 }));
  await settled();
  expect(drafts()).toEqual({});
  const after = setUp(kept);
  await after.keeper.flush();
  expect(after.sent).toEqual([]);
});

test('an answer saves only what it was sent with, and lowers nothing the desk has said', async () => {
  const { keeper, sent, timers, drafts } = setUp();
  keeper.type('c', { comment: 'раз' });
  timers[0]!();
  keeper.saved('c', 7);
  keeper.type('c', { comment: 'два' });
  sent[0]!.answer(ok({ edit: 1 }));
  await settled();
  expect(drafts()['c']).toMatchObject({ patch: { comment: 'два' }, lastEdit: 8 });
  expect(sent[1]).toMatchObject({ patch: { comment: 'два' }, edit: 8 });
  sent[1]!.answer(ok({ edit: 8 }));
  await settled();
  expect(drafts()).toEqual({});
});

test('one message at a time; what was typed meanwhile follows', async () => {
  const { keeper, sent, timers } = setUp();
  keeper.type('c', { comment: 'а' });
  timers[0]!();
  keeper.type('c', { contact: 'Анна' });
  timers[1]!();
  expect(sent).toHaveLength(1);
  sent[0]!.answer(ok({ edit: 1 }));
  await settled();
  expect(sent[1]).toMatchObject({ patch: { contact: 'Анна' }, edit: 2 });
});

test('an unanswered draft survives a reload and is sent again', async () => {
  const before = setUp();
  before.keeper.saved('c', 11);
  before.keeper.type('c', { comment: 'набрано' });
  const after = setUp(before.kept);
  void after.keeper.flush();
  expect(after.sent[0]).toMatchObject({ patch: { comment: 'набрано' }, edit: 12 });
});

test('a broken channel loses nothing; another refusal is told', async () => {
  const { keeper, sent, timers, drafts, failures } = setUp();
  keeper.type('c', { inn: '1' });
  timers[0]!();
  sent[0]!.answer(fail('disconnected'));
  await settled();
  expect(failures).toEqual([]);
  void keeper.flush();
  expect(sent).toHaveLength(2);
  sent[1]!.answer(fail('bad-message'));
  await settled();
  expect(failures).toContain('bad-message');
  expect(drafts()['c']?.patch).toEqual({ inn: '1' });
});

test('numbers grow after a draft was saved and forgotten', () => {
  const { keeper, sent, timers } = setUp();
  keeper.saved('c', 40);
  keeper.type('c', { inn: '1' });
  timers[0]!();
  keeper.saved('c', 41);
  keeper.type('c', { inn: '2' });
  expect(sent[0]!.edit).toBe(41);
  expect(keeper.drafts()['c']?.lastEdit).toBe(42);
});

test('storage that holds nonsense is an empty start', () => {
  expect(setUp(new Map([['line15.drafts', '{']])).keeper.drafts()).toEqual({});
  expect(setUp(new Map([['line15.drafts', '{"c":{"patch":7}}']])).keeper.drafts()).toEqual({});
});

const LOG = 'x'.repeat(LONG_TEXT_LIMIT + 1);

test('a text too long waits by itself: the other fields are saved, it stays as typed, and goes once it is shorter', async () => {
  const { keeper, sent, timers, drafts } = setUp();
  keeper.type('c', { contact: 'Анна' });
  keeper.type('c', { comment: LOG });
  timers[0]!();
  expect(sent.map(({ patch }) => patch)).toEqual([{ contact: 'Анна' }]);
  sent[0]!.answer(ok({ edit: sent[0]!.edit }));
  await settled();
  keeper.saved('c', sent[0]!.edit);
  expect(drafts()['c']?.patch).toEqual({ comment: LOG });
  await keeper.flush();
  expect(sent, 'nothing is left that the desk would take').toHaveLength(1);
  keeper.type('c', { comment: 'короче' });
  timers[1]!();
  expect(sent[1]?.patch).toEqual({ comment: 'короче' });
  sent[1]!.answer(ok({ edit: sent[1]!.edit }));
  await settled();
  expect(drafts()).toEqual({});
});

test('where a text too long is all that is typed, the desk learns that somebody types, once for each burst', async () => {
  const { keeper, sent, timers, drafts } = setUp();
  keeper.type('c', { comment: LOG });
  timers[0]!();
  expect(sent.map(({ patch }) => patch)).toEqual([{}]);
  sent[0]!.answer(ok({ edit: sent[0]!.edit }));
  await settled();
  expect(sent).toHaveLength(1);
  expect(drafts()['c']?.patch).toEqual({ comment: LOG });
  keeper.type('c', { comment: LOG.slice(0, -1) + 'у' });
  timers[1]!();
  expect(sent.map(({ patch }) => patch)).toEqual([{}, {}]);
});

test('a reload keeps a text too long, and every draft beside one that is nonsense', () => {
  const before = setUp();
  before.keeper.type('long', { comment: LOG, organisation: 'О'.repeat(SHORT_TEXT_LIMIT + 1) });
  before.keeper.type('other', { contact: 'Анна' });
  const kept: unknown = JSON.parse(before.kept.get('line15.drafts') ?? '');
  expect(kept).toBeTypeOf('object');
  before.kept.set('line15.drafts', JSON.stringify({ broken: { patch: 7 }, ...(kept as object) }));
  const after = setUp(before.kept).keeper.drafts();
  expect(Object.keys(after)).toEqual(['long', 'other']);
  expect(after['long']?.patch.comment).toBe(LOG);
});

test('a full storage does not take what is typed off the screen', () => {
  const { keeper, drafts } = setUp(
    Object.assign(new Map<string, string>(), {
      set: () => {
        throw new DOMException('full', 'QuotaExceededError');
      },
    }),
  );
  keeper.type('c', { comment: 'а' });
  expect(drafts()['c']?.patch).toEqual({ comment: 'а' });
});

test.each(['already-closed', 'no-consultation'])(
  'words refused for good are kept to be copied, not sent again: %s',
  async (code) => {
    const { keeper, sent, timers, kept, failures, drafts } = setUp();
    keeper.type('gone', { comment: 'последнее слово' });
    timers[0]!();
    sent[0]!.answer(fail(code));
    await settled();
    keeper.type('next', { comment: 'а' });
    timers[1]!();
    expect(sent.map(({ patch }) => patch.comment)).toEqual(['последнее слово', 'а']);
    expect(failures).toEqual([]);
    expect(drafts()['gone']).toMatchObject({ patch: { comment: 'последнее слово' }, refused: true });
    expect(setUp(kept).keeper.drafts()['gone']?.refused).toBe(true);
    keeper.drop('gone');
    expect(Object.keys(drafts())).toEqual(['next']);
  },
);

test('a card opened again takes the words it had refused', async () => {
  const { keeper, sent, timers } = setUp();
  keeper.type('c', { comment: 'последнее слово' });
  timers[0]!();
  sent[0]!.answer(fail('already-closed'));
  await settled();
  keeper.saved('c', 0);
  timers.at(-1)!();
  expect(sent.map(({ patch }) => patch.comment)).toEqual(['последнее слово', 'последнее слово']);
});

test('a refused choice without words is told, and forgotten', async () => {
  const { keeper, sent, timers, failures, drafts } = setUp();
  keeper.type('c', { topic: 'errors' });
  timers[0]!();
  sent[0]!.answer(fail('already-closed'));
  await settled();
  expect(failures).toEqual(['already-closed']);
  expect(drafts()).toEqual({});
});
