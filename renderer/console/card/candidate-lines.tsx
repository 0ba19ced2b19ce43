import { useTranslation } from 'react-i18next';
import type { Candidate, RegistryEntry } from '../../../shared/contract/registry.ts';
import { useLicenceText } from './licence-text.ts';

/** Somebody the caller may be: organisation, registration number, licence, and how we know. */
export function CandidateLines({ candidate }: { candidate: Candidate }) {
  const { t } = useTranslation('card');
  const known =
    candidate.source === 'registry'
      ? t('fromRegistry')
      : candidate.conversations === 0
        ? t('fromJournal')
        : t('conversations', { count: candidate.conversations });
  const name = candidate.organisation || candidate.name;
  return (
    <Lines
      name={name}
      beside={candidate.organisation === '' ? '' : candidate.name}
      registrationNumber={candidate.registrationNumber}
      entry={candidate.entry}
      last={known}
    />
  );
}

/** An entry of the registry as a found line. */
export function EntryLines({ entry }: { entry: RegistryEntry }) {
  return (
    <Lines
      name={entry.organisation}
      beside=""
      registrationNumber={entry.registrationNumber}
      entry={entry}
      last={entry.city}
    />
  );
}

function Lines(props: {
  name: string;
  beside: string;
  registrationNumber: string;
  entry: RegistryEntry | null;
  last: string;
}) {
  const { t } = useTranslation('card');
  const licence = useLicenceText();
  const number =
    props.registrationNumber === '' ? t('noNumber') : t('candidateLine', { number: props.registrationNumber });
  const facts = [number, props.entry && licence(props.entry), props.last].filter(Boolean).join(' · ');
  return (
    <div>
      <div className="ellipsis" title={props.name}>
        <b>{props.name}</b>
        {props.beside !== '' && <span className="dim"> {props.beside}</span>}
      </div>
      <div className="small dim ellipsis" title={facts}>
        {facts}
      </div>
    </div>
  );
}
