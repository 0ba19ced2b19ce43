import { useTranslation } from 'react-i18next';
import { NOT_HELD, NOT_READY } from '../../../shared/regulation/lists.ts';
import { useListText } from '../../ui/texts.ts';
import { takeMarked } from '../card/take-marked.ts';
import { ACTIONS, mayBeSaid, REFUSALS } from '../say/actions.ts';
import { useSayTexts } from '../say/say-words.ts';
import { useDesk, usePlace, useSnapshot } from '../store/context.tsx';
import { useAction, useActions, type Command } from './command.ts';

const CANDIDATE_KEYS = ['candidate-1', 'candidate-2', 'candidate-3'] as const;

/** What may be done with the consultation at the workplace: its words, its card, what was before it, its end. */
export function useConsultationCommands(): Command[] {
  const { t } = useTranslation(['card', 'workplace', 'history', 'between']);
  const listText = useListText();
  const sayText = useSayTexts();
  const desk = useDesk();
  const place = usePlace();
  const actions = useActions();
  const action = useAction();
  const consultation = useSnapshot((snapshot) => snapshot.consultation);
  if (consultation === null) return [];
  const { id, kind, phase, eventId, askedEvent, candidates, endReason } = consultation;

  const sayings = [...ACTIONS, ...REFUSALS].flatMap((saying) =>
    saying !== 'transfer' && mayBeSaid(saying, consultation)
      ? [action(`say-${saying}`, listText(sayText(saying).title), () => place.say(saying))]
      : [],
  );
  const card = () => [
    action('search', t('search'), actions.search, 'search'),
    ...candidates.slice(0, 3).map(({ organisation, name }, index) => {
      const title = t('take', { who: organisation || name });
      return action(`candidate-${index + 1}`, title, () => takeMarked(index + 1), CANDIDATE_KEYS[index]);
    }),
    action('could-not-name', t('couldNotName'), () => actions.closeBy('could-not-name')),
    action('refused-to-name', t('refusedToName'), () => actions.closeBy('refused-to-name')),
    ...NOT_HELD.map(({ id: reason, text }) =>
      action(`not-held-${reason}`, t('notHeldBecause', { reason: listText(text).toLowerCase() }), () =>
        actions.closeBy('not-held', reason),
      ),
    ),
    action('history', t('history:side.history'), () => place.showHistory(id)),
    ...(consultation.continues === null
      ? [action('continues', t('history:continues.link'), () => place.link(id))]
      : []),
  ];
  const settle = (event: string, close: boolean) => () =>
    void desk.act('settleAskedEvent', { consultationId: id, eventId: event, close });
  const asked = askedEvent && [
    action('asked-close', t('between:asked.close'), settle(askedEvent.id, true)),
    action('asked-keep', t('between:asked.keepCommand'), settle(askedEvent.id, false)),
  ];
  const other = kind === 'service' ? 'consultation' : 'service';
  const mark = () => void desk.act('setCallKind', { consultationId: id, kind: other });
  const ended = phase === 'wrap-up' || phase === 'interrupted';
  return [
    ...sayings,
    ...(kind === 'consultation' ? card() : []),
    ...(asked ?? []),
    ...(eventId === null && phase !== 'interrupted'
      ? [action('call-kind', t(kind === 'service' ? 'between:service.back' : 'between:service.mark'), mark)]
      : []),
    ...(ended
      ? [
          action('close', t('workplace:wrapUp.close'), actions.close, 'close'),
          action(
            'redial',
            t(endReason === 'limit' ? 'workplace:limit.newConsultation' : 'workplace:wrapUp.redial'),
            actions.redial,
          ),
        ]
      : []),
  ];
}

/** «Не готов после этого звонка», for each reason, and back. */
export function useAfterCallCommands(): Command[] {
  const { t } = useTranslation('between');
  const listText = useListText();
  const desk = useDesk();
  const action = useAction();
  const lasts = useSnapshot(({ consultation }) => consultation !== null && consultation.phase !== 'interrupted');
  const afterCall = useSnapshot((snapshot) => snapshot.afterCall);
  if (!lasts) return [];
  const state = (reason: string | null, title: string): Command => ({
    ...action(`after-call-${reason ?? 'ready'}`, title, () => {
      void desk.act('setAfterCall', { afterCall: reason === null ? null : { reason } });
    }),
    group: 'state',
  });
  return [
    ...NOT_READY.filter(({ id }) => id !== afterCall?.reason).map(({ id, text }) =>
      state(id, t('afterCall.because', { reason: listText(text).toLowerCase() })),
    ),
    ...(afterCall === null ? [] : [state(null, t('afterCall.ready'))]),
  ];
}
