import { expect, test } from 'vitest';
import type { EventDraft } from '../../../shared/contract/events.ts';
import { draftOf, entryOf, fieldOfFailure, mistakesIn } from './booking-form.ts';

const DRAFT: EventDraft = {
  user: {
    name: 'Петрова Анна',
    number: '+7 916 123-45-67',
    registrationNumber: '8102345',
    organisation: 'Аптека на Заречной',
    configuration: '',
    city: 'Тула',
  },
  topic: 'errors',
  comment: '',
  criticality: 'none',
  preferredAt: Date.UTC(2026, 10, 25, 7, 30),
  convenient: null,
  mine: false,
};

test('a draft goes through the form unchanged', () => {
  expect(draftOf(entryOf(DRAFT))).toEqual(DRAFT);
  const suited = { ...DRAFT, convenient: { from: '10:00', until: '17:30' } };
  expect(draftOf(entryOf(suited))).toEqual(suited);
});

test('4.2: «Удобно с … до …» as people type it; half of it, or no hours at all, is named', () => {
  const entry = entryOf(DRAFT);
  const typed = (from: string, until: string) => ({ ...entry, hours: { from, until } });
  expect(draftOf(typed('9', '1730')).convenient).toEqual({ from: '09:00', until: '17:30' });
  expect(mistakesIn(typed('9', '1730'))).toEqual({});
  expect(mistakesIn(typed('9', ''))).toEqual({ hours: 'wrong' });
  expect(mistakesIn(typed('9', '9'))).toEqual({ hours: 'wrong' });
  expect(mistakesIn(typed('утром', 'вечером'))).toEqual({ hours: 'wrong' });
});

test('a form without a number, with half a time, with too long a comment', () => {
  const entry = entryOf(DRAFT);
  expect(mistakesIn(entry)).toEqual({});
  expect(mistakesIn({ ...entry, user: { ...entry.user, number: ' ' } })).toEqual({ number: 'missing' });
  expect(mistakesIn({ ...entry, moment: { date: '2026-11-25', time: '' } })).toEqual({ moment: 'missing' });
  expect(mistakesIn({ ...entry, comment: 'а'.repeat(20_001) })).toEqual({ comment: 'too-long' });
});

test('a refusal stands beside the field it is about', () => {
  expect(fieldOfFailure({ code: 'outside-hours', details: { next: 1 } })).toBe('moment');
  expect(fieldOfFailure({ code: 'no-number', details: {} })).toBe('number');
  expect(fieldOfFailure({ code: 'disconnected', details: {} })).toBeNull();
});
