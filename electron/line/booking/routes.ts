import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Instant } from '../../../shared/regulation/time.ts';
import type { Bookings } from './bookings.ts';
import { checkForm, EMPTY_FORM, readPosted, type FormErrors, type FormValues } from './form.ts';
import { formPage, type LineNow } from './form-page.ts';
import type { FormTokens } from './form-tokens.ts';
import { html } from './html.ts';
import { page, plainPage } from './layout.ts';
import { statusPage } from './status-page.ts';
import { CONSENT, CONSENT_TEXT, TEXTS } from './texts.ru.ts';

const HTML = 'text/html; charset=utf-8';

/** How many forms one address may send; a head office may book for many pharmacies. */
const FORMS_PER_ADDRESS = { max: 20, timeWindow: '10 minutes', hook: 'preValidation' } as const;

const linkParams = z.object({ token: z.string().regex(/^[0-9a-f]{32}$/) });

/** The users' pages: form, status behind the secret link, consent. */
export function bookingRoutes(
  app: FastifyInstance,
  needs: {
    bookings: Bookings;
    tokens: FormTokens;
    lineNow(): LineNow;
    /** The number we call from, as it is shown. */
    phone(): string;
    now(): Instant;
  },
): void {
  const { bookings, tokens, lineNow, phone, now } = needs;

  const sendForm = (
    reply: FastifyReply,
    code: number,
    view: { values: FormValues; errors?: FormErrors; problem?: string; formToken?: string },
  ) => {
    const { values, errors = {}, problem = null, formToken = tokens.make() } = view;
    const text = formPage({ line: lineNow(), values, errors, problem, csrf: reply.generateCsrf(), formToken });
    return reply.code(code).type(HTML).send(text);
  };

  /** A form that was not even looked at comes back as it was typed; the consent is to be given again, by whoever sends it. */
  const formBack = (request: FastifyRequest, reply: FastifyReply, code: number, problem: string) =>
    sendForm(reply, code, { values: { ...readPosted(request.body).values, consent: '' }, problem });

  app.get('/', (_request, reply) => sendForm(reply, 200, { values: EMPTY_FORM }));

  const bookingRoute = {
    config: { rateLimit: FORMS_PER_ADDRESS },
    preHandler: app.csrfProtection,
    errorHandler(error: FastifyError, request: FastifyRequest, reply: FastifyReply) {
      if (error.statusCode === 429) return formBack(request, reply, 429, TEXTS.problems.tooManyFromAddress);
      if (error.code?.startsWith('FST_CSRF')) return formBack(request, reply, 403, TEXTS.problems.stale);
      throw error;
    },
  };
  app.post('/', bookingRoute, async (request, reply) => {
    const at = now();
    const posted = readPosted(request.body);
    const { values, formToken } = posted;
    if (!tokens.isOurs(formToken)) return formBack(request, reply, 403, TEXTS.problems.stale);
    if (posted.trapped) return formBack(request, reply, 422, TEXTS.problems.trap);
    const sentBefore = await bookings.linkOfForm(formToken);
    if (sentBefore !== null) return reply.redirect(`/b/${sentBefore}`, 303);

    const checked = checkForm(posted);
    if (!checked.ok) return sendForm(reply, 422, { values, errors: checked.errors, formToken });
    const consent = { version: CONSENT.version, text: CONSENT_TEXT };
    const booked = await bookings.book({ form: checked.form, formToken, at, consent });
    if (!booked.ok) return sendForm(reply, 429, { values, problem: TEXTS.problems.tooManyForNumber, formToken });
    return reply.redirect(`/b/${booked.value.link}`, 303);
  });

  app.get('/b/:token', async (request, reply) => {
    const params = linkParams.safeParse(request.params);
    const status = params.success ? await bookings.status(params.data.token) : null;
    if (!params.success || status === null) return reply.callNotFound();
    const path = `/b/${params.data.token}`;
    const text = statusPage({ status, now: now(), phone: phone(), csrf: reply.generateCsrf(), path });
    return reply.type(HTML).send(text);
  });

  const cancelRoute = {
    config: { rateLimit: FORMS_PER_ADDRESS },
    preHandler: app.csrfProtection,
    errorHandler(error: FastifyError, request: FastifyRequest, reply: FastifyReply) {
      // The status page brings a fresh token with it: pressing again is all there is to do.
      const params = linkParams.safeParse(request.params);
      if (!error.code?.startsWith('FST_CSRF') || !params.success) throw error;
      return reply.redirect(`/b/${params.data.token}`, 303);
    },
  };
  app.post('/b/:token/cancel', cancelRoute, async (request, reply) => {
    const params = linkParams.safeParse(request.params);
    if (!params.success) return reply.callNotFound();
    // When it is not possible any more, the page says why.
    await bookings.cancel(params.data.token, now());
    return reply.redirect(`/b/${params.data.token}`, 303);
  });

  app.get('/consent', (_request, reply) => reply.type(HTML).send(consentPage()));
}

function consentPage(): string {
  const { heading, version, back } = TEXTS.consentPage;
  const body = html`<div class="head">
      <p class="dim small">${TEXTS.product}</p>
      <h1>${heading}</h1>
      <p class="dim small">${version(CONSENT.version)}</p>
    </div>
    <div class="text">${CONSENT.paragraphs.map((paragraph) => html`<p>${paragraph}</p>`)}</div>
    <p><a href="/">${back}</a></p>`;
  return page({ title: heading, body });
}

/** The page for addresses that lead nowhere. */
export const notFoundPage = (): string =>
  plainPage(TEXTS.notFound, html`<a class="button main" href="/">${TEXTS.heading}</a>`);
/** Too many requests from one address. */
export const tooManyPage = (): string => plainPage(TEXTS.tooMany);
/** Our own fault. */
export const brokenPage = (): string => plainPage(TEXTS.broken);
