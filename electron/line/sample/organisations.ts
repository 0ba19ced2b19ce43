import type { Place } from './places.ts';
import { invented, type Person } from './people.ts';
import type { Chance } from './seeded-random.ts';

/** An invented owner of pharmacies. */
export type Organisation = { name: string; inn: string };

const STREETS =
  'Заречной Садовой Лесной Набережной Гагарина Мира Молодёжной Центральной Школьной Полевой Советской Вокзальной'.split(
    ' ',
  );
const WORDS =
  'Здоровье Панацея Ромашка Фармация Виталия Авиценна Гармония Ёлка Родник Первоцвет Лекарь Исцеление Диалог Забота Надежда Столетник Аптечный_двор Добрый_доктор Зелёный_крест Живая_вода'
    .split(' ')
    .map((word) => word.replace('_', ' '));

/** Draws a name as Russian pharmacies have them, short and very long, and an INN with right control digits. */
export function inventOrganisation(chance: Chance, place: Place, director: Person): Organisation {
  const number = 1 + chance.below(300);
  const owner = invented(chance);
  const company = (name: string): Organisation => ({ name, inn: companyInn(chance, place.region) });
  return chance.weighted<() => Organisation>([
    [20, () => company(`ООО «Аптека на ${chance.pick(STREETS)}»`)],
    [25, () => company(`ООО «${chance.pick(WORDS)}»`)],
    [12, () => company(`ООО «${chance.pick(WORDS)}-${chance.pick(['Фарм', 'Плюс', 'М', 'Сервис', 'Регион'])}»`)],
    [6, () => company(`АО «Областной аптечный склад «${chance.pick(WORDS)}»`)],
    [10, () => company(`Муниципальное унитарное предприятие «Центральная районная аптека № ${number}»`)],
    [6, () => company(`ГУП «Губернские аптеки», аптека № ${number}`)],
    [4, () => company(`МУП «Аптека № ${number}» г. ${place.city}`)],
    [
      12,
      () => ({
        name: `ИП ${director.surname} ${director.first} ${director.patronymic}`,
        inn: personInn(chance, place.region),
      }),
    ],
    [5, () => company(`ООО «Аптечная сеть «${chance.pick(WORDS)} ${owner.surname.slice(0, 1)}.»`)],
  ])();
}

/** A company's INN: ten digits, the last a control digit. */
export function companyInn(chance: Chance, region: string): string {
  const digits = drawn(chance, region, 9);
  return digits + control(digits, [2, 4, 10, 3, 5, 9, 4, 6, 8]);
}

/** A person's INN: twelve digits, the last two control digits. */
export function personInn(chance: Chance, region: string): string {
  const digits = drawn(chance, region, 10);
  const first = digits + control(digits, [7, 2, 4, 10, 3, 5, 9, 4, 6, 8]);
  return first + control(first, [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8]);
}

function drawn(chance: Chance, region: string, length: number): string {
  return region + String(chance.below(10 ** (length - 2))).padStart(length - 2, '0');
}

function control(digits: string, weights: readonly number[]): string {
  return String((weights.reduce((sum, weight, place) => sum + weight * Number(digits[place]), 0) % 11) % 10);
}
