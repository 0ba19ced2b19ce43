import { z } from 'zod';
import { convenientHoursProblem } from '../../../shared/regulation/convenient-hours.ts';
import { idsOf, TOPICS } from '../../../shared/regulation/lists.ts';
import { parsePhone } from '../../../shared/regulation/phone-number.ts';
import { MOSCOW } from '../../../shared/regulation/time.ts';
import { CONSENT, TEXTS } from './texts.ru.ts';

const { errors: TEXT } = TEXTS;

/** The fields of the form, by their names in the page. */
export const FIELDS = [
  'name',
  'phone',
  'registrationNumber',
  'organisation',
  'topic',
  'convenientFrom',
  'convenientUntil',
  'urgent',
  'consent',
] as const;
export type Field = (typeof FIELDS)[number];

/** What was typed, as it was typed, so that nothing is lost when the page comes back. */
export type FormValues = Record<Field, string>;
export type FormErrors = Partial<Record<Field, string>>;

/** A form without mistakes. */
export type BookingForm = {
  name: string;
  phone: { raw: string; e164: string; extension: string | null };
  registrationNumber: string;
  organisation: string;
  topic: (typeof TOPICS)[number]['id'] | null;
  /** By the user's own clock; null: any time suits. */
  convenient: { from: string; until: string } | null;
  urgent: boolean;
};

/** What a POST brought: the fields, the form's own token, the consent's version, and the trap that only programs fill in. */
export type Posted = { values: FormValues; formToken: string; consentVersion: string; trapped: boolean };

export const EMPTY_FORM: FormValues = Object.freeze({
  name: '',
  phone: '',
  registrationNumber: '',
  organisation: '',
  topic: '',
  convenientFrom: '',
  convenientUntil: '',
  urgent: '',
  consent: '',
});

/** Nobody types more than this into one field; what is longer is shown back cut. */
const KEPT = 400;
const MOST: Partial<Record<Field, number>> = { name: 80, phone: 40, registrationNumber: 40, organisation: 200 };

/** Reads a POST body of any shape: a field that is missing, repeated or no text is empty. */
export function readPosted(body: unknown): Posted {
  const fields = z.record(z.string(), z.unknown()).catch({}).parse(body);
  const text = (name: string): string => {
    const given = Object.hasOwn(fields, name) ? fields[name] : '';
    return typeof given === 'string' ? tidy(given).slice(0, KEPT) : '';
  };
  return {
    values: {
      name: text('name'),
      phone: text('phone'),
      registrationNumber: text('registrationNumber'),
      organisation: text('organisation'),
      topic: text('topic'),
      convenientFrom: text('convenientFrom'),
      convenientUntil: text('convenientUntil'),
      urgent: text('urgent'),
      consent: text('consent'),
    },
    formToken: text('form'),
    consentVersion: text('consentVersion'),
    trapped: text('website') !== '',
  };
}

/** Checks a form; every mistake is named beside its field. */
export function checkForm({
  values,
  consentVersion,
}: Posted): { ok: true; form: BookingForm } | { ok: false; errors: FormErrors } {
  const phone = parsePhone(values.phone);
  const topic = z
    .enum(idsOf(TOPICS))
    .nullable()
    .safeParse(values.topic === '' ? null : values.topic);
  const errors: FormErrors = {
    ...mistake('name', nameMistake(values.name)),
    ...mistake('phone', phoneMistake(values.phone, phone.e164)),
    ...mistake('registrationNumber', numberMistake(values)),
    ...mistake('organisation', organisationMistake(values.organisation)),
    ...mistake('topic', topic.success ? null : TEXT.topicUnknown),
    ...mistake('convenientUntil', hoursMistake(values)),
    ...mistake('consent', consentMistake(values.consent, consentVersion)),
  };
  for (const [field, most] of Object.entries(MOST) as [Field, number][]) {
    if (values[field].length > most) errors[field] = TEXT.tooLong(most);
  }
  if (Object.keys(errors).length > 0 || phone.e164 === null || !topic.success) return { ok: false, errors };
  return {
    ok: true,
    form: {
      name: values.name,
      phone: { raw: values.phone, e164: phone.e164, extension: phone.extension },
      registrationNumber: values.registrationNumber,
      organisation: values.organisation,
      topic: topic.data,
      convenient: hoursOf(values),
      urgent: values.urgent !== '',
    },
  };
}

const mistake = (field: Field, text: string | null): FormErrors => (text === null ? {} : { [field]: text });

function nameMistake(name: string): string | null {
  if (name === '') return TEXT.nameMissing;
  return /^[\p{L}\p{M} .'’-]+$/u.test(name) && /\p{L}/u.test(name) ? null : TEXT.nameSigns;
}

function phoneMistake(typed: string, e164: string | null): string | null {
  if (typed === '') return TEXT.phoneMissing;
  return e164 === null ? TEXT.phoneWrong : null;
}

/** 2.3: the number or the organisation; either is enough to find the product. */
function numberMistake({ registrationNumber, organisation }: FormValues): string | null {
  if (registrationNumber === '') return organisation === '' ? TEXT.productMissing : null;
  return /^[\p{L}\p{N} ./№-]+$/u.test(registrationNumber) ? null : TEXT.numberSigns;
}

function hoursOf({ convenientFrom, convenientUntil }: FormValues): BookingForm['convenient'] {
  if (convenientFrom === '' && convenientUntil === '') return null;
  return { from: convenientFrom, until: convenientUntil };
}

/** 4.2: both or none; which zone they are of changes nothing about that. */
function hoursMistake(values: FormValues): string | null {
  const hours = hoursOf(values);
  if (hours === null) return null;
  return convenientHoursProblem({ ...hours, zone: MOSCOW }) === null ? null : TEXT.hoursWrong;
}

function organisationMistake(organisation: string): string | null {
  return /[<>{}[\]\\|^~`]/.test(organisation) ? TEXT.organisationSigns : null;
}

/** 152-ФЗ, ст. 9: given by a mark of its own, for the text that was shown. */
function consentMistake(consent: string, version: string): string | null {
  if (consent === '') return TEXT.consentMissing;
  return version === CONSENT.version ? null : TEXT.consentChanged;
}

/** One line of printable text: no control or invisible characters, single spaces. */
function tidy(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim();
}
