import type { ListItem } from './list-item.ts';

export type { ListItem, Text } from './list-item.ts';
export { OUT_OF_SCOPE } from './out-of-scope.ts';
export type { OutOfScopeId, OutOfScopeItem } from './out-of-scope.ts';

/** The union of a list's ids, taken from the list itself so that the two cannot differ. */
type IdOf<List extends readonly { readonly id: string }[]> = List[number]['id'];

/** The ids of a list, in its order: what a schema of the contract needs. */
export function idsOf<Id extends string>(list: readonly { readonly id: Id }[]): Id[] {
  return list.map(({ id }) => id);
}

/** 3.1: what consultations are about. */
export const TOPICS = [
  item('setup', '3.1.1', '1', 'Установка и настройка', 'Installation and settings'),
  item('theory', '3.1.2', '2', 'Теория работы с программой', 'Theory of using the product'),
  item('update', '3.1.3', '3', 'Обновление', 'Update'),
  item('errors', '3.1.4', '4', 'Ошибки и восстановление работы', 'Errors and restoring work'),
  item('wish', '3.1.5', '5', 'Пожелание на доработку', 'Wish for development'),
] as const;
export type TopicId = IdOf<typeof TOPICS>;

/** How a consultation ended for the user. `needsTopic` false: it may have ended before a topic of 3.1 was known, or lies outside them. */
export const OUTCOMES = [
  outcome('solved', '1.2', '1', 'Вопрос решён', 'Question solved'),
  outcome(
    'user-will-check',
    '1.2',
    '2',
    'Консультация дана, пользователь проверит',
    'Advice given, the user will check',
  ),
  outcome('update-offered', '2.8', '3', 'Предложено обновление', 'Update offered'),
  outcome('documentation', '1.3', '4', 'Дана ссылка на документацию', 'Referred to the documentation'),
  outcome('information-requested', '2.5', '5', 'Запрошены сведения', 'Information requested'),
  outcome('event-booked', '4.2', '6', 'Записано событие для продолжения', 'Event booked to go on'),
  outcome('third-party', '2.11', '7', 'Передано третьей стороне', 'Passed to a third party'),
  outcome('development', '2.12', '8', 'Передано в разработку', 'Passed to development'),
  outcome('letter-requested', '3.1.5', '9', 'Попросили прислать пожелание письмом', 'Asked to send the wish by e-mail'),
  ending('out-of-scope', '3.2', '0', 'Вне компетенции', 'Outside competence'),
  ending('no-licence', '2.7', null, 'Отказано: нет действующей лицензии', 'Refused: no licence in force'),
  ending(
    'no-phone',
    '6.1',
    null,
    'Отказано: лицензия без консультаций по телефону',
    'Refused: licence without phone consultations',
  ),
  ending('not-identified', '2.4', null, 'Отказано: данные не названы', 'Refused: did not identify'),
  outcome('update-declined', '2.8', null, 'Отказано: от обновления отказались', 'Refused: the update was declined'),
  ending('licence-breach', '2.10', null, 'Отказано: нарушены правила лицензии', 'Refused: breach of licence use'),
  outcome(
    'not-enough-information',
    '2.10',
    null,
    'Не решено: недостаточно информации',
    'Not solved: not enough information',
  ),
  ending(
    'insulting-wording',
    '2.10',
    null,
    'Прекращено: недопустимые выражения',
    'Ended: obscene or insulting wording',
  ),
  ending('interrupted', '4.1', null, 'Консультация прервалась', 'Consultation cut off'),
] as const;
export type OutcomeId = IdOf<typeof OUTCOMES>;

/** 2.4: why a conversation was not held: no consultation, counted apart. */
export const NOT_HELD = [
  item('cut-off', '2.4', '1', 'Сорвался', 'Cut off'),
  item('wrong-number', '2.4', '2', 'Ошиблись номером', 'Wrong number'),
  item('silence', '2.4', '3', 'Тишина', 'Silence'),
  item('spam', '2.4', '4', 'Спам', 'Spam'),
] as const;
export type NotHeldId = IdOf<typeof NOT_HELD>;

/** 4.2: what came of dialling a callback event. `closes` false: the event stays in the list. */
export const EVENT_OUTCOMES = [
  eventOutcome('handled', true, '1', 'Обработано', 'Handled'),
  eventOutcome('no-answer', false, '2', 'Не ответил', 'No answer'),
  eventOutcome('postponed', false, '3', 'Перенесено по желанию пользователя', 'Postponed at the user’s wish'),
  eventOutcome('wrong-number', true, '4', 'Неверный номер', 'Wrong number'),
  eventOutcome('cancelled-by-user', true, '5', 'Отменено пользователем', 'Cancelled by the user'),
  eventOutcome('refused-by-clause', true, '6', 'Отказано по регламенту', 'Refused under the regulation'),
  eventOutcome('gave-up', true, '7', 'Не дозвонились', 'Could not be reached'),
] as const;
export type EventOutcomeId = IdOf<typeof EVENT_OUTCOMES>;

/** Why a consultant takes no calls. The line's own list, no clause. */
export const NOT_READY = [
  item('lunch', null, '1', 'Обед', 'Lunch'),
  item('break', null, '2', 'Перерыв', 'Break'),
  item('events', null, '3', 'Работа с событиями', 'Working on events'),
  item('training', null, '4', 'Обучение', 'Training'),
  item('other', null, '5', 'Другое', 'Other'),
] as const;
export type NotReadyId = IdOf<typeof NOT_READY>;

/** 2.3: «наименование конфигурации»: the list a line starts with; an administrator may change it, so its ids are plain text. */
export const CONFIGURATIONS: readonly ListItem[] = [
  item('pharmacy-3', '2.3', '1', '1С-Рарус: Управление аптекой, ред. 3', '1C-Rarus: Pharmacy Management, ed. 3'),
  item('pharmacy-2', '2.3', '2', '1С-Рарус: Управление аптекой, ред. 2', '1C-Rarus: Pharmacy Management, ed. 2'),
  item('retail-pharmacy', '2.3', '3', '1С:Розница 8. Аптека', '1C:Retail 8. Pharmacy'),
  item('hospital-pharmacy', '2.3', '4', '1С:Медицина. Больничная аптека', '1C:Medicine. Hospital Pharmacy'),
  item('other', '2.3', '5', 'Другая конфигурация', 'Another configuration'),
];

function item<Id extends string>(
  id: Id,
  clause: string | null,
  digit: string | null,
  ru: string,
  en: string,
): ListItem<Id> {
  return { id, clause, ...(digit === null ? {} : { digit }), text: { ru, en } };
}

function outcome<Id extends string>(id: Id, clause: string, digit: string | null, ru: string, en: string): Outcome<Id> {
  return { ...item(id, clause, digit, ru, en), needsTopic: true };
}

function ending<Id extends string>(id: Id, clause: string, digit: string | null, ru: string, en: string): Outcome<Id> {
  return { ...item(id, clause, digit, ru, en), needsTopic: false };
}

function eventOutcome<Id extends string>(
  id: Id,
  closes: boolean,
  digit: string,
  ru: string,
  en: string,
): EventOutcome<Id> {
  return { ...item(id, '4.2', digit, ru, en), closes };
}

export type Outcome<Id extends string = string> = ListItem<Id> & { readonly needsTopic: boolean };
export type EventOutcome<Id extends string = string> = ListItem<Id> & { readonly closes: boolean };
