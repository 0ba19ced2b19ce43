import { IconRefreshAlert } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ConsultationView, VerdictView } from '../../../shared/contract/desk.ts';
import { clausesText, dateOfKey, shortDate, Verdict, type VerdictTone } from '../../ui/index.ts';
import { SayButton } from '../say/say-button.tsx';
import { refusalOf, updateSaying } from '../../../shared/regulation/sayings.ts';
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
  const { basis, until, clauses, asOf, age, entry } = consultation.verdict;
  const kind = shownVerdict(consultation.verdict);
  const notFound = kind === 'unknown' && card.registrationNumber !== '' && entry === null;
  // The entry is there and yet nothing is known: its data are too old to refuse anybody.
  const tooOld = kind === 'unknown' && entry !== null;
  const refusal = refusalOf(consultation.verdict.kind, basis);
  const clause = clausesText(words, clauses);
  const line = [
    kind === 'error-report-only' ? t('verdict.byLetter') : null,
    basis !== null && until !== null ? t(`verdict.basis.${basis}`, { date: dateOfKey(until) }) : null,
    tooOld && basis === null ? t('verdict.wasNone') : null,
    clause,
    asOf !== null && entry !== null ? t('verdict.asOf', { date: shortDate(asOf) }) : null,
  ].filter(Boolean);
  const title = notFound ? 'verdict.notFound' : tooOld ? 'verdict.tooOld' : (`verdict.${kind}` as const);
  return (
    <>
      <Verdict
        tone={notFound || tooOld || (kind === 'allowed' && age === 'too-old') ? 'ask' : TONES[kind]}
        title={t(title)}
        clauses={clauses}
        action={refusal !== null && <SayButton id={refusal} />}
      >
        {line.join(' · ')}
      </Verdict>
      <ReleaseVerdict release={consultation.verdict.release} said={consultation.said} />
    </>
  );
}

function ReleaseVerdict({ release, said }: { release: VerdictView['release']; said: ConsultationView['said'] }) {
  const { t } = useTranslation('card');
  const { t: words } = useTranslation('ui');
  const { kind, latest, since, clauses } = release;
  const named = since === null ? { latest } : { latest: t('releaseVerdict.named', { latest, date: dateOfKey(since) }) };
  const update = updateSaying(
    kind,
    said.map(({ id }) => id),
  );
  if (kind === 'latest' || kind === 'unknown') return null;
  const clause = clausesText(words, clauses);
  const line = (text: string | null) => [text, clause].filter(Boolean).join(' · ');
  switch (kind) {
    case 'older':
      return (
        <Verdict
          tone="ask"
          title={t('releaseVerdict.older')}
          clauses={clauses}
          action={update !== null && <SayButton id={update} />}
        >
          {line(t('releaseVerdict.olderText', named))}
        </Verdict>
      );
    case 'older-exempt':
      return (
        <Verdict tone="open" icon={IconRefreshAlert} title={t('releaseVerdict.exempt')} clauses={clauses}>
          {line(t('releaseVerdict.exemptText', named))}
        </Verdict>
      );
    case 'newer':
      return (
        <Verdict tone="open" icon={IconRefreshAlert} title={t('releaseVerdict.newer')} clauses={clauses}>
          {clause}
        </Verdict>
      );
  }
}
