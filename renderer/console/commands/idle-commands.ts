import { useTranslation } from 'react-i18next';
import { callObstacle } from '../events/can-call.ts';
import { useDesk, usePlace, useSnapshot } from '../store/context.tsx';
import { usePersonal } from '../store/personal.ts';
import { useAction, useActions, type Command } from './command.ts';

/** What may be done between calls: the next event, what is unclosed, numbers to dial, the check of the connection. */
export function useIdleCommands(): Command[] {
  const { t } = useTranslation(['frame', 'workplace', 'between', 'sound']);
  const desk = useDesk();
  const place = usePlace();
  const actions = useActions();
  const action = useAction();
  const call = useSnapshot((snapshot) => snapshot.call);
  const consultation = useSnapshot((snapshot) => snapshot.consultation);
  const unclosed = useSnapshot((snapshot) => snapshot.unclosed);
  const mayDial = useSnapshot((snapshot) => callObstacle(snapshot) === null && snapshot.consultation === null);
  const checks = useSnapshot(({ phone }) => phone.check?.state === 'running');
  const { speedDials } = usePersonal();
  if (call !== null) return [];
  const open = (consultationId: string) => () => {
    place.go('workplace');
    void desk.act('openConsultation', { consultationId });
  };
  return [
    ...(consultation === null ? [action('next-event', t('palette.nextEvent'), actions.nextEvent, 'next-event')] : []),
    ...unclosed.map(({ id, organisation, contact, number, inquiry }) =>
      action(
        `unclosed-${id}`,
        t('workplace:idle.unclosedCommand', { who: organisation || contact || number, inquiry }),
        open(id),
      ),
    ),
    ...(mayDial
      ? speedDials.map(({ name, number }) =>
          action(
            `speed-${name}-${number}`,
            t('between:speed.call', { name, number }),
            () => void desk.act('dial', { number, eventId: null, consultationId: null }),
          ),
        )
      : []),
    action('check-link', t(checks ? 'sound:check.stop' : 'sound:check.start'), () => {
      place.go('settings');
      void desk.act('checkLink', { on: !checks });
    }),
  ];
}
