import { expect, test } from 'vitest';
import type { DeskSnapshot } from '../../../shared/contract/desk.ts';
import { callsCome } from './calls-come.ts';

const line = (over: Partial<DeskSnapshot['line']>): DeskSnapshot['line'] => ({
  connected: true,
  open: false,
  known: true,
  until: 1,
  shortened: false,
  configurations: [],
  latestRelease: null,
  ...over,
});

test('2.1: a working line has calls while it is open', () => {
  expect(callsCome({ mode: 'work', line: line({ open: true }) })).toBe(true);
  expect(callsCome({ mode: 'work', line: line({}) })).toBe(false);
});

test('the training line calls at any hour', () => {
  expect(callsCome({ mode: 'training', line: line({}) })).toBe(true);
});

test('a year without a calendar says nothing against calls', () => {
  expect(callsCome({ mode: 'work', line: line({ known: false, until: null }) })).toBe(true);
  // After the last closing before it, only the next opening is not known.
  expect(callsCome({ mode: 'work', line: line({ until: null }) })).toBe(false);
});
