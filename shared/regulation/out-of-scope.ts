import type { ListItem, Text } from './list-item.ts';

/** What lies outside the line's competence, with the exemption that must be said beside it and which words are read out (shared/say). */
export type OutOfScopeItem<Id extends string = string> = ListItem<Id> & {
  readonly clause: '1.4' | '3.2';
  /** When the question is ours all the same; null = never. */
  readonly exemption: Text | null;
  readonly say: 'out-of-scope' | 'out-of-scope-developers' | 'out-of-scope-paid-update';
};

/** 1.4: what keeps such a question ours. */
const OWN_ERRORS: Text = {
  ru: 'Кроме вопросов об ошибках и проблемах в работе самого продукта «Управление аптекой, ред. 3» (п. 1.4).',
  en: 'Except questions about errors and problems of the product «Управление аптекой, ред. 3» itself (clause 1.4).',
};

/** 3.2 whole, in the order of the source, then 1.4. */
export const OUT_OF_SCOPE = [
  item('installation', '1', 'установка программного продукта', 'installing the product'),
  item(
    'adaptation',
    '2',
    'консультации по адаптации и работы по адаптации программного продукта',
    'consultations on adapting the product and the adaptation work itself',
  ),
  item(
    'third-party-software',
    '3',
    'настройка и установка стороннего программного обеспечения',
    'setting up and installing third-party software',
  ),
  item('programming', '4', 'пояснение общих вопросов программирования', 'explaining general programming questions'),
  item(
    'code-change',
    '5',
    'изменение конкретного программного кода модулей или компонентов для решения отдельных бизнес-задач',
    'changing the code of modules or components for particular business tasks',
  ),
  item(
    'custom-update',
    '6',
    'обновления нетиповых конфигураций программного продукта',
    'updating customised configurations',
  ),
  {
    ...item(
      'update-service',
      '7',
      'услуги по установке обновлений (могут быть оказаны по отдельным договорам за отдельную плату)',
      'installing updates as a service (available under separate paid contracts)',
    ),
    say: 'out-of-scope-paid-update',
  },
  item(
    'custom-errors',
    '8',
    'исправление ошибок, вызванных нетиповым функционалом программы',
    'correcting errors caused by customised functions',
  ),
  item(
    'data-analysis',
    '9',
    'анализ корректности или некорректности введённых данных, цифр и т. п.',
    'judging whether the data or figures entered are right or wrong',
  ),
  item(
    'data-errors',
    '0',
    'исправление ошибок, вызванных некорректным вводом данных в базы данных программного продукта',
    'correcting errors caused by wrong data entered into the product’s databases',
  ),
  byThirdParty('platform', 'работа платформы 1С:Предприятие', 'the 1C:Enterprise platform'),
  byThirdParty(
    'third-party-exchange',
    'обмен с внешними системами и сторонним программным обеспечением, созданный компаниями-партнёрами',
    'exchange with external systems and third-party software, made by partner companies',
  ),
] as const;

export type OutOfScopeId = (typeof OUT_OF_SCOPE)[number]['id'];

function item<Id extends string>(id: Id, digit: string, ru: string, en: string): OutOfScopeItem<Id> {
  return { id, clause: '3.2', digit, text: { ru, en }, exemption: null, say: 'out-of-scope' };
}

function byThirdParty<Id extends string>(id: Id, ru: string, en: string): OutOfScopeItem<Id> {
  return { id, clause: '1.4', text: { ru, en }, exemption: OWN_ERRORS, say: 'out-of-scope-developers' };
}
