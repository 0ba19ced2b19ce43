import { useTranslation } from 'react-i18next';
import { dueTextInFull } from '../../ui/texts.ts';
import { useDesk } from '../store/context.tsx';

/** «В событие»: declines the call, books its number, and says until when it will be called back. */
export function useToEvent(): (callId: string) => Promise<void> {
  const desk = useDesk();
  const { t } = useTranslation('workplace');
  const { t: words } = useTranslation('ui');
  return async (callId) => {
    const outcome = await desk.act('declineToEvent', { callId });
    if (outcome.ok) desk.say(t('second.booked', { due: dueTextInFull(words, outcome.value.dueBy, desk.clock.now()) }));
  };
}
