import type { CallEndCause } from '../../../shared/contract/phone.ts';
import { IconPhoneX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { sipStatusKey } from '../../../shared/i18n/sip-status.ts';
import { phoneText, useLive, Verdict } from '../../ui/index.ts';
import { useSnapshot } from '../store/context.tsx';

/** How long the end of a call that became no consultation is worth a line. */
const SHOWN_MS = 60_000;

/** Ends that the exchange explains by its status. */
const REFUSALS: ReadonlySet<CallEndCause> = new Set(['busy', 'no-answer', 'not-found', 'declined', 'failed']);

/** «Занято», «не отвечает»: why the last call came to nothing. */
export function LastCallEnd() {
  const { t } = useTranslation(['workplace', 'ui', 'sip']);
  const end = useSnapshot((snapshot) => snapshot.lastCallEnd);
  const fresh = useLive((now) => end !== null && now - end.at < SHOWN_MS);
  if (end === null || !fresh) return null;
  return (
    <div role="status">
      <Verdict
        tone="open"
        icon={IconPhoneX}
        title={t(`idle.lastCallEnd.${end.cause}`, { number: phoneText(end.number, t('ui:phone.hidden')) })}
      >
        {REFUSALS.has(end.cause) && end.sipCode !== null
          ? t(`sip:${sipStatusKey(end.sipCode)}`, { code: end.sipCode })
          : undefined}
      </Verdict>
    </div>
  );
}
