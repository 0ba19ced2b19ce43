import { expect, test } from 'vitest';
import { createI18n } from './i18n.ts';
import { sipStatusKey } from './sip-status.ts';

const words = (code: number, language: 'ru' | 'en' = 'ru') =>
  createI18n(language).t(`sip:${sipStatusKey(code)}`, { code });

test('every status from 300 to 699 has plain words in both languages: whole sentences without a hole', () => {
  const [ru, en] = [createI18n('ru'), createI18n('en')];
  for (let code = 300; code < 700; code += 1) {
    const key = `sip:${sipStatusKey(code)}` as const;
    expect(ru.t(key, { code }), String(code)).toMatch(/^[А-Я][^{}]+\.$/);
    expect(en.t(key, { code }), String(code)).toMatch(/^[A-Z][^{}]+\.$/);
    expect(en.t(key, { code })).not.toMatch(/[а-яё]/i);
  }
});

test.each([
  [403, 'Станция запрещает этот вызов: на такое направление звонить нельзя.'],
  [486, 'Занято. Попробуйте позже.'],
  [503, 'Станция перегружена или на обслуживании. Попробуйте позже.'],
  [603, 'Абонент отклонил вызов.'],
  [305, 'Станция отсылает на другой номер: переадресация не поддерживается.'],
  [499, 'Станция отклонила вызов. Проверьте номер; если он верен, сообщите администратору код 499.'],
  [599, 'На станции сбой, код 599. Попробуйте позже.'],
  [699, 'Абонент не может принять вызов нигде, код 699.'],
  [0, 'Станция ответила непонятным кодом 0. Сообщите администратору.'],
  [777, 'Станция ответила непонятным кодом 777. Сообщите администратору.'],
])('%i: %s', (code, sentence) => {
  expect(words(code)).toBe(sentence);
});
