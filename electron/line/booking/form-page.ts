import type { LineHours } from '../../../shared/regulation/hours.ts';
import { formatPhone, parsePhone } from '../../../shared/regulation/phone-number.ts';
import { TOPICS } from '../../../shared/regulation/lists.ts';
import { moscowDate, yearOf, type Instant } from '../../../shared/regulation/time.ts';
import { clockWords, dueWords, momentWords } from './due-words.ts';
import { FIELDS, type Field, type FormErrors, type FormValues } from './form.ts';
import { html, type Html } from './html.ts';
import { page, verdict } from './layout.ts';
import { CONSENT, TEXTS } from './texts.ru.ts';

/** What the line is like at this moment, for its users. */
export type LineNow = {
  now: Instant;
  hours: LineHours;
  /** The line closes for a break only: it opens again today. */
  breakNext: boolean;
  /** Open, and nobody is free. */
  busy: boolean;
  dueBy: Instant | null;
  preferToday: boolean;
  /** The published numbers, the one we call from first. */
  phones: readonly string[];
};

/** The page with the form: what was typed, what is wrong with it. */
export type FormView = {
  line: LineNow;
  values: FormValues;
  errors: FormErrors;
  /** Why the whole form was not taken, in a sentence. */
  problem: string | null;
  csrf: string;
  formToken: string;
};

/** «Заказать обратный звонок»: state of the line, promise, form. Works without JavaScript; has none. */
export function formPage(view: FormView): string {
  const { line, errors, problem } = view;
  const failed = problem !== null || Object.keys(errors).length > 0;
  const body = html`<div class="head">
      <p class="dim small">${TEXTS.product}</p>
      <h1>${TEXTS.heading}</h1>
      ${lineVerdict(line)}
    </div>
    <form class="stack" method="post" action="/" novalidate>
      ${failed ? summary(errors, problem) : null} ${fields(view)}
      <button class="button main" type="submit">${TEXTS.button}</button>
      ${
        line.phones[0] === undefined
          ? null
          : html`<p class="small dim">${TEXTS.weCallFrom('')}<span class="num">${shown(line.phones[0])}</span></p>`
      }
    </form>
    <aside class="aside">
      <h2>${TEXTS.steps.heading}</h2>
      <ol class="steps">
        ${TEXTS.steps.list.map((step) => html`<li>${step}</li>`)}
      </ol>
    </aside>`;
  return page({ title: failed ? `${TEXTS.errors.summary} ${TEXTS.heading}` : TEXTS.heading, body, wide: true });
}

/** 2.1: open, busy or closed, until when, and the time we would call by: said before anything is sent. */
function lineVerdict(line: LineNow): Html {
  const { hours, busy, breakNext } = line;
  const { open, until } = hours;
  const promise = promiseWords(line);
  if (!open) {
    const opens =
      until === null ? TEXTS.noHours : `${TEXTS.opens(momentWords(until, line.now))} ${TEXTS.status.moscow}`;
    return verdict('quiet', 'closed', TEXTS.closed, `${opens}.`, `${promise}.`);
  }
  if (busy) return verdict('ask', 'busy', TEXTS.busy, promise);
  const closesAt = until === null ? '' : clockWords(until);
  const title = breakNext ? TEXTS.openWithBreak(closesAt) : TEXTS.open(closesAt);
  const phone = line.phones[0];
  const yourself =
    phone === undefined
      ? null
      : html`${TEXTS.callYourself} <a class="num" href="tel:${parsePhone(phone).e164 ?? phone}">${shown(phone)}</a>`;
  return verdict('go', 'open', title, promise, yourself);
}

function promiseWords({ dueBy, preferToday, now }: LineNow): string {
  if (dueBy === null) return TEXTS.noCalendar(yearOf(moscowDate(now)));
  return preferToday ? TEXTS.preferToday(dueWords(dueBy, now)) : TEXTS.willCall(dueWords(dueBy, now));
}

function summary(errors: FormErrors, problem: string | null): Html {
  const list = FIELDS.flatMap((field) => (errors[field] === undefined ? [] : [{ field, text: errors[field] }]));
  return html`<div role="alert">
    ${verdict(
      'no',
      'problem',
      problem ?? TEXTS.errors.summary,
      list.length === 0
        ? null
        : html`<span class="small"
            >${list.map(({ field, text }, place) => html`${place > 0 ? html`<br />` : null}<a href="#${field}">${text}</a>`)}</span
          >`,
    )}
  </div>`;
}

function fields(view: FormView): Html {
  const { values, errors, csrf, formToken } = view;
  const text = TEXTS.fields;
  const first = FIELDS.find((field) => errors[field] !== undefined);
  const input = (field: 'name' | 'phone' | 'registrationNumber' | 'organisation', attributes: Html): Html =>
    labelled(
      field,
      errors,
      html`<input
        id="${field}"
        name="${field}"
        value="${values[field]}"
        ${attributes}
        ${attributesOf(field, errors, first)}
      />`,
    );
  return html`<input type="hidden" name="_csrf" value="${csrf}" />
    <input type="hidden" name="form" value="${formToken}" />
    <input type="hidden" name="consentVersion" value="${CONSENT.version}" />
    <div class="trap" aria-hidden="true">
      <label for="website">${text.trap.label}</label>
      <input id="website" name="website" type="text" tabindex="-1" autocomplete="off" />
    </div>
    ${input('name', html`type="text" maxlength="80" autocomplete="given-name" required`)}
    ${input('phone', html`type="tel" maxlength="40" autocomplete="tel" inputmode="tel" required`)}
    <div class="pair">
      ${input('registrationNumber', html`type="text" class="digits" maxlength="40" autocomplete="off" spellcheck="false"`)}
      ${input('organisation', html`type="text" maxlength="200" autocomplete="organization"`)}
    </div>
    ${labelled(
      'topic',
      errors,
      html`<div class="select">
        <select id="topic" name="topic" ${attributesOf('topic', errors, first)}>
          <option value="">${TEXTS.noTopic}</option>
          ${TOPICS.map(({ id }) => html`<option value="${id}" ${values.topic === id ? html`selected` : null}>${TEXTS.topics[id]}</option>`)}
        </select>
      </div>`,
    )}
    <div class="pair">${hours('convenientFrom', view, first)} ${hours('convenientUntil', view, first)}</div>
    <div class="check">
      <input
        id="urgent"
        name="urgent"
        type="checkbox"
        value="1"
        ${checked(values.urgent)}
        aria-describedby="urgent-hint"
      />
      <label for="urgent"><b>${text.urgent.label}</b></label>
      <p class="hint" id="urgent-hint">${text.urgent.hint}</p>
    </div>
    <div class="check">
      <input
        id="consent"
        name="consent"
        type="checkbox"
        value="1"
        required
        ${checked(values.consent)}
        ${attributesOf('consent', errors, first)}
      />
      <label for="consent"
        >${text.consent.before}<a href="/consent" target="_blank" rel="noopener">${text.consent.link}</a></label
      >
      ${mistake('consent', errors)}
    </div>`;
}

/** Whole hours from early to late: enough to say when it suits, and a choice needs no script. */
const HOURS = Array.from({ length: 16 }, (_, place) => `${String(place + 7).padStart(2, '0')}:00`);

function hours(field: 'convenientFrom' | 'convenientUntil', view: FormView, first: Field | undefined): Html {
  const { values, errors } = view;
  return labelled(
    field,
    errors,
    html`<div class="select">
      <select id="${field}" name="${field}" ${attributesOf(field, errors, first)}>
        <option value="">${TEXTS.anyHour}</option>
        ${HOURS.map((hour) => html`<option value="${hour}" ${values[field] === hour ? html`selected` : null}>${hour}</option>`)}
      </select>
    </div>`,
  );
}

function labelled(field: Exclude<Field, 'urgent' | 'consent'>, errors: FormErrors, control: Html): Html {
  const { label, hint } = TEXTS.fields[field];
  return html`<div class="field">
    <label for="${field}">${label}</label>
    ${control} ${mistake(field, errors)}
    ${hint === '' || errors[field] !== undefined ? null : html`<p class="hint" id="${field}-hint">${hint}</p>`}
  </div>`;
}

function mistake(field: Field, errors: FormErrors): Html | null {
  return errors[field] === undefined ? null : html`<p class="error" id="${field}-error">${errors[field]}</p>`;
}

/** The first field with a mistake gets the focus without a script. */
function attributesOf(field: Field, errors: FormErrors, first: Field | undefined): Html | null {
  if (errors[field] !== undefined) {
    return html`aria-invalid="true" aria-describedby="${field}-error" ${field === first ? html`autofocus` : null}`;
  }
  const hasHint = field !== 'consent' && field !== 'urgent' && TEXTS.fields[field].hint !== '';
  return hasHint ? html`aria-describedby="${field}-hint"` : null;
}

const checked = (value: string): Html | null => (value === '' ? null : html`checked`);

const shown = (phone: string): string => formatPhone(parsePhone(phone).e164 ?? phone);
