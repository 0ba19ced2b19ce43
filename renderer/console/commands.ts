import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { NOT_READY } from '../../shared/regulation/lists.ts';
import { useListText } from '../ui/texts.ts';
import { createActions, type Actions } from './actions.ts';
import { keysText, type KeyCommand } from './keys/keymap.ts';
import { useDesk, usePlace, useSnapshot } from './store/context.tsx';
import { SECTIONS } from './store/place.ts';

/** Something a consultant may do now, by button, key or name. */
export interface Command {
  id: string;
  group: 'places' | 'actions';
  title: string;
  keys?: string;
  run(): void;
}

/** The consultant's intentions, bound to this window. */
export function useActions(): Actions {
  const [desk, place] = [useDesk(), usePlace()];
  return useMemo(() => createActions(desk, place), [desk, place]);
}

/** Every place, and every action that has sense in the present state: what «Ctrl+K» lists. */
export function useCommands(): Command[] {
  const { t } = useTranslation(['frame', 'workplace', 'card', 'transfer']);
  const listText = useListText();
  const desk = useDesk();
  const place = usePlace();
  const actions = useActions();
  const call = useSnapshot((snapshot) => snapshot.call);
  const consultation = useSnapshot((snapshot) => snapshot.consultation);
  const training = useSnapshot((snapshot) => snapshot.training !== null);

  const places = SECTIONS.map((section): Command => ({
    id: section,
    group: 'places',
    title: t(`nav.${section}`),
    run: () => place.go(section),
  }));
  const action = (id: string, title: string, run: () => void, key?: KeyCommand): Command => ({
    id,
    group: 'actions',
    title,
    run,
    ...(key === undefined ? {} : { keys: keysText(key) }),
  });
  const setState = (kind: 'ready' | 'not-ready', reason: string | null) => () =>
    void desk.act('setAvailability', { kind, reason });

  const ringing = call?.phase === 'ringing' && call.direction === 'incoming';
  const talking = call?.phase === 'up';
  const open = consultation?.phase === 'wrap-up' || consultation?.phase === 'interrupted';
  return [
    ...(ringing ? [action('answer', t('workplace:ringing.answer'), actions.answer, 'answer')] : []),
    ...(talking
      ? [
          action('hold', t(call.held ? 'workplace:call.resume' : 'workplace:call.hold'), actions.hold, 'hold'),
          action('mute', t(call.muted ? 'workplace:call.unmute' : 'workplace:call.mute'), actions.mute, 'mute'),
        ]
      : []),
    ...(talking ? [action('transfer', t('transfer:title'), place.openTransfer)] : []),
    action('book', t('workplace:call.bookEvent'), actions.book, 'book'),
    ...(call && !ringing ? [action('end', t('workplace:call.end'), actions.end, 'end')] : []),
    ...(consultation ? [action('search', t('card:search'), actions.search, 'search')] : []),
    ...(open ? [action('close', t('workplace:wrapUp.close'), actions.close, 'close')] : []),
    ...(call || consultation ? [] : [action('next-event', t('palette.nextEvent'), actions.nextEvent, 'next-event')]),
    action('ready', t('state.setReady'), setState('ready', null)),
    ...NOT_READY.map(({ id, text }) =>
      action(`not-ready-${id}`, t('palette.notReady', { reason: listText(text) }), setState('not-ready', id)),
    ),
    ...(training ? [action('training-call', t('training.callMe'), () => void desk.act('trainingCall', {}))] : []),
    ...places,
  ];
}
