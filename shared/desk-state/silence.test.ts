import { expect, test } from 'vitest';
import { reducerDesk, TEN_O_CLOCK } from './reducer-lab.ts';

const MINUTE = 60_000;

test.each([
  ['lost', 'lost'],
  ['local', 'lost'],
  ['remote', 'user'],
] as const)(
  'from a silent line, ended by «%s»: it ended when its sound did, and the consultant’s hang-up ended no conversation',
  (cause, endReason) => {
    const desk = reducerDesk();
    desk.talk();
    desk.pass(MINUTE);
    desk.fact({ kind: 'connection', callId: 'c1', connected: false, silentForMs: 4_000, agoMs: 0 });
    expect(desk.state.call).toMatchObject({ connected: false, silentSince: desk.now - 4_000 });
    desk.pass(6_000);
    desk.ended('c1', cause);
    expect(desk.state.consultation).toMatchObject({ endReason, endedAt: TEN_O_CLOCK + 56_000, talkMs: 56_000 });
    expect(desk.state.call).toBeNull();
  },
);

test('sound that came back leaves nothing of its silence; the limit ends at the limit', () => {
  const back = reducerDesk();
  back.talk();
  back.pass(MINUTE);
  back.fact({ kind: 'connection', callId: 'c1', connected: false, silentForMs: 4_000, agoMs: 0 });
  back.fact({ kind: 'connection', callId: 'c1', connected: true, silentForMs: null, agoMs: 0 });
  back.ended('c1', 'local');
  expect(back.state.consultation).toMatchObject({ endReason: 'consultant', endedAt: TEN_O_CLOCK + MINUTE });
  const limit = reducerDesk();
  limit.talk();
  limit.pass(MINUTE);
  limit.fact({ kind: 'connection', callId: 'c1', connected: false, silentForMs: 4_000, agoMs: 0 });
  limit.ended('c1', 'limit');
  expect(limit.state.consultation).toMatchObject({ endReason: 'limit', endedAt: TEN_O_CLOCK + MINUTE });
});
