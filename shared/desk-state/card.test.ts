import { expect, test } from 'vitest';
import { reducerDesk } from './reducer-lab.ts';

const MINUTE = 60_000;

test('a wrap-up does not run out under somebody who types: its end stays 15 seconds ahead of the last word', () => {
  const desk = reducerDesk();
  desk.talk();
  desk.ended();
  const edit = (comment: string) => {
    desk.happen({ kind: 'edit-card', consultationId: 'c1', patch: { comment }, record: null });
    return desk.state.consultation?.wrapUpUntil;
  };
  const end = desk.now + 3 * MINUTE;
  desk.pass(MINUTE);
  expect(edit('рано'), 'the limit stands').toBe(end);
  desk.pass(2 * MINUTE - 5_000);
  expect(edit('под конец')).toBe(end + 10_000);
  desk.pass(14_999);
  expect(edit('ещё слово')).toBe(end + 10_000 + 14_999);
  desk.pass(15_000);
  expect(desk.state.consultation).toBeNull();
  expect(desk.written('story').map(({ line }) => line.what)).toContain('to-unclosed');
});
