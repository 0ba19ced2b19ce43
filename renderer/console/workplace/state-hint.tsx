import { useTranslation } from 'react-i18next';
import { NOT_READY } from '../../../shared/regulation/lists.ts';
import { runningTime, useListText, useLive } from '../../ui/index.ts';
import { useSnapshot } from '../store/context.tsx';
import { callsCome } from './calls-come.ts';

/** What the present state means for the next call; a reason of not being ready has a clock of its own. */
export function StateHint() {
  const { t } = useTranslation(['workplace', 'between']);
  const listText = useListText();
  const { kind, reason, since } = useSnapshot((snapshot) => snapshot.availability);
  const calls = useSnapshot(callsCome);
  const time = useLive((now) => (kind === 'ready' ? '' : runningTime(now - since)));
  const known = NOT_READY.find(({ id }) => id === reason);
  if (!calls) return t('idle.closedHint');
  if (kind === 'ready') return t('idle.waitingHint');
  if (reason === 'events') return t('between:notReady.events', { time });
  if (known !== undefined) return t('between:notReady.since', { reason: listText(known.text).toLowerCase(), time });
  return t('idle.notReadyHint');
}
