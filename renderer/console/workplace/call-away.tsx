import { useTranslation } from 'react-i18next';
import type { CallView } from '../../../shared/contract/desk.ts';
import { useSnapshot } from '../store/context.tsx';

/** What is known of a call whose connection is away: it goes on without the server, or nothing is heard, or its phone is gone. */
export function CallAway({ call }: { call: CallView }) {
  const { t } = useTranslation('workplace');
  const isPhoneGone = useSnapshot(({ phone }) => phone.failure === 'no-phone-window');
  if (isPhoneGone) return t('lost.waiting');
  return t(call.silentSince === null ? 'lost.goesOn' : 'lost.silent');
}
