import { NOT_HELD, OUT_OF_SCOPE, OUTCOMES, TOPICS } from './lists.ts';

/** 2.4, 2.5: the four ways a conversation closes. */
export const CLOSING_WAYS = ['identified', 'could-not-name', 'refused-to-name', 'not-held'] as const;
export type ClosingWay = (typeof CLOSING_WAYS)[number];

/**
 * 2.3: the three facts of identification, as text; blank = not met. Stated by the caller, or found by search and confirmed by the caller,
 * which counts the same; whether the registry knows them is another matter.
 */
export type CardFacts = {
  readonly registrationNumber: string;
  readonly organisation: string;
  readonly configuration: string;
};

/** What closing looks at. The choices are ids of the closed lists; an id no list knows counts as none. */
export type ClosingCard = CardFacts & {
  /** Null: not chosen, so it goes by the three facts, as `identified`. */
  readonly closing: ClosingWay | null;
  /** An id of TOPICS. */
  readonly topic: string | null;
  /** An id of OUTCOMES. */
  readonly outcome: string | null;
  /** An id of OUT_OF_SCOPE, with the outcome `out-of-scope`. */
  readonly outOfScope: string | null;
  /** An id of NOT_HELD, with the way `not-held`. */
  readonly notHeldReason: string | null;
};

export type ClosingField = Exclude<keyof ClosingCard, 'closing'>;
export type Missing = { readonly field: ClosingField; readonly clause: string };

/**
 * 2.3, 2.4, 2.5, 3.1, 3.2: what a consultation still lacks before it can be closed this way, in the order of the card; empty = it can.
 * Only `identified` asks for the three facts; `not-held` asks for nothing but its reason; every other way for topic and outcome.
 */
export function whatIsMissing(card: ClosingCard): Missing[] {
  if (card.closing === 'not-held') return lacking(!isIn(NOT_HELD, card.notHeldReason), 'notHeldReason', '2.4');
  const outcome = OUTCOMES.find(({ id }) => id === card.outcome);
  const needsTopic = outcome?.needsTopic ?? true;
  return [
    ...((card.closing ?? 'identified') === 'identified' ? missingFacts(card) : []),
    ...lacking(needsTopic && !isIn(TOPICS, card.topic), 'topic', '3.1'),
    ...lacking(outcome === undefined, 'outcome', '1.2'),
    ...lacking(outcome?.id === 'out-of-scope' && !isIn(OUT_OF_SCOPE, card.outOfScope), 'outOfScope', '3.2'),
  ];
}

/** 2.3: the facts of identification that are not met. */
export function missingFacts(facts: CardFacts): Missing[] {
  return [
    ...lacking(isBlank(facts.registrationNumber), 'registrationNumber', '2.3'),
    ...lacking(isBlank(facts.organisation), 'organisation', '2.3'),
    ...lacking(isBlank(facts.configuration), 'configuration', '2.3'),
  ];
}

/** 2.3: all three facts are met. */
export function isIdentified(facts: CardFacts): boolean {
  return missingFacts(facts).length === 0;
}

function lacking(isLacking: boolean, field: ClosingField, clause: string): Missing[] {
  return isLacking ? [{ field, clause }] : [];
}

function isIn(list: readonly { readonly id: string }[], chosen: string | null): boolean {
  return list.some(({ id }) => id === chosen);
}

function isBlank(text: string): boolean {
  return text.trim() === '';
}
