import type { LineLink } from '../../shared/contract/link.ts';
import type { JournalRow } from '../../shared/contract/journal.ts';
import type { Candidate, RegistryEntry } from '../../shared/contract/registry.ts';
import type { Phone } from '../../shared/regulation/phone-number.ts';
import type { JournalReader } from './journal-reader.ts';

/** How many people of the journal are looked up in the registry as well. */
const JOURNAL_CANDIDATES = 3;

/** 2.3: who a number may be: the registry's entries with it first, then those the journal has spoken to. Shown, never picked. */
export async function candidatesFor(
  number: Phone,
  past: readonly JournalRow[],
  link: LineLink,
  reader: JournalReader,
): Promise<{ candidates: Candidate[]; lineAnswered: boolean }> {
  const answer = await link.registryByPhone(number.e164 ?? number.raw);
  const entries = answer.ok ? answer.value.entries : [];
  const known = new Set(entries.map(({ registrationNumber }) => registrationNumber));
  const spokenTo = journalCandidates(past)
    .filter(({ registrationNumber }) => registrationNumber === '' || !known.has(registrationNumber))
    .slice(0, JOURNAL_CANDIDATES);
  const fromJournal = await Promise.all(
    spokenTo.map(async (candidate) => ({ ...candidate, entry: await entryOf(candidate.registrationNumber, link) })),
  );
  const fromRegistry = entries.map((entry): Candidate => {
    const { contact: name, organisation, registrationNumber } = entry;
    const conversations = reader.conversationsOf(registrationNumber);
    return { source: 'registry', entry, name, organisation, registrationNumber, conversations };
  });
  return { candidates: [...fromRegistry, ...fromJournal], lineAnswered: answer.ok };
}

/** Those the journal has spoken to from one number, the latest first, each once. */
export function journalCandidates(past: readonly JournalRow[]): Candidate[] {
  const byWho = new Map<string, Candidate>();
  for (const { contact: name, organisation, registrationNumber } of past) {
    if (name === '' && organisation === '' && registrationNumber === '') continue;
    const who = registrationNumber === '' ? `${organisation}\n${name}` : registrationNumber;
    const known = byWho.get(who);
    if (known !== undefined) known.conversations += 1;
    else byWho.set(who, { source: 'journal', entry: null, name, organisation, registrationNumber, conversations: 1 });
  }
  return [...byWho.values()];
}

/** The registry's entry of a registration number; null: it has none, or the line is away. */
export async function entryOf(registrationNumber: string, link: LineLink): Promise<RegistryEntry | null> {
  if (registrationNumber === '') return null;
  const answer = await link.registryByNumber(registrationNumber);
  if (!answer.ok) return null;
  return answer.value.entries.find((entry) => entry.registrationNumber === registrationNumber) ?? null;
}
