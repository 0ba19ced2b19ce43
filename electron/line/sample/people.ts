import type { Chance } from './seeded-random.ts';

const WOMEN = 'Анна Мария Елена Ольга Наталья Татьяна Ирина Светлана Екатерина Людмила Галина Юлия Алёна Фёкла'.split(
  ' ',
);
const MEN = 'Александр Сергей Дмитрий Алексей Андрей Михаил Пётр Фёдор Игорь Николай Олег Рустам'.split(' ');
const FATHERS = 'Сергеев Александров Петров Иванов Николаев Андреев Михайлов Олегов Викторов Павлов'.split(' ');
/** In the masculine; all take -а in the feminine. */
const SURNAMES =
  'Иванов Смирнов Кузнецов Попов Соколов Лебедев Козлов Новиков Морозов Петров Волков Соловьёв Васильев Зайцев Павлов Семёнов Голубев Виноградов Богданов Воробьёв Фёдоров Михайлов Беляев Тарасов Белов Комаров Орлов Киселёв Макаров Андреев Ковалёв Ильин Гусев Титов Кузьмин Кудрявцев Баранов Куликов Алексеев Степанов Яковлев Сорокин Сергеев Романов Захаров Борисов Королёв Герасимов Пономарёв Григорьев'.split(
    ' ',
  );

/** An invented person. */
export type Person = { first: string; patronymic: string; surname: string };

/** Pharmacies are mostly run by women. */
export function invented(chance: Chance): Person {
  const woman = chance.below(10) < 8;
  const surname = chance.pick(SURNAMES);
  return {
    first: chance.pick(woman ? WOMEN : MEN),
    patronymic: chance.pick(FATHERS) + (woman ? 'на' : 'ич'),
    surname: woman ? `${surname}а` : surname,
  };
}
