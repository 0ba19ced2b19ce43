import { describe, expect, test } from 'vitest';
import { callKind, hasLimit, serviceNumberOf } from './service-call.ts';

const list = [
  { name: 'Старший смены', number: '110' },
  { name: 'Отдел качества', number: '8 (495) 231-22-45' },
];

describe('4.1: service calls stand outside the clock', () => {
  test('a number of the list, however it is written, is a service call', () => {
    expect(serviceNumberOf('+7 495 231 22 45', list)?.name).toBe('Отдел качества');
    expect(callKind('110', list)).toBe('service');
    expect(callKind('tel:+74952312245', list)).toBe('service');
  });

  test('any other is a consultation', () => {
    expect(serviceNumberOf('111', list)).toBeNull();
    expect(callKind('+7 916 123-45-67', list)).toBe('consultation');
  });

  test('the consultant’s word counts more than the list', () => {
    expect(callKind('110', list, 'consultation')).toBe('consultation');
    expect(callKind('+7 916 123-45-67', list, 'service')).toBe('service');
  });

  test('only a consultation has a limit', () => {
    expect(hasLimit('consultation')).toBe(true);
    expect(hasLimit('service')).toBe(false);
  });
});
