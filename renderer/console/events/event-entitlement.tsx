import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RegistryEntry } from '../../../shared/contract/registry.ts';
import { entitlement } from '../../../shared/regulation/entitlement.ts';
import { registryAge, verdictByAge } from '../../../shared/regulation/registry-age.ts';
import { moscowDate } from '../../../shared/regulation/time.ts';
import { clausesText, dateOfKey, Verdict } from '../../ui/index.ts';
import { shownVerdict } from '../card/shown-verdict.ts';
import { useDesk } from '../store/context.tsx';

type Known = { number: string; entry: RegistryEntry | null; asOf: number | null };

/** The entitlement of the event's registration number by the local registry, 6; it changes neither order nor due-by. */
export function EventEntitlement({ registrationNumber }: { registrationNumber: string }) {
  const { t } = useTranslation('events');
  const { t: ui } = useTranslation();
  const desk = useDesk();
  const [known, setKnown] = useState<Known | null>(null);
  useEffect(() => {
    if (registrationNumber === '') return;
    let asked = true;
    void desk.ask('searchRegistry', { text: registrationNumber, limit: 10 }).then((answer) => {
      if (!asked || !answer.ok) return;
      const entry = answer.value.entries.find((one) => one.registrationNumber === registrationNumber) ?? null;
      setKnown({ number: registrationNumber, entry, asOf: answer.value.asOf });
    });
    return () => void (asked = false);
  }, [desk, registrationNumber]);

  if (registrationNumber === '' || known?.number !== registrationNumber) return null;
  if (known.entry === null) return <Verdict tone="open" title={t('entitlement.notFound')} />;
  const { licences, purchasedOn } = known.entry;
  const now = desk.clock.now();
  const found = entitlement({ licences, purchasedOn, channel: 'phone', on: moscowDate(now) });
  const kind = verdictByAge(found.verdict, registryAge(known.asOf, now));
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
