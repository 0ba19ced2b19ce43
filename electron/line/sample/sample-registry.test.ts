import { expect, test } from 'vitest';
import { entitlement } from '../../../shared/regulation/entitlement.ts';
import { innVerdict } from '../../../shared/regulation/inn.ts';
import { parsePhone } from '../../../shared/regulation/phone-number.ts';
import { rowsBy } from '../store/rows-by.ts';
import { PLACES } from './places.ts';
import { SAMPLE_SIZE, sampleRegistry, sampleUsers } from './sample-registry.ts';

const TODAY = '2026-11-24';
const entries = [...sampleRegistry(TODAY)];

test('ten thousand products, each with a registration number and an identifier of its own', () => {
  expect(entries).toHaveLength(SAMPLE_SIZE);
  expect(new Set(entries.map(({ registrationNumber }) => registrationNumber)).size).toBe(SAMPLE_SIZE);
  expect(new Set(entries.map(({ id }) => id)).size).toBe(SAMPLE_SIZE);
});

test('every INN has right control digits and every phone is a number', () => {
  expect(entries.filter(({ inn }) => innVerdict(inn) !== 'valid')).toEqual([]);
  expect(entries.filter(({ phones }) => phones.some((phone) => parsePhone(phone).e164 !== phone))).toEqual([]);
  expect(new Set(entries.map(({ inn }) => inn.length))).toEqual(new Set([10, 12]));
});

test('the same day makes the same registry; another day moves the licences only', () => {
  expect([...sampleRegistry(TODAY)]).toEqual(entries);
  const facts = (list: typeof entries) => list.map(({ licences: _l, purchasedOn: _p, ...rest }) => rest);
  expect(facts([...sampleRegistry('2027-02-01')])).toEqual(facts(entries));
});

test('every kind of entitlement is there to be met', () => {
  const met = new Set(
    entries.map((entry) => {
      const { basis, startsOn, until } = entitlement({ ...entry, channel: 'phone', on: TODAY });
      return basis === null
        ? startsOn === '2026-11-25'
          ? 'from tomorrow'
          : 'none'
        : until === TODAY
          ? 'last day'
          : basis;
    }),
  );
  expect(met).toEqual(new Set(['prof', 'standard', 'free-standard', 'from tomorrow', 'last day', 'none']));
});

test('organisations with several products share one number; the long names and all time zones are there', () => {
  const byInn = rowsBy(entries, ({ inn }) => inn);
  const shared = [...byInn.values()].filter((products) => products.length > 1);
  expect(shared.length).toBeGreaterThan(200);
  expect(shared.every((products) => new Set(products.map(({ phones }) => phones[0])).size === 1)).toBe(true);
  expect(entries.some(({ organisation }) => organisation.length > 60)).toBe(true);
  const cities = new Set(entries.map(({ city }) => city));
  expect(PLACES.every(([, places]) => places.some(({ city }) => cities.has(city)))).toBe(true);
});

test('simulated users are the first of the registry, each with a number of its own', () => {
  const users = sampleUsers(20);
  expect(users[0]).toEqual({
    name: 'Анна Петрова',
    number: '+79161234567',
    organisation: 'ООО «Аптека на Заречной»',
    registrationNumber: '8102345',
  });
  expect(new Set(users.map(({ number }) => number)).size).toBe(20);
  expect(entries.some(({ registrationNumber }) => registrationNumber === users[19]?.registrationNumber)).toBe(true);
});
