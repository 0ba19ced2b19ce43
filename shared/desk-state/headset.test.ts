import { expect, test } from 'vitest';
import type { PhoneFact } from '../contract/phone.ts';
import { reducerDesk } from './reducer-lab.ts';

type Press = Extract<PhoneFact, { kind: 'headset-press' }>['press'];

function setUp() {
  const desk = reducerDesk();
  const press = (given: Press, agoMs = 0): string[] => {
    desk.effects.length = 0;
    desk.happen({ kind: 'fact', fact: { kind: 'headset-press', press: given, agoMs } });
    return desk.effects.flatMap((effect) => (effect.kind === 'order' ? [effect.order.kind] : []));
  };
  const all = () => (['off-hook', 'on-hook', 'mute', 'flash'] as const).map((one) => press(one).join());
  return { desk, press, all };
}
const RING = { kind: 'ringing', callId: 'c', number: '+79161234567', displayName: '', dialled: '', agoMs: 0 } as const;

test('idle: no button does anything', () => {
  expect(setUp().all()).toEqual(['', '', '', '']);
});

test('ringing: the call button answers, and nothing else does anything', () => {
  const { desk, all } = setUp();
  desk.happen({ kind: 'fact', fact: RING });
  expect(all()).toEqual(['answer', '', '', '']);
});

test('talking: the call button ends, mute and flash switch', () => {
  const { desk, press, all } = setUp();
  desk.happen({ kind: 'fact', fact: RING });
  desk.happen({ kind: 'fact', fact: { kind: 'answered', callId: 'c', agoMs: 0 } });
  expect(all()).toEqual(['', 'hang-up', 'mute', 'hold']);
  expect(press('on-hook', 2_500), 'pressed while the service was away').toEqual([]);
});
