import { expect, test } from 'vitest';
import type { Presence } from '../../shared/contract/line.ts';
import { byAttention, sinceOf, stateOf } from './state-of.ts';

const presence = (name: string, over: Partial<Presence> = {}): Presence => ({
  consultant: { id: name, name },
  activity: 'idle',
  availability: { kind: 'ready', reason: null, since: 50 },
  since: 100,
  registered: true,
  consultation: null,
  ...over,
});
const talking = (name: string, limitAt: number) =>
  presence(name, {
    activity: 'talking',
    consultation: {
      id: name,
      inquiry: '',
      caller: '',
      organisation: '',
      held: false,
      eventId: null,
      clock: {
        startedAt: 0,
        elapsedBeforeMs: 0,
        limitMs: limitAt,
        warningAt: 0,
        lastMinuteAt: 0,
        noticeAt: null,
        farewellAt: 0,
        limitAt,
        atLimit: 'end',
        scale: 1,
        grants: [],
      },
    },
  });

test('a call says the state, else whether calls may come', () => {
  expect(stateOf(presence('a'))).toBe('ready');
  expect(stateOf(presence('a', { registered: false }))).toBe('no-phone');
  const lunch = presence('a', { availability: { kind: 'not-ready', reason: 'lunch', since: 70 } });
  expect([stateOf(lunch), sinceOf(lunch)]).toEqual(['not-ready', 70]);
  const wrapUp = presence('a', { activity: 'wrap-up', availability: lunch.availability });
  expect([stateOf(wrapUp), sinceOf(wrapUp)]).toEqual(['wrap-up', 100]);
});

test('the least time left is on top, who is away at the end', () => {
  const rows = [
    presence('away', { activity: 'offline' }),
    presence('ready'),
    talking('long', 900),
    talking('short', 100),
    presence('ringing', { activity: 'ringing' }),
  ];
  expect(rows.sort(byAttention).map(({ consultant }) => consultant.name)).toEqual([
    'short',
    'long',
    'ringing',
    'ready',
    'away',
  ]);
});
