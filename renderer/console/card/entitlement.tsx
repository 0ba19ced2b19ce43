import { IconRefreshAlert } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ConsultationView, VerdictView } from '../../../shared/contract/desk.ts';
import { clausesText, dateOfKey, shortDate, Verdict, type VerdictTone } from '../../ui/index.ts';
import { shownVerdict } from './shown-verdict.ts';
import { useCard } from './use-card.ts';

const TONES: Record<VerdictView['kind'], VerdictTone> = {
  allowed: 'yes',
  'error-report-only': 'ask',
  refused: 'no',
  unknown: 'open',
};

/** What the licence allows, and whether an update comes first: in sentences, each with its clause. */
export function Entitlement({ consultation }: { consultation: ConsultationView }) {
  const { t } = useTranslation('card');
  const { t: words } = useTranslation('ui');
  const { card } = useCard(consultation);
  const { basis, until, clauses, asOf, entry } = consultation.verdict;
  const kind = shownVerdict(consultation.verdict);
  const notFound = kind === 'unknown' && card.registrationNumber !== '' && entry === null;
  const clause = clausesText(words, clauses);
  const line = [
    kind === 'error-report-only' ? t('verdict.byLetter') : null,
    basis !== null && until !== null ? t(`verdict.basis.${basis}`, { date: dateOfKey(until) }) : null,
    clause,
    asOf !== null && kind !== 'unknown' ? t('verdict.asOf', { date: shortDate(asOf) }) : null,
  ].filter(Boolean);
  return (
    <>
      <Verdict
        tone={notFound ? 'ask' : TONES[kind]}
        title={t(notFound ? 'verdict.notFound' : `verdict.${kind}`)}
        {...(clause === '' ? {} : { hover: t('verdict.hover', { clause }) })}
      >
        {line.join(' · ')}
      </Verdict>
      <ReleaseVerdict release={consultation.verdict.release} />
    </>
  );
}

function ReleaseVerdict({ release }: { release: VerdictView['release'] }) {
  const { t } = useTranslation('card');
  const { t: words } = useTranslation('ui');
  const { kind, latest, clauses } = release;
  if (kind === 'latest' || kind === 'unknown') return null;
  const clause = clausesText(words, clauses);
  const hover = clause === '' ? {} : { hover: t('verdict.hover', { clause }) };
  const line = (text: string | null) => [text, clause].filter(Boolean).join(' · ');
  switch (kind) {
    case 'older':
      return (
        <Verdict tone="ask" title={t('releaseVerdict.older')} {...hover}>
          {line(t('releaseVerdict.olderText', { latest }))}
        </Verdict>
      );
    case 'older-exempt':
      return (
        <Verdict tone="open" icon={IconRefreshAlert} title={t('releaseVerdict.exempt')} {...hover}>
          {line(t('releaseVerdict.exemptText', { latest }))}
        </Verdict>
      );
    case 'newer':
      return (
        <Verdict tone="open" icon={IconRefreshAlert} title={t('releaseVerdict.newer')} {...hover}>
          {clause}
        </Verdict>
      );
  }
}
