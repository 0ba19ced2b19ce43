import type { RegistryField } from '../../../../shared/contract/registry-import.ts';
import { words } from '../search-words.ts';

/** How headers are written in exports of 1C, folded; the first that fits names the column. */
const HEADERS: readonly (readonly [RegistryField, RegExp])[] = [
  ['inn', /^инн\b|^инн/],
  ['licenceFirst', /начал|действует с$|^дата с$|^с даты$|^с$/],
  ['licenceLast', /оконч|истека|действует (по|до)$|^дата (по|до)$|^(по|до)( даты)?$|срок действия/],
  ['purchasedOn', /дата (покупки|продажи|приобретения|отгрузки|регистрации)|куплен/],
  ['registrationNumber', /^рег|регистрационн|номер (лицензии|продукта|программы|комплекта)|^номер$/],
  ['phones', /телефон|^тел( |$)|мобильн/],
  ['contact', /контакт|^фио|ответственн/],
  ['licenceKind', /^(вид|тип|уровень|тариф)|лицензи|^итс/],
  ['configuration', /конфигурац|продукт|программ|номенклатур|прикладное/],
  ['city', /город|населенн|^нп$/],
  ['organisation', /организац|наименование|клиент|контрагент|партнер|компания|абонент|владелец|пользователь/],
];

/** What was chosen for each header the last time; null: the column was left out. */
export type KeptColumns = Readonly<Record<string, RegistryField | null>>;

/** A header as it is kept and compared. */
export const headerKey = (header: string): string => words(header);

/** What the columns are: as chosen the last time, else by their headers. Only phones may be in more than one. */
export function guessColumns(headers: readonly string[], kept: KeptColumns): (RegistryField | null)[] {
  const keys = headers.map(headerKey);
  const taken = new Set<RegistryField>(keys.flatMap((key) => kept[key] ?? []));
  return keys.map((key) => {
    const chosen = kept[key];
    if (chosen !== undefined) return chosen;
    const field = HEADERS.find(([one, header]) => header.test(key) && (one === 'phones' || !taken.has(one)))?.[0];
    if (field !== undefined) taken.add(field);
    return field ?? null;
  });
}

/** How many headers of a row say what their column is: the row with the most is the row of headers. */
export const headersKnown = (row: readonly string[], kept: KeptColumns): number =>
  guessColumns(row, kept).filter((field) => field !== null).length;
