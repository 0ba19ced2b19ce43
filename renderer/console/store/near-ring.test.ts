import { expect, test } from 'vitest';
import { reducerDesk } from '../../../shared/desk-state/reducer-lab.ts';
import { snapshotOf } from '../../../shared/desk-state/snapshot.ts';
import { mayAnswer, withProvisionalRing } from './near-ring.ts';

type Lab = ReturnType<typeof reducerDesk>;

const RING = { callId: 'c1', number: '+79161234567', displayName: '', dialled: '' };
/** 18:00 in Moscow, on the lab's day. */
const CLOSING = Date.UTC(2026, 10, 24, 15);

const seen = ({ state, now }: Lab) =>
  snapshotOf(state, {
    version: 1,
    now,
    unclosed: [],
    missed: { callers: 0, lastAt: null },
    recent: [],
    today: { consultations: 0, averageMs: null, cutAtLimit: 0, serviceCalls: 0 },
    pace: null,
    desktop: null,
  });
const provisional = (desk: Lab) => withProvisionalRing(seen(desk), RING, desk.now);

test('the provisional ring is what the desk itself says next', () => {
  const desk = reducerDesk();
  const ringing = provisional(desk);
  desk.ring(RING.callId, RING.number);
  expect(ringing).toEqual(seen(desk));
});

test.each<[string, (desk: Lab) => void]>([
  [
    'the consultant is not ready',
    (desk) => desk.happen({ kind: 'set-availability', to: 'not-ready', reason: 'lunch' }),
  ],
  ['he is talking', (desk) => desk.talk()],
  ['another call rings', (desk) => desk.ring('c0')],
  [
    'he is wrapping up',
    (desk) => {
      desk.talk();
      desk.ended();
    },
  ],
  ['the line is closed', (desk) => void (desk.now = CLOSING)],
])('no ring is shown ahead of the desk while %s', (_when, happens) => {
  const desk = reducerDesk();
  happens(desk);
  expect(provisional(desk)).toBeNull();
});

test('the last word on the hours holds until the instant it names: after it the desk is waited for', () => {
  const desk = reducerDesk();
  desk.now = CLOSING - 1_000;
  const before = seen(desk);
  expect(withProvisionalRing(before, RING, CLOSING - 1)).not.toBeNull();
  expect(withProvisionalRing(before, RING, CLOSING)).toBeNull();
  desk.ring(RING.callId);
  expect(mayAnswer(seen(desk), RING.callId, CLOSING - 1)).toBe(true);
  expect(mayAnswer(seen(desk), RING.callId, CLOSING)).toBe(false);
});

test('only the call that rings may be answered at once', () => {
  const desk = reducerDesk();
  desk.ring(RING.callId);
  expect(mayAnswer(seen(desk), 'another', desk.now)).toBe(false);
  desk.answered(RING.callId);
  expect(mayAnswer(seen(desk), RING.callId, desk.now)).toBe(false);
});
