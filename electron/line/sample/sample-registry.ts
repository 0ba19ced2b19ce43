import type { RegistryEntry } from '../../../shared/contract/registry.ts';
import { CONFIGURATIONS } from '../../../shared/regulation/lists.ts';
import type { DateKey } from '../../../shared/regulation/time.ts';
import type { SampleUser } from '../ports.ts';
import { companyInn, inventOrganisation } from './organisations.ts';
import { invented } from './people.ts';
import { PLACES, type Place } from './places.ts';
import { daysAround, type DaysAround } from './days-around.ts';
import { seededChance, type Chance } from './seeded-random.ts';

/** How many products the sample registry has. */
export const SAMPLE_SIZE = 10_000;
const SEED = 20_211_015;

type Terms = Pick<RegistryEntry, 'purchasedOn' | 'licences'>;

/**
 * The sample registry of the training line: invented pharmacies, the same on every machine but for the licences, which lie around `today`:
 * in force, ended, ending today, starting tomorrow, bought lately. An organisation may have several products, all with its one number.
 */
export function* sampleRegistry(today: DateKey, size = SAMPLE_SIZE): Generator<RegistryEntry> {
  const chance = seededChance(SEED);
  const days = daysAround(today);
  let made = 0;
  const entry = (given: Omit<RegistryEntry, 'id' | 'registrationNumber'>): RegistryEntry => {
    const place = made++;
    // A step that shares no factor with the range visits every number of it once.
    return {
      id: `sample-${place + 1}`,
      registrationNumber: String(8_100_000 + ((place * 7_919 + 2_345) % 899_999)),
      ...given,
    };
  };

  yield entry(zarechnaya(chance, days));
  while (made < size) {
    const place = chance.pick(chance.weighted(PLACES));
    const director = invented(chance);
    const { name: organisation, inn } = inventOrganisation(chance, place, director);
    const phones = [phone(chance, place), ...(chance.below(4) === 0 ? [mobile(chance)] : [])];
    const products = Math.min(
      size - made,
      chance.weighted([
        [70, 1],
        [15, 2],
        [10, 4],
        [4, 9],
        [1, 25],
      ]),
    );
    for (let product = 0; product < products; product += 1) {
      const { first, surname } = product === 0 ? director : invented(chance);
      yield entry({
        organisation,
        inn,
        city: place.city,
        configuration: configuration(chance),
        phones,
        contact: `${first} ${surname}`,
        ...terms(chance, days),
      });
    }
  }
}

/** Users the training line may simulate: entries of the sample with different numbers. */
export function sampleUsers(count: number): SampleUser[] {
  const users = new Map<string, SampleUser>();
  for (const { contact, phones, organisation, registrationNumber } of sampleRegistry('2026-01-01')) {
    const number = phones[0];
    if (users.size >= count) break;
    if (number !== undefined && !users.has(number))
      users.set(number, { name: contact, number, organisation, registrationNumber });
  }
  return [...users.values()];
}

/** The pharmacy of the pictures and of the manual. */
function zarechnaya(chance: Chance, days: DaysAround): Omit<RegistryEntry, 'id' | 'registrationNumber'> {
  return {
    organisation: 'ООО «Аптека на Заречной»',
    inn: companyInn(chance, '52'),
    city: 'Нижний Новгород',
    configuration: configurationAt(0),
    phones: ['+79161234567'],
    contact: 'Анна Петрова',
    purchasedOn: days.month(-30),
    licences: [days.year('prof', days.month(-5))],
  };
}

function phone(chance: Chance, place: Place): string {
  return chance.below(3) === 0 ? mobile(chance) : `+7${place.code}${sevenDigits(chance)}`;
}

function mobile(chance: Chance): string {
  return `+7${chance.pick(['903', '905', '909', '912', '916', '921', '923', '926', '950', '960', '985'])}${sevenDigits(chance)}`;
}

const sevenDigits = (chance: Chance): string => String(2_000_000 + chance.below(7_999_999));

function configuration(chance: Chance): string {
  return configurationAt(
    chance.weighted([
      [78, 0],
      [10, 1],
      [8, 2],
      [4, 3],
    ]),
  );
}

function configurationAt(place: number): string {
  return CONFIGURATIONS[place]?.text.ru ?? '';
}

/** When it was bought, and under which licences it stands today. */
function terms(chance: Chance, days: DaysAround): Terms {
  const yearsAgo = days.day(-400 - chance.below(2_500));
  const daysAgo = (count: number): DateKey => days.day(-1 - chance.below(count));
  const old = (...licences: Terms['licences']): Terms => ({ purchasedOn: yearsAgo, licences });
  const bought = (purchasedOn: DateKey | null): Terms => ({ purchasedOn, licences: [] });
  return chance.weighted<() => Terms>([
    [50, () => old(days.year('prof', daysAgo(330)))],
    [8, () => renewed(chance, days, yearsAgo)],
    [14, () => old(days.year('standard', daysAgo(330)))],
    [4, () => old(days.year('standard', daysAgo(330)), days.year('prof', daysAgo(90)))],
    [10, () => old(days.year('prof', days.day(-366 - chance.below(300))))],
    [2, () => old({ kind: 'prof', first: days.day(-364), last: days.day(0) })],
    [2, () => old(days.year('prof', days.day(1)))],
    [5, () => bought(daysAgo(85))],
    [2, () => bought(days.day(-95 - chance.below(60)))],
    [1, () => bought(days.month(-3))],
    [2, () => bought(null)],
  ])();
}

/** Renewed on the day after the first year ended: the two show as one period. */
function renewed(chance: Chance, days: DaysAround, purchasedOn: DateKey): Terms {
  const before = days.year('prof', days.day(-380 - chance.below(300)));
  return { purchasedOn, licences: [before, days.year('prof', days.after(before.last))] };
}
