import { expect, test } from 'vitest';
import { fail, ok, type Outcome } from '../../../shared/contract/base.ts';
import type { CardPatch } from '../../../shared/contract/journal.ts';
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
