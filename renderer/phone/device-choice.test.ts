import { expect, test } from 'vitest';
import { deviceFor, standsFor, type Device } from './device-choice.ts';

const input = (id: string, label: string): Device => ({ id, kind: 'input', label });
const SYSTEM = input('default', 'Default - Встроенный');
const BUILT_IN = input('b', 'Встроенный');
const JABRA = input('j', 'Jabra Evolve2');
const NAMES = { j: 'Jabra Evolve2' };

test('a headset that is pulled out and comes back: system’s own meanwhile, then itself', () => {
  const now = (present: Device[]) => deviceFor('j', NAMES, present, 'input');
  expect(now([SYSTEM, BUILT_IN, JABRA])).toBe('j');
  expect(now([SYSTEM, BUILT_IN])).toBeNull();
  expect(now([SYSTEM, BUILT_IN, JABRA])).toBe('j');
});

test('in another socket it has another id: found by its name, never by another kind’s', () => {
  const there = input('j2', 'Jabra Evolve2');
  expect(deviceFor('j', NAMES, [BUILT_IN, there], 'input')).toBe('j2');
  expect(deviceFor('j', NAMES, [BUILT_IN, { ...there, kind: 'output' }], 'input')).toBeNull();
  expect(deviceFor('j', {}, [BUILT_IN, there], 'input'), 'a name nobody kept').toBeNull();
  expect(deviceFor('j', { j: '' }, [input('x', '')], 'input'), 'no name is no likeness').toBeNull();
});

test('the system’s own stays the system’s own; an id is tried as it is before devices have names', () => {
  expect(deviceFor(null, NAMES, [JABRA], 'input')).toBeNull();
  expect(deviceFor('default', NAMES, [SYSTEM, JABRA], 'input')).toBeNull();
  expect(deviceFor('j', NAMES, [], 'input')).toBe('j');
});

test('another device must be opened when the system changes its mind, and only then', () => {
  const before = standsFor(null, [SYSTEM, BUILT_IN], 'input');
  expect(standsFor(null, [SYSTEM, BUILT_IN, JABRA], 'input')).toBe(before);
  expect(standsFor(null, [input('default', 'Default - Jabra'), BUILT_IN, JABRA], 'input')).not.toBe(before);
  expect(standsFor('j', [SYSTEM, JABRA], 'input')).toBe('j');
});
