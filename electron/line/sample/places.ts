/** A town of the sample registry with its telephone code. */
export type Place = { city: string; code: string; region: string };

/** Towns of all eleven time zones of Russia, the weight of each group being roughly how many people live there. */
export const PLACES: readonly (readonly [weight: number, places: readonly Place[]])[] = [
  [2, [place('Калининград', '401', '39'), place('Советск', '401', '39')]],
  [
    48,
    [
      place('Москва', '495', '77'),
      place('Санкт-Петербург', '812', '78'),
      place('Нижний Новгород', '831', '52'),
      place('Казань', '843', '16'),
      place('Ростов-на-Дону', '863', '61'),
      place('Краснодар', '861', '23'),
      place('Воронеж', '473', '36'),
      place('Тверь', '482', '69'),
      place('Ярославль', '485', '76'),
      place('Петрозаводск', '814', '10'),
      place('Великий Устюг', '817', '35'),
      place('Орёл', '486', '57'),
    ],
  ],
  [
    8,
    [
      place('Самара', '846', '63'),
      place('Саратов', '845', '64'),
      place('Ижевск', '341', '18'),
      place('Тольятти', '848', '63'),
    ],
  ],
  [
    14,
    [
      place('Екатеринбург', '343', '66'),
      place('Челябинск', '351', '74'),
      place('Пермь', '342', '59'),
      place('Уфа', '347', '02'),
      place('Тюмень', '345', '72'),
    ],
  ],
  [4, [place('Омск', '381', '55'), place('Тара', '381', '55')]],
  [
    9,
    [
      place('Новосибирск', '383', '54'),
      place('Красноярск', '391', '24'),
      place('Барнаул', '385', '22'),
      place('Кемерово', '384', '42'),
    ],
  ],
  [5, [place('Иркутск', '395', '38'), place('Улан-Удэ', '301', '03')]],
  [3, [place('Якутск', '411', '14'), place('Чита', '302', '75'), place('Благовещенск', '416', '28')]],
  [4, [place('Владивосток', '423', '25'), place('Хабаровск', '421', '27')]],
  [2, [place('Магадан', '413', '49'), place('Южно-Сахалинск', '424', '65')]],
  [1, [place('Петропавловск-Камчатский', '415', '41'), place('Анадырь', '427', '87')]],
];

function place(city: string, code: string, region: string): Place {
  return { city, code, region };
}
