import { useTranslation } from 'react-i18next';
import { NOT_READY } from '../../shared/regulation/lists.ts';
import { useListText } from '../ui/texts.ts';
import { useCallCommands } from './commands/call-commands.ts';
import { useAction, useActions, type Command } from './commands/command.ts';
import { useAfterCallCommands, useConsultationCommands } from './commands/consultation-commands.ts';
import { useIdleCommands } from './commands/idle-commands.ts';
import { useUndoWords } from './frame/undo-words.ts';
import { shiftStep } from './shift/shift-step.ts';
import { useDesk, usePlace, useSnapshot } from './store/context.tsx';
import { SECTIONS } from './store/place.ts';

export { useActions, type Command } from './commands/command.ts';

/** Every place, and every action that has sense in the present state: what «Ctrl+K» and the help list. */
export function useCommands(): Command[] {
  const { t } = useTranslation(['frame', 'workplace', 'keys', 'between', 'history']);
  const listText = useListText();
  const undoWords = useUndoWords();
  const desk = useDesk();
  const place = usePlace();
  const actions = useActions();
  const action = useAction();
  const calls = useCallCommands();
  const consultation = useConsultationCommands();
  const afterCall = useAfterCallCommands();
  const idle = useIdleCommands();
  const training = useSnapshot((snapshot) => snapshot.training !== null);
  const undo = useSnapshot((snapshot) => snapshot.undo);
  const step = useSnapshot(shiftStep);

  const places = SECTIONS.map((section): Command => ({
    id: section,
    group: 'places',
    title: t(`nav.${section}`),
    run: () => place.go(section),
  }));
  const state = (id: string, title: string, reason: string | null): Command => ({
    ...action(
      id,
      title,
      () => void desk.act('setAvailability', { kind: reason === null ? 'ready' : 'not-ready', reason }),
    ),
    group: 'state',
  });
  const takeBack = undo && t('between:undo.command', { what: undoWords(undo) });
  return [
    ...calls,
    ...consultation,
    action('book', t('workplace:call.bookEvent'), actions.book, 'book'),
    ...idle,
    action('help', t('keys:help.title'), place.openHelp, 'help'),
    ...(undo && takeBack !== null ? [action('undo', takeBack, () => void desk.act('undo', { id: undo.id }))] : []),
    action('shift', t(`between:shift.${step}`), () => place.openShift(step)),
    action('export', t('history:export.start'), place.openExport),
    ...afterCall,
    state('ready', t('state.setReady'), null),
    ...NOT_READY.map(({ id, text }) => state(`not-ready-${id}`, t('palette.notReady', { reason: listText(text) }), id)),
    ...(training ? [action('training-call', t('training.callMe'), () => void desk.act('trainingCall', {}))] : []),
    ...places,
  ];
}
