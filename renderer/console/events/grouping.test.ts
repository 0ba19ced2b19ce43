import { expect, test } from 'vitest';
import type { CallbackEvent } from '../../../shared/contract/events.ts';
import { moscowTime } from '../../../shared/regulation/time.ts';
import { grouped, groupNames } from './grouping.ts';

const at = (time: string, date = '2026-11-24') => moscowTime(date, time);

function event(id: string, given: Partial<CallbackEvent>): CallbackEvent {
  return {
    id,
    user: {
      name: id,
      number: '+79161234567',
      e164: '+79161234567',
      extension: null,
      registrationNumber: '',
      organisation: '',
      configuration: '',
      city: '',
    },
    topic: null,
    comment: '',
    criticality: 'none',
    source: 'by-hand',
    bookedAt: at('10:00'),
    dueBy: at('18:00'),
    preferToday: false,
    preferredAt: null,
    convenient: null,
    owner: null,
    attempts: [],
    nextAttemptAt: null,
    consultationId: null,
    closed: null,
    history: [],
    ...given,
  };
}

const closed = (id: string, time: string) =>
  event(id, { closed: { at: at(time), by: 'Ильина', outcome: 'handled', clause: null, onTime: true } });
const ids = (events: readonly CallbackEvent[]) => events.map(({ id }) => id);

test('each event stands in its group, by 2.6 inside it', () => {
  const events = [
    event('tomorrow', { dueBy: at('18:00', '2026-11-25') }),
    event('plain', {}),
    event('urgent', { criticality: 'confirmed', bookedAt: at('11:00') }),
    event('late', { dueBy: at('14:00') }),
    event('evening', { dueBy: at('18:00', '2026-11-25'), preferToday: true, bookedAt: at('17:40') }),
    event('unknown', { dueBy: null }),
    closed('first', '12:00'),
    closed('second', '13:00'),
  ];
  const groups = grouped(events, groupNames(events, at('17:50'), at('18:00')));
  expect(ids(groups.overdue)).toEqual(['late']);
  expect(ids(groups.today)).toEqual(['urgent', 'unknown', 'plain']);
  expect(ids(groups['prefer-today'])).toEqual(['evening']);
  expect(ids(groups.later)).toEqual(['tomorrow']);
  expect(ids(groups.closed)).toEqual(['second', 'first']);
});

test('«желательно сегодня» ends when the line closes', () => {
  const events = [event('evening', { dueBy: at('18:00', '2026-11-25'), preferToday: true, bookedAt: at('17:40') })];
  expect(groupNames(events, at('18:01'), null)).toEqual(['later']);
});
