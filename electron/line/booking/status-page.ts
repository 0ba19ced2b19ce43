import type { CallbackEvent } from '../../../shared/contract/events.ts';
import { formatPhone } from '../../../shared/regulation/phone-number.ts';
import { isOverdue } from '../../../shared/regulation/order.ts';
import { moscowDate, yearOf, type Instant } from '../../../shared/regulation/time.ts';
import type { BookingStatus } from './bookings.ts';
import { clockWords, dayWords, dueWords, momentWords } from './due-words.ts';
import { html, type Html } from './html.ts';
import { icon, type IconName } from './icons.ts';
import { page, type Tone } from './layout.ts';
import { TEXTS } from './texts.ru.ts';

const { status: TEXT, statusPage: PAGE } = TEXTS;

type Said = { tone: Tone; icon: IconName; title: string; sentences: string[] };

/** The page behind a user's secret link: what is with the call, and its cancelling. Kept by nobody: it is personal. */
export function statusPage(view: {
  status: BookingStatus;
  now: Instant;
  phone: string;
  csrf: string;
  path: string;
}): string {
  const { status, now, phone, csrf, path } = view;
  const { event, booking, calling } = status;
  const said = statusWords(status, now, phone);
  const open = event.closed === null;
  const mayCancel = open && !calling && booking.mayCancel;
  const body = html`<p class="dim small">${TEXTS.product}</p>
    <div class="verdict big ${said.tone} ${open ? 'waits' : ''}" role="status">
      ${icon(said.icon)}
      <div>
        <h1>${said.title}</h1>
        ${said.sentences.map((sentence) => html`<p>${sentence}</p>`)}
      </div>
    </div>
    ${open ? facts(status, now) : null}
    ${
      open
        ? html`<div>
            <h2>${PAGE.keepLink}</h2>
            <p class="small dim">${PAGE.keepLinkDetail}</p>
          </div>`
        : null
    }
    ${open && !booking.mayCancel ? html`<p class="small dim">${PAGE.cannotCancel}</p>` : null}
    <div class="pair actions">
      ${
        open
          ? html`<a class="button quiet" href="${path}">${PAGE.refresh}</a>`
          : html`<a class="button main" href="/">${PAGE.again}</a>`
      }
      ${
        mayCancel
          ? html`<form method="post" action="${path}/cancel">
              <input type="hidden" name="_csrf" value="${csrf}" />
              <button class="button end" type="submit">${PAGE.cancel}</button>
            </form>`
          : null
      }
    </div>`;
  return page({ title: said.title, body });
}

/** The status in words. Exported for its examples. */
export function statusWords({ event, booking, calling }: BookingStatus, now: Instant, phone: string): Said {
  if (event.closed !== null) return closedWords(event, event.closed, now);
  if (calling) return { tone: 'calm', icon: 'calling', title: TEXT.calling, sentences: [TEXT.callingDetail(phone)] };
  const promise = promiseWords(event, now);
  const missed = missedAt(event);
  if (missed.length > 0) {
    const next = event.nextAttemptAt;
    const again = next !== null && next > now ? `${TEXT.nextTry(clockWords(next))}.` : null;
    const sentences = [...(again === null ? [] : [again]), promise];
    return { tone: 'ask', icon: 'missed', title: TEXT.noAnswer(timesWords(missed, now)), sentences };
  }
  if (event.owner !== null) return { tone: 'calm', icon: 'waiting', title: TEXT.taken, sentences: [promise] };
  if (!booking.mayCancel)
    return { tone: 'go', icon: 'ok', title: TEXT.joined, sentences: [promise, TEXT.joinedDetail] };
  return { tone: 'go', icon: 'ok', title: TEXT.booked, sentences: [promise] };
}

function closedWords(event: CallbackEvent, closed: NonNullable<CallbackEvent['closed']>, now: Instant): Said {
  switch (closed.outcome) {
    case 'handled':
    case 'joined':
      return {
        tone: 'go',
        icon: 'done',
        title: TEXT.handled,
        sentences: [TEXT.handledDetail(momentWords(closed.at, now))],
      };
    case 'cancelled-by-user':
      return { tone: 'quiet', icon: 'missed', title: TEXT.cancelled, sentences: [TEXT.cancelledDetail] };
    case 'refused-by-clause':
      return {
        tone: 'no',
        icon: 'problem',
        title: TEXT.refused,
        sentences: [TEXT.refusedDetail(closed.clause ?? '6.1')],
      };
    case 'wrong-number':
      return { tone: 'ask', icon: 'missed', title: TEXT.wrongNumber, sentences: [TEXT.wrongNumberDetail] };
    case 'gave-up':
    case 'no-answer':
    case 'postponed': {
      const times = timesWords(missedAt(event), now);
      return { tone: 'ask', icon: 'missed', title: TEXT.gaveUp, sentences: [TEXT.gaveUpDetail(times)] };
    }
  }
}

function promiseWords({ dueBy, preferToday }: CallbackEvent, now: Instant): string {
  if (dueBy === null) return `${TEXTS.noCalendar(yearOf(moscowDate(now)))}.`;
  if (isOverdue(dueBy, now)) return TEXT.overdue(dueWords(dueBy, now));
  return `${preferToday && moscowDate(dueBy) !== moscowDate(now) ? TEXTS.preferToday(dueWords(dueBy, now)) : TEXTS.willCall(dueWords(dueBy, now))}.`;
}

function missedAt({ attempts }: CallbackEvent): Instant[] {
  const answered = attempts.map(({ result }) => result).lastIndexOf('answered');
  return attempts.slice(answered + 1).map(({ at }) => at);
}

/** «14:05 и 14:20 по московскому времени»; of another day, with the day. */
function timesWords(times: readonly Instant[], now: Instant): string {
  const said = times.map((at) =>
    moscowDate(at) === moscowDate(now) ? clockWords(at) : `${clockWords(at)} (${dayWords(at, now)})`,
  );
  const last = said.at(-1) ?? '';
  return `${said.length < 2 ? last : `${said.slice(0, -1).join(', ')} и ${last}`} ${TEXT.moscow}`;
}

/** What the link's holder may be reminded of: of a joined booking nothing that another person typed. */
function facts({ event, booking }: BookingStatus, now: Instant): Html {
  const rows: [string, string][] = [
    [PAGE.number, withHiddenMiddle(event.user)],
    [PAGE.bookedAt, `${momentWords(booking.at, now)} ${TEXT.moscow}`],
    ...(event.criticality === 'none' ? [] : [[PAGE.criticality, PAGE.urgent] satisfies [string, string]]),
  ];
  return html`<dl class="facts">
    ${rows.map(
      ([term, detail]) =>
        html`<div>
          <dt>${term}</dt>
          <dd class="digits">${detail}</dd>
        </div>`,
    )}
  </dl>`;
}

/** Enough to recognise one's own number by, and too little for whoever got the link by mistake. */
function withHiddenMiddle({ e164, number, extension }: CallbackEvent['user']): string {
  const shown = formatPhone(e164 ?? number);
  const digits = [...shown].filter((sign) => /\d/.test(sign)).length;
  let place = 0;
  const hidden = shown.replace(/\d/g, (digit) => {
    place += 1;
    return place <= Math.max(1, digits - 7) || place > digits - 2 ? digit : '•';
  });
  return extension === null ? hidden : `${hidden} доб. ${extension}`;
}
