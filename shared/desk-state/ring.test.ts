import { expect, test } from 'vitest';
import { reducerDesk, TEN_O_CLOCK } from './reducer-lab.ts';

const MINUTE = 60_000;
/** 18:00 in Moscow, that day. */
const closing = Date.UTC(2026, 10, 24, 15);

test('a second call is declined with 480 too when the consultant has made himself not ready', () => {
  const desk = reducerDesk();
  desk.talk();
  desk.happen({ kind: 'set-availability', to: 'not-ready', reason: 'lunch' });
  desk.ring('c2');
  expect(desk.orders().at(-1)).toEqual({ kind: 'decline', callId: 'c2', sipCode: 480 });
  expect(desk.state.secondCall).toBeNull();
  expect(desk.written('missed').at(-1)?.missed.reason).toBe('not-ready');
});

test.each([
  ['work', null, 'closed'],
  ['training', 'c2', undefined],
] as const)('a second call after closing, in %s mode', (mode, second, reason) => {
  const desk = reducerDesk({ mode });
  desk.now = closing - MINUTE;
  desk.talk();
  desk.pass(2 * MINUTE);
  desk.ring('c2');
  expect(desk.state.secondCall?.id ?? null).toBe(second);
  expect(desk.written('missed').at(-1)?.missed.reason).toBe(reason);
});

test('of three the third is busy, also when the consultant is not ready', () => {
  const desk = reducerDesk();
  desk.talk();
  desk.ring('c2');
  desk.happen({ kind: 'set-availability', to: 'not-ready', reason: 'lunch' });
  desk.ring('c3');
  expect(desk.orders().at(-1)).toEqual({ kind: 'decline', callId: 'c3', sipCode: 486 });
});

test('a call that has waited past closing is not answered, but may become an event', () => {
  const desk = reducerDesk();
  desk.now = closing - 1_000;
  desk.ring();
  desk.pass(1_000);
  expect(desk.happen({ kind: 'answer', callId: 'c1' }).refusal?.code).toBe('line-closed');
  expect(desk.happen({ kind: 'decline-to-event', callId: 'c1' }).refusal).toBeNull();
  expect(desk.state.events).toHaveLength(1);
});

test('in training a call that has waited past closing is answered', () => {
  const desk = reducerDesk({ mode: 'training' });
  desk.now = closing - 1_000;
  desk.ring();
  desk.pass(1_000);
  expect(desk.happen({ kind: 'answer', callId: 'c1' }).refusal).toBeNull();
});

const answers = (desk: ReturnType<typeof reducerDesk>) =>
  desk.orders().flatMap((order) => (order.kind === 'answer' ? [order.callId] : []));

test('auto-answer, set while the desk is open, answers a first call, not one that comes during it', () => {
  const desk = reducerDesk();
  const { policy, wrapUpMs } = desk.state;
  desk.happen({
    kind: 'settings',
    policy,
    wrapUpMs,
    autoAnswer: true,
    number: '101',
    colleagues: [],
    answerByHeader: [],
    serviceNumbers: [],
    prefix: '',
  });
  desk.ring('c1');
  expect(answers(desk)).toEqual(['c1']);
  desk.ring('c2');
  desk.answered('c1');
  desk.ring('c3');
  expect(answers(desk)).toEqual(['c1']);
});

test('auto-answer answers nothing that is declined with 480', () => {
  const desk = reducerDesk({ autoAnswer: true });
  desk.happen({ kind: 'set-availability', to: 'not-ready', reason: 'lunch' });
  desk.ring('c1');
  expect(desk.orders()).toEqual([{ kind: 'decline', callId: 'c1', sipCode: 480 }]);
});

test.each(['declined by the desk', 'never told of'])('a call %s and answered all the same is hung up', (which) => {
  const desk = reducerDesk({ availability: { kind: 'not-ready', reason: null, since: TEN_O_CLOCK } });
  if (which === 'declined by the desk') desk.ring();
  desk.answered();
  expect(desk.state.consultation).toBeNull();
  expect(desk.orders().at(-1)).toEqual({ kind: 'hang-up', callId: 'c1', reason: 'consultant' });
});
