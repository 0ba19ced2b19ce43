import { expect, test } from 'vitest';
import { reducerDesk } from './reducer-lab.ts';

const asking = (number: string) =>
  ({ kind: 'ringing', callId: 'c1', number, displayName: '', dialled: '', asksForAnswer: true, agoMs: 0 }) as const;

test('a header that asks for an answer is obeyed for callers of the list only', () => {
  const listed = reducerDesk({ answerByHeader: ['8 495 231-22-46'] });
  listed.fact(asking('+74952312246'));
  expect(listed.orders()).toEqual([{ kind: 'answer', callId: 'c1' }]);
  const stranger = reducerDesk({ answerByHeader: ['8 495 231-22-46'] });
  stranger.fact(asking('+79990000000'));
  expect(stranger.orders()).toEqual([]);
  stranger.fact({ ...asking('+74952312246'), callId: 'c2', asksForAnswer: undefined });
  expect(stranger.orders(), 'on the list, but not asked for').toEqual([]);
});

test('a lamp is the colleague’s of that number; voice messages are counted', () => {
  const desk = reducerDesk({ colleagues: [{ name: 'Орлов', number: '102', lamp: 'unknown' }] });
  desk.fact({ kind: 'lamp', number: '102', lamp: 'busy' });
  desk.fact({ kind: 'lamp', number: '103', lamp: 'free' });
  desk.fact({ kind: 'mailbox', newMessages: 2 });
  expect(desk.state).toMatchObject({ colleagues: [{ lamp: 'busy' }], newMessages: 2 });
});
