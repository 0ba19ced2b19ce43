import { useTranslation } from 'react-i18next';
import { eventAttempt, type CallbackEvent } from '../../../shared/contract/events.ts';
import { EVENT_OUTCOMES, TOPICS } from '../../../shared/regulation/lists.ts';
import { momentText, useListText } from '../../ui/index.ts';

/** A line of an event's history. */
export type EventChange = CallbackEvent['history'][number];

const ATTEMPT_RESULTS = eventAttempt.shape.result.options;

/** The topic of an event in words; '' when none is known. */
export function useTopicText(): (topic: string | null) => string {
  const listText = useListText();
  return (topic) => {
    const known = TOPICS.find(({ id }) => id === topic);
    return known ? listText(known.text) : (topic ?? '');
  };
}

/** What came of an event, in words, with the clause it was refused by. */
export function useOutcomeText(): (outcome: string, clause?: string | null) => string {
  const { t } = useTranslation('events');
  const { t: ui } = useTranslation();
  const listText = useListText();
  return (outcome, clause = null) => {
    const known = EVENT_OUTCOMES.find(({ id }) => id === outcome);
    const words = known ? listText(known.text) : outcome === 'joined' ? t('closed.joined') : outcome;
    return clause === null
      ? words
      : t('closed.line', { outcome: words, clause: ui('clause', { count: 1, clauses: clause }) });
  };
}

/** A line of an event's history in words. The instants in it are ISO 8601; results and outcomes are ids. */
export function useChangeText(): (change: EventChange, now: number) => string {
  const { t } = useTranslation('events');
  const { t: ui } = useTranslation();
  const outcomeText = useOutcomeText();
  return ({ what, from, to, reason }, now) => {
    const moment = (text: string | null) => {
      const at = text === null ? NaN : Date.parse(text);
      return Number.isNaN(at) ? t('change.noDue') : momentText(ui, at, now);
    };
    const result = ATTEMPT_RESULTS.find((known) => known === to) ?? 'failed';
    const words = {
      booked: () => t('change.booked', { to: moment(to) }),
      taken: () => t('change.taken', { to: to ?? '' }),
      returned: () => t('change.returned'),
      attempt: () => t('change.attempt', { to: t(`tries.result.${result}`) }),
      moved: () => t('change.moved', { from: moment(from), to: moment(to) }),
      'due-recomputed': () => t('change.due-recomputed', { from: moment(from), to: moment(to) }),
      criticality: () => t(to === 'none' ? 'change.declined' : 'change.criticality'),
      closed: () => t('change.closed', { to: outcomeText(to ?? '') }),
      joined: () => t('change.joined'),
      undone: () => t('change.undone'),
    }[what]();
    return reason === null || reason === '' ? words : t('change.reason', { what: words, reason });
  };
}

/** Whom an event is for: the organisation, else the name, else the number. */
export const whoOf = ({ user }: Pick<CallbackEvent, 'user'>): string => user.organisation || user.name || user.number;
