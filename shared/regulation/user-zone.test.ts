import { DateTime } from 'luxon';
import { describe, expect, test } from 'vitest';
import { ZONE_AREAS } from './russian-zones.ts';
import { userZone } from './user-zone.ts';

describe('4.2: the user’s own time', () => {
  test.each([
    ['Пермь', '', 'Asia/Yekaterinburg', 'city'],
    ['г. Орел', '', 'Europe/Moscow', 'city'],
    ['город Владивосток', '', 'Asia/Vladivostok', 'city'],
    ['Ростов на Дону', '', 'Europe/Moscow', 'city'],
    ['Тула, ул. Ленина', '', 'Europe/Moscow', 'city'],
    ['Калининград', '+7 423 222-33-44', 'Europe/Kaliningrad', 'city'],
    ['Малые Вяземы', '8 (3952) 20-30-40', 'Asia/Irkutsk', 'number'],
    ['', '+7 343 123-45-67', 'Asia/Yekaterinburg', 'number'],
  ])('%s, %s', (city, number, zone, by) => {
    expect(userZone({ city, number })).toEqual({ zone, by });
  });

  test.each([
    ['', '+7 916 123-45-67'],
    ['Вена', '+43 1 2345678'],
    ['', '101'],
    ['', '+7 300 123-45-67'],
  ])('nothing is guessed of «%s», %s', (city, number) => {
    expect(userZone({ city, number })).toBeNull();
  });

  test('the table is whole: eleven offsets, every zone real, no code and no town twice', () => {
    const now = DateTime.utc(2026, 11, 24);
    const offsets = new Set(ZONE_AREAS.map(({ zone }) => now.setZone(zone).offset / 60));
    expect([...offsets].sort((a, b) => a - b)).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    const codes = ZONE_AREAS.flatMap((area) => area.codes);
    const towns = ZONE_AREAS.flatMap((area) => area.towns);
    expect(new Set(codes).size).toBe(codes.length);
    expect(new Set(towns).size).toBe(towns.length);
    expect(codes.every((code) => /^[348]\d\d$/.test(code))).toBe(true);
  });
});
