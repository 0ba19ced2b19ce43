import { createInstance, type i18n } from 'i18next';
import { en } from './en/index.ts';
import { ru } from './ru/index.ts';
import type { SameTexts } from './same-texts.ts';

export type Language = 'ru' | 'en';

declare module 'i18next' {
  // Makes every key of `t` checked: a missing text is a type error.
  interface CustomTypeOptions {
    defaultNS: 'ui';
    resources: typeof ru;
  }
}

const complete: SameTexts<typeof ru> = en;

/** An i18next instance with all texts of the product, ready at once. Russian stands in where a text is missing. */
export function createI18n(language: Language): i18n {
  const instance = createInstance();
  void instance.init({
    lng: language,
    fallbackLng: 'ru',
    defaultNS: 'ui',
    resources: { ru, en: complete },
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  return instance;
}
