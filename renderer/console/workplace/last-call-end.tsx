import { IconPhoneX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { phoneText, useLive, Verdict } from '../../ui/index.ts';
import { useSnapshot } from '../store/context.tsx';

/** How long the end of a call that became no consultation is worth a line. */
const SHOWN_MS = 60_000;

/** «Занято», «не отвечает»: why the last call came to nothing. */
export function LastCallEnd() {
  const { t } = useTranslation('workplace');
  const end = useSnapshot((snapshot) => snapshot.lastCallEnd);
  const fresh = useLive((now) => end !== null && now - end.at < SHOWN_MS);
  if (end === null || !fresh) return null;
  return (
    <div role="status">
      <Verdict
        tone="open"
        icon={IconPhoneX}
        title={t(`idle.lastCallEnd.${end.cause}`, { number: phoneText(end.number) })}
      />
    </div>
  );
}
