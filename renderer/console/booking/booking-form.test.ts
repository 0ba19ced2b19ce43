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
  mine: false,
};

test('a draft goes through the form unchanged', () => {
  expect(draftOf(entryOf(DRAFT))).toEqual(DRAFT);
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
