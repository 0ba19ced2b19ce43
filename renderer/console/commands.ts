import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { NOT_READY } from '../../shared/regulation/lists.ts';
import { useListText } from '../ui/texts.ts';
import { createActions, type Actions } from './actions.ts';
import { takeMarked } from './card/take-marked.ts';
import type { KeyCommand } from '../../shared/contract/keys.ts';
import { useKeysText } from './keys/use-keymap.ts';
import { ACTIONS, mayBeSaid, REFUSALS } from './say/actions.ts';
import { useSayTexts } from './say/say-words.ts';
import { useDesk, usePlace, useSnapshot } from './store/context.tsx';
import { shiftStep } from './shift/shift-step.ts';
import { useUndoWords } from './frame/undo-words.ts';
import { usePersonal } from './store/personal.ts';
import { SECTIONS } from './store/place.ts';
import { useToEvent } from './workplace/to-event.ts';

const CANDIDATE_KEYS = ['candidate-1', 'candidate-2', 'candidate-3'] as const;

/** Something a consultant may do now, by button, key or name. */
export interface Command {
  id: string;
  /** What the present state asks for, the consultant's own state, the places. */
  group: 'actions' | 'state' | 'places';
  title: string;
  keys?: string;
  run(): void;
}

/** The consultant's intentions, bound to this window. */
export function useActions(): Actions {
  const [desk, place] = [useDesk(), usePlace()];
  return useMemo(() => createActions(desk, place), [desk, place]);
}

/** Every place, and every action that has sense in the present state: what «Ctrl+K» and the help list. */
export function useCommands(): Command[] {
  const { t } = useTranslation(['frame', 'workplace', 'card', 'transfer', 'keys', 'between']);
  const listText = useListText();
  const sayText = useSayTexts();
  const undoWords = useUndoWords();
  const desk = useDesk();
  const place = usePlace();
  const actions = useActions();
  const keysText = useKeysText();
  const toEvent = useToEvent();
  const call = useSnapshot((snapshot) => snapshot.call);
  const consultation = useSnapshot((snapshot) => snapshot.consultation);
  const training = useSnapshot((snapshot) => snapshot.training !== null);
  const undo = useSnapshot((snapshot) => snapshot.undo);
  const step = useSnapshot(shiftStep);
  const { speedDials } = usePersonal();

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
    ...(key === undefined || keysText(key) === '' ? {} : { keys: keysText(key) }),
  });
  const state = (id: string, title: string, run: () => void): Command => ({
    ...action(id, title, run),
    group: 'state',
  });
  const setState = (kind: 'ready' | 'not-ready', reason: string | null) => () =>
    void desk.act('setAvailability', { kind, reason });

  const ringing = call?.phase === 'ringing' && call.direction === 'incoming';
  const talking = call?.phase === 'up';
  const sayings = [...ACTIONS, ...REFUSALS].flatMap((id) =>
    id !== 'transfer' && consultation !== null && mayBeSaid(id, consultation) ? [id] : [],
  );
  const open = consultation?.phase === 'wrap-up' || consultation?.phase === 'interrupted';
  return [
    ...(ringing
      ? [
          action('answer', t('workplace:ringing.answer'), actions.answer, 'answer'),
          action('to-event', t('workplace:ringing.toEvent'), () => void toEvent(call.id)),
          action('decline', t('workplace:ringing.decline'), () => void desk.act('decline', { callId: call.id })),
        ]
      : []),
    ...(consultation?.phase === 'waiting'
      ? [
          action('user-on-line', t('workplace:outgoing.userOnLine'), () => {
            void desk.act('userOnLine', { consultationId: consultation.id });
          }),
          action('machine', t('between:machine'), () => {
            void desk.act('answeringMachine', { consultationId: consultation.id });
          }),
        ]
      : []),
    ...(talking
      ? [
          action('hold', t(call.held ? 'workplace:call.resume' : 'workplace:call.hold'), actions.hold, 'hold'),
          action('mute', t(call.muted ? 'workplace:call.unmute' : 'workplace:call.mute'), actions.mute, 'mute'),
        ]
      : []),
    ...sayings.map((id) => action(`say-${id}`, listText(sayText(id).title), () => place.say(id))),
    ...(talking ? [action('transfer', t('transfer:title'), place.openTransfer)] : []),
    action('book', t('workplace:call.bookEvent'), actions.book, 'book'),
    ...(call && !ringing ? [action('end', t('workplace:call.end'), actions.end, 'end')] : []),
    ...(consultation?.kind === 'consultation' ? [action('search', t('card:search'), actions.search, 'search')] : []),
    ...(consultation?.candidates ?? []).slice(0, 3).map((candidate, index) => {
      const key = CANDIDATE_KEYS[index];
      const who = candidate.organisation || candidate.name;
      return action(`candidate-${index + 1}`, t('card:take', { who }), () => takeMarked(index + 1), key);
    }),
    ...(open ? [action('close', t('workplace:wrapUp.close'), actions.close, 'close')] : []),
    ...(call || consultation ? [] : [action('next-event', t('palette.nextEvent'), actions.nextEvent, 'next-event')]),
    action('help', t('keys:help.title'), place.openHelp, 'help'),
    ...(undo
      ? [
          action(
            'undo',
            t('between:undo.command', { what: undoWords(undo) }),
            () => void desk.act('undo', { id: undo.id }),
          ),
        ]
      : []),
    ...(call || consultation
      ? []
      : speedDials.map(({ name, number }) =>
          action(
            `speed-${name}-${number}`,
            t('between:speed.call', { name, number }),
            () => void desk.act('dial', { number, eventId: null, consultationId: null }),
          ),
        )),
    action('shift', t(`between:shift.${step}`), () => place.openShift(step)),
    state('ready', t('state.setReady'), setState('ready', null)),
    ...NOT_READY.map(({ id, text }) =>
      state(`not-ready-${id}`, t('palette.notReady', { reason: listText(text) }), setState('not-ready', id)),
    ),
    ...(training ? [action('training-call', t('training.callMe'), () => void desk.act('trainingCall', {}))] : []),
    ...places,
  ];
}
