import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RegistryAnswer } from '../../../shared/contract/registry.ts';
import { clausesText, dateOfKey, Verdict } from '../../ui/index.ts';
import { shownVerdict } from '../card/shown-verdict.ts';
import { useDesk } from '../store/context.tsx';
import { ENTRIES_ASKED, phoneEntitlement } from './phone-entitlement.ts';

type Known = { number: string; answer: RegistryAnswer };

/** The entitlement of the event's registration number by the local registry, 6; it changes neither order nor due-by. */
export function EventEntitlement({ registrationNumber }: { registrationNumber: string }) {
  const { t } = useTranslation('events');
  const { t: ui } = useTranslation();
  const desk = useDesk();
  const [known, setKnown] = useState<Known | null>(null);
  useEffect(() => {
    if (registrationNumber === '') return;
    let asked = true;
    void desk.ask('searchRegistry', { text: registrationNumber, limit: ENTRIES_ASKED }).then((answer) => {
      if (asked && answer.ok) setKnown({ number: registrationNumber, answer: answer.value });
    });
    return () => void (asked = false);
  }, [desk, registrationNumber]);

  if (registrationNumber === '' || known?.number !== registrationNumber) return null;
  const found = phoneEntitlement(registrationNumber, known.answer, desk.clock.now());
  if (found === null) return <Verdict tone="open" title={t('entitlement.notFound')} />;
  const { kind } = found;
  const shown = shownVerdict({ kind, basis: found.basis });
  const clauses = clausesText(ui, found.clauses);
  return (
    <Verdict
      tone={kind === 'allowed' ? 'yes' : kind === 'unknown' ? 'ask' : 'no'}
      title={t(`entitlement.${shown}`)}
      clauses={found.clauses}
    >
      {found.basis === null || found.until === null
        ? t('entitlement.clauses', { clauses })
        : t('entitlement.detail', {
            basis: t(`entitlement.basis.${found.basis}`),
            date: dateOfKey(found.until),
            clauses,
          })}
    </Verdict>
  );
}
