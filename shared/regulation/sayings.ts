import type { ClosingCard } from './closing.ts';
import type { EntitlementBasis, EntitlementVerdict } from './entitlement.ts';
import type { OutcomeId, TopicId } from './lists.ts';
import { OUT_OF_SCOPE } from './out-of-scope.ts';
import type { ReleaseVerdict } from './release.ts';

/** What must be written down with a saying: the item of 3.2, what was asked for, a reason, an address. */
export type SayingDetail = 'item' | 'what' | 'reason' | 'address';

/** Something a consultant says to the user under a clause, and what follows from having said it. Its words are no rule (shared/say). */
export type Saying = {
  /** The clause it stands on. */
  readonly clause: string;
  /** Not without it; null: nothing more is needed. */
  readonly needs: SayingDetail | null;
  readonly outcome: OutcomeId | null;
  readonly topic: TopicId | null;
  /** Only after this one was said in the same consultation. */
  readonly after: SayingId | null;
};

/** The actions of a conversation, then the refusals. */
export const SAYING_IDS = [
  'out-of-scope',
  'request-information',
  'complaint',
  'confirm-criticality',
  'remote-connection',
  'warn-wording',
  'end-for-wording',
  'no-licence',
  'no-phone',
  'offer-update',
  'decline-update',
  'not-identified',
  'licence-breach',
  'not-enough-information',
  'ask-for-letter',
] as const;
export type SayingId = (typeof SAYING_IDS)[number];

/** What is said under the regulation, each by its clause. */
export const SAYINGS: Readonly<Record<SayingId, Saying>> = {
  'out-of-scope': saying('3.2', { needs: 'item', outcome: 'out-of-scope' }),
  'request-information': saying('2.5', { needs: 'what', outcome: 'information-requested' }),
  complaint: saying('5.1', {}),
  'confirm-criticality': saying('2.6', { needs: 'reason', topic: 'errors' }),
  'remote-connection': saying('6.2', { needs: 'address' }),
  'warn-wording': saying('2.10', {}),
  'end-for-wording': saying('2.10', { outcome: 'insulting-wording', after: 'warn-wording' }),
  'no-licence': saying('2.7', { outcome: 'no-licence' }),
  'no-phone': saying('6.1', { outcome: 'no-phone' }),
  'offer-update': saying('2.8', { outcome: 'update-offered' }),
  'decline-update': saying('2.8', { outcome: 'update-declined', after: 'offer-update' }),
  'not-identified': saying('2.4', { outcome: 'not-identified' }),
  'licence-breach': saying('2.10', { outcome: 'licence-breach' }),
  'not-enough-information': saying('2.10', { outcome: 'not-enough-information' }),
  'ask-for-letter': saying('3.1.5', { outcome: 'letter-requested', topic: 'wish' }),
};

/** 5.1: where a complaint about a consultation or a missed deadline goes, besides the lead at once; read out to the user. */
export const COMPLAINT_ADDRESS = 'k@rarus.ru';

/** 3.1.5: where a wish goes, with its purpose. */
export const WISH_ADDRESS = 'rs@rarus.ru';

/** 6.2: the programs a remote connection is made with; the regulation names AnyDesk, so it is the first. */
export const REMOTE_PROGRAMS = ['AnyDesk', 'RuDesktop', 'Ассистент'] as const;
export type RemoteProgram = (typeof REMOTE_PROGRAMS)[number];

/**
 * 2.8, 2.10: may this be said now? A user is warned before the consultation ends for their wording, and offered the update before they are
 * refused without it; help with the update itself and with restoring work (3.1.3, 3.1.4) is refused to nobody for the release.
 */
export function maySay(
  id: SayingId,
  { said, topic }: { readonly said: readonly SayingId[]; readonly topic: string | null },
): boolean {
  if (id === 'decline-update' && (topic === 'update' || topic === 'errors')) return false;
  const { after } = SAYINGS[id];
  return after === null || said.includes(after);
}

/** Is the saying whole? An item must be one of 3.2 or 1.4; anything else that is needed must not be blank. */
export function isWhole(id: SayingId, detail: string): boolean {
  const { needs } = SAYINGS[id];
  if (needs === 'item') return OUT_OF_SCOPE.some((item) => item.id === detail);
  return needs === null || detail.trim() !== '';
}

/** What of the card follows from a saying. */
export type SayingPatch = Partial<Pick<ClosingCard, 'topic' | 'outcome' | 'outOfScope' | 'closing'>>;

/**
 * 2.4, 2.5, 2.7, 2.8, 2.10, 3.1.5, 3.2, 6.1: what follows on the card from having said this: the outcome of its clause; with it the item of
 * 3.2, or that the user refused to identify (2.4). A wish is one (3.1.5); restoring work (2.6) gives a topic only where none is chosen yet.
 * A complaint, a warning and a remote connection decide nothing.
 */
export function followsFromSaying(id: SayingId, detail: string, card: Pick<ClosingCard, 'topic'>): SayingPatch {
  const { outcome, topic } = SAYINGS[id];
  const setsTopic = topic !== null && (id === 'ask-for-letter' || card.topic === null);
  return {
    ...(outcome === null ? {} : { outcome }),
    ...(setsTopic ? { topic } : {}),
    ...(id === 'out-of-scope' ? { outOfScope: detail } : {}),
    ...(id === 'not-identified' ? { closing: 'refused-to-name' } : {}),
  };
}

/**
 * 1.1, 2.7, 6.1: the refusal a verdict by phone calls for: no licence in force, or one that does not offer the phone; null: none. What is
 * not known refuses nobody.
 */
export function refusalOf(
  verdict: EntitlementVerdict | 'unknown',
  basis: EntitlementBasis | null,
): 'no-licence' | 'no-phone' | null {
  if (verdict === 'allowed' || verdict === 'unknown') return null;
  return basis === null ? 'no-licence' : 'no-phone';
}

/** 2.8: what an older release calls for: the update is offered first; once it was, its refusal may be said. Null: nothing. */
export function updateSaying(
  verdict: ReleaseVerdict['verdict'],
  said: readonly SayingId[],
): 'offer-update' | 'decline-update' | null {
  if (verdict !== 'older') return null;
  return said.includes('offer-update') ? 'decline-update' : 'offer-update';
}

function saying(
  clause: string,
  { needs = null, outcome = null, topic = null, after = null }: Partial<Omit<Saying, 'clause'>>,
): Saying {
  return { clause, needs, outcome, topic, after };
}
