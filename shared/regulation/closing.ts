import type { NotHeldId, OutcomeId, OutOfScopeId, TopicId } from './lists.ts';
import { OUTCOMES } from './lists.ts';
import type { Instant } from './time.ts';

/** 2.4, 2.5: the four ways a conversation closes. */
export const CLOSING_WAYS = ['identified', 'could-not-name', 'refused-to-name', 'not-held'] as const;
export type ClosingWay = (typeof CLOSING_WAYS)[number];

/** 2.3: said by the caller, or found by search and confirmed by the caller, which counts the same. */
export const FACT_SOURCES = ['stated', 'confirmed'] as const;
export type FactSource = (typeof FACT_SOURCES)[number];

/** One of the three facts of identification; an empty value is not met. */
export type CardFact = { readonly value: string; readonly source: FactSource };

/** 2.3: the three facts; null = not met yet. */
export type CardFacts = {
  readonly registrationNumber: CardFact | null;
  readonly organisation: CardFact | null;
  readonly configuration: CardFact | null;
};

/** What closing looks at. */
export type ClosingCard = {
  readonly way: ClosingWay;
  readonly facts: CardFacts;
  readonly topic: TopicId | null;
  readonly outcome: OutcomeId | null;
  /** 3.2: the item of the list, with the outcome `out-of-scope`. */
  readonly outOfScope: OutOfScopeId | null;
  /** 2.5: what was asked for, with the outcome `information-requested`. */
  readonly requestedInformation: string | null;
  /** 2.10: when the user was warned, with the outcome `insulting-wording`. */
  readonly warnedAt: Instant | null;
  /** 2.4: why it was not held, with the way `not-held`. */
  readonly notHeld: NotHeldId | null;
};

export type ClosingField = keyof CardFacts | Exclude<keyof ClosingCard, 'way' | 'facts'>;
export type Missing = { readonly field: ClosingField; readonly clause: string };

/**
 * 2.3, 2.4, 2.5, 2.10, 3.1: what a consultation still lacks before it can be closed this way, in the order of the card; empty = it can.
 * Only `identified` asks for the three facts; `not-held` asks for nothing but its reason; every other way for topic and outcome.
 */
export function whatIsMissing(card: ClosingCard): Missing[] {
  if (card.way === 'not-held') return lacking(card.notHeld === null, 'notHeld', '2.4');
  const outcome = OUTCOMES.find(({ id }) => id === card.outcome);
  return [
    ...(card.way === 'identified' ? missingFacts(card.facts) : []),
    ...lacking(card.topic === null && (outcome?.needsTopic ?? true), 'topic', '3.1'),
    ...lacking(outcome === undefined, 'outcome', '1.2'),
    ...lacking(card.outcome === 'out-of-scope' && card.outOfScope === null, 'outOfScope', '3.2'),
    ...lacking(
      card.outcome === 'information-requested' && isBlank(card.requestedInformation),
      'requestedInformation',
      '2.5',
    ),
    ...lacking(card.outcome === 'insulting-wording' && card.warnedAt === null, 'warnedAt', '2.10'),
  ];
}

/** 2.3: the facts of identification that are not met. */
export function missingFacts(facts: CardFacts): Missing[] {
  return [
    ...lacking(isBlank(facts.registrationNumber?.value), 'registrationNumber', '2.3'),
    ...lacking(isBlank(facts.organisation?.value), 'organisation', '2.3'),
    ...lacking(isBlank(facts.configuration?.value), 'configuration', '2.3'),
  ];
}

/** 2.3: all three facts are met. */
export function isIdentified(facts: CardFacts): boolean {
  return missingFacts(facts).length === 0;
}

function lacking(isLacking: boolean, field: ClosingField, clause: string): Missing[] {
  return isLacking ? [{ field, clause }] : [];
}

function isBlank(text: string | null | undefined): boolean {
  return (text ?? '').trim() === '';
}
