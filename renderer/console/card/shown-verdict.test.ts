import { expect, test } from 'vitest';
import { shownVerdict } from './shown-verdict.ts';

test('6.1: a Standard in force is never called «Лицензии нет»', () => {
  expect(shownVerdict({ kind: 'refused', basis: 'standard' })).toBe('error-report-only');
  expect(shownVerdict({ kind: 'refused', basis: 'free-standard' })).toBe('error-report-only');
  expect(shownVerdict({ kind: 'refused', basis: null })).toBe('refused');
  expect(shownVerdict({ kind: 'allowed', basis: 'prof' })).toBe('allowed');
});
