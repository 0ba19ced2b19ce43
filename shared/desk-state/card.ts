import type { Card, CardPatch } from '../contract/journal.ts';
import type { VerdictView } from '../contract/desk.ts';
import type { RegistryEntry } from '../contract/registry.ts';
import { entitlement } from '../regulation/entitlement.ts';
import { registryAge, verdictByAge } from '../regulation/registry-age.ts';
import { releaseVerdict } from '../regulation/release.ts';
import { TOPICS } from '../regulation/lists.ts';
import { moscowDate, type Instant } from '../regulation/time.ts';
import { noteEdits } from './card-story.ts';
import { lookUpEntry } from './consultation.ts';
import type { ConsultationRecord } from './record.ts';
import type { Consultation, LineRules } from './state.ts';
import { changeConsultation, refuse, story, update, write, type Turn } from './turn.ts';

/**
 * Text typed is kept as typed, in any phase, also when its consultation has left the workplace meanwhile. A changed registration number is
 * another entry, and no longer the confirmed one.
 */
export function editCard(
  turn: Turn,
  consultationId: string,
  patch: CardPatch,
  record: ConsultationRecord | null,
): void {
  const { consultation } = turn.state;
  if (consultation?.id !== consultationId) {
    if (record === null) return refuse(turn, 'no-consultation');
    if (record.closedAt !== null) return refuse(turn, 'already-closed');
    return write(turn, { kind: 'consultation', record: { ...record, card: patched(record.card, patch) } });
  }
  const card = patched(consultation.card, patch);
  noteEdits(turn, consultation, card);
  const isSameNumber = card.registrationNumber === consultation.card.registrationNumber;
  if (isSameNumber) return void changeConsultation(turn, consultation, { card });
  lookUpEntry(turn, changeConsultation(turn, consultation, { card, entry: null, asOf: null }));
}

/** How long after the last word a wrap-up ends at the earliest. */
const WORDS_KEEP_MS = 15_000;

/** Somebody has just typed into this card: its wrap-up does not run out under the next word. */
export function keepWhileTyping(turn: Turn, consultationId: string): void {
  const { consultation } = turn.state;
  const keptUntil = turn.at + WORDS_KEEP_MS;
  if (consultation?.id !== consultationId || consultation.wrapUpUntil === null) return;
  if (consultation.wrapUpUntil < keptUntil) changeConsultation(turn, consultation, { wrapUpUntil: keptUntil });
}

function patched(card: Card, patch: CardPatch): Card {
  const given = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
  const changed = { ...card, ...given };
  if (changed.registrationNumber === card.registrationNumber) return changed;
  return { ...changed, confirmedEntryId: patch.confirmedEntryId ?? null };
}

/** 2.3: a candidate the caller has confirmed: its three facts count as stated. What was typed otherwise stays. */
export function takeCandidate(turn: Turn, consultationId: string, entry: RegistryEntry, asOf: Instant | null): void {
  const { consultation } = turn.state;
  if (consultation?.id !== consultationId) return refuse(turn, 'no-consultation');
  const { card } = consultation;
  const known = changeConsultation(turn, consultation, {
    card: {
      ...card,
      registrationNumber: entry.registrationNumber,
      organisation: entry.organisation,
      configuration: entry.configuration,
      inn: entry.inn,
      city: entry.city,
      contact: card.contact === '' ? entry.contact : card.contact,
      confirmedEntryId: entry.id,
    },
    entry,
    asOf,
  });
  story(turn, consultation.id, 'candidate', [entry.registrationNumber, entry.organisation].join(' · '));
  noteVerdict(turn, known);
}

/** The registry has answered; by then the card may say another number. */
export function entryKnown(
  turn: Turn,
  answer: { consultationId: string; registrationNumber: string; entry: RegistryEntry | null; asOf: Instant | null },
): void {
  const { consultation } = turn.state;
  if (consultation?.id !== answer.consultationId) return;
  if (consultation.card.registrationNumber.trim() !== answer.registrationNumber) return;
  const known = { ...consultation, entry: answer.entry, asOf: answer.asOf };
  update(turn, { consultation: known });
  // What the consultant saw while talking; looked up again after a restart it is no news.
  if (consultation.endedAt === null && consultation.entry === null) noteVerdict(turn, known);
}

function noteVerdict(turn: Turn, consultation: Consultation): void {
  const { kind } = verdictOf(consultation, turn.state.rules, turn.at);
  story(turn, consultation.id, 'verdict', kind);
}

/**
 * 1.1, 2.7–2.9, 6: what the licence of the stated registration number allows by phone, by the Moscow date of the answer. A number the
 * registry does not know leaves it unknown.
 */
export function verdictOf(consultation: Consultation, rules: LineRules, now: Instant): VerdictView {
  const { entry, asOf, card } = consultation;
  const release = releaseVerdict({
    stated: card.release,
    latest: rules.latestRelease,
    topic: TOPICS.find(({ id }) => id === card.topic)?.id ?? null,
  });
  const releaseView = {
    kind: release.verdict,
    latest: rules.latestRelease,
    since: rules.latestReleaseSince,
    clauses: [...release.clauses],
  };
  const age = registryAge(asOf, now);
  if (entry === null) {
    return { kind: 'unknown', basis: null, until: null, clauses: [], asOf, age, entry: null, release: releaseView };
  }
  const { licences, purchasedOn } = entry;
  const on = moscowDate(consultation.answeredAt ?? now);
  const { verdict, basis, until, clauses } = entitlement({ licences, purchasedOn, channel: 'phone', on });
  const kind = verdictByAge(verdict, age);
  return { kind, basis, until, clauses: [...clauses], asOf, age, entry, release: releaseView };
}
