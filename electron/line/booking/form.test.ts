import { expect, test } from 'vitest';
import { idsOf, TOPICS } from '../../../shared/regulation/lists.ts';
import { checkForm, readPosted, type FormErrors } from './form.ts';
import { CONSENT, TEXTS } from './texts.ru.ts';

const GOOD = {
  name: 'Анна-Мария О’Нил',
  phone: '8 (916) 123-45-67 доб. 12',
  registrationNumber: '8102345',
  organisation: 'ООО «Аптека на Заречной»',
  topic: 'errors',
  convenientFrom: '10:00',
  convenientUntil: '17:00',
  urgent: '1',
  consent: '1',
  consentVersion: CONSENT.version,
  form: 'x',
};
const errorsOf = (change: Record<string, unknown>): FormErrors => {
  const checked = checkForm(readPosted({ ...GOOD, ...change }));
  return checked.ok ? {} : checked.errors;
};

test('a good form is read to the last field', () => {
  expect(checkForm(readPosted(GOOD))).toEqual({
    ok: true,
    form: {
      name: 'Анна-Мария О’Нил',
      phone: { raw: '8 (916) 123-45-67 доб. 12', e164: '+79161234567', extension: '12' },
      registrationNumber: '8102345',
      organisation: 'ООО «Аптека на Заречной»',
      topic: 'errors',
      convenient: { from: '10:00', until: '17:00' },
      urgent: true,
    },
  });
});

test.each([
  [{ name: '' }, 'name', TEXTS.errors.nameMissing],
  [{ name: '<script>alert(1)</script>' }, 'name', TEXTS.errors.nameSigns],
  [{ name: 'а'.repeat(81) }, 'name', TEXTS.errors.tooLong(80)],
  [{ phone: '' }, 'phone', TEXTS.errors.phoneMissing],
  [{ phone: '123' }, 'phone', TEXTS.errors.phoneWrong],
  [{ phone: 'позвоните' }, 'phone', TEXTS.errors.phoneWrong],
  [{ registrationNumber: '', organisation: '' }, 'registrationNumber', TEXTS.errors.productMissing],
  [{ registrationNumber: '81<2' }, 'registrationNumber', TEXTS.errors.numberSigns],
  [{ organisation: 'ООО <b>' }, 'organisation', TEXTS.errors.organisationSigns],
  [{ organisation: 'о'.repeat(201) }, 'organisation', TEXTS.errors.tooLong(200)],
  [{ topic: 'weather' }, 'topic', TEXTS.errors.topicUnknown],
  [{ convenientUntil: '' }, 'convenientUntil', TEXTS.errors.hoursWrong],
  [{ convenientFrom: '17:00' }, 'convenientUntil', TEXTS.errors.hoursWrong],
  [{ convenientFrom: 'утром' }, 'convenientUntil', TEXTS.errors.hoursWrong],
  [{ consent: undefined }, 'consent', TEXTS.errors.consentMissing],
  [{ consentVersion: '2020-01-01' }, 'consent', TEXTS.errors.consentChanged],
])('a mistake is named beside its field: %o', (change, field, text) => {
  expect(errorsOf(change)).toEqual({ [field]: text });
});

test('2.3: the registration number or the organisation is enough; no topic is no mistake', () => {
  expect(errorsOf({ registrationNumber: '' })).toEqual({});
  expect(errorsOf({ organisation: '' })).toEqual({});
  expect(errorsOf({ topic: '' })).toEqual({});
  expect(errorsOf({ convenientFrom: '', convenientUntil: '' })).toEqual({});
});

test('a body of any shape is read as text fields: repeated, missing, invisible', () => {
  const posted = readPosted({
    name: ['a', 'b'],
    phone: 'x\u0000\u202e  y\n',
    website: 'http://spam',
    __proto__: { topic: 'x' },
  });
  expect(posted.values).toMatchObject({ name: '', phone: 'x y', topic: '' });
  expect(posted.trapped).toBe(true);
  expect(readPosted('text').values.name).toBe('');
  expect(readPosted(null).formToken).toBe('');
});

test('every topic of 3.1 has the words users know', () => {
  expect(Object.keys(TEXTS.topics)).toEqual(idsOf(TOPICS));
});
