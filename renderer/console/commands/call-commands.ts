import { useTranslation } from 'react-i18next';
import { useDesk, usePlace, useSnapshot } from '../store/context.tsx';
import { callWaits } from '../workplace/mode.ts';
import { extensionToDial } from '../workplace/more-digits.ts';
import { useToEvent } from '../workplace/to-event.ts';
import { useAction, useActions, type Command } from './command.ts';

/** What may be done with the calls there are: the one that rings, the present one, the second. */
export function useCallCommands(): Command[] {
  const { t } = useTranslation(['workplace', 'transfer', 'between']);
  const desk = useDesk();
  const place = usePlace();
  const actions = useActions();
  const action = useAction();
  const toEvent = useToEvent();
  const call = useSnapshot((snapshot) => snapshot.call);
  const second = useSnapshot((snapshot) => snapshot.secondCall);
  const rings = useSnapshot(callWaits);
  const waiting = useSnapshot(({ consultation }) => (consultation?.phase === 'waiting' ? consultation.id : null));
  const extension = call && extensionToDial(call);

  const commands: Command[] = [];
  if (call !== null && rings) {
    commands.push(action('answer', t('ringing.answer'), actions.answer, 'answer'));
    if (call.number.raw !== '') commands.push(action('to-event', t('ringing.toEvent'), () => void toEvent(call.id)));
    commands.push(action('decline', t('ringing.decline'), () => void desk.act('decline', { callId: call.id })));
  }
  if (second !== null) {
    if (second.number.raw !== '')
      commands.push(action('second-to-event', t('second.toEventCommand'), () => void toEvent(second.id)));
    const decline = () => void desk.act('decline', { callId: second.id });
    commands.push(action('second-decline', t('second.declineCommand'), decline));
  }
  if (waiting !== null) {
    const [online, machine] = ['userOnLine', 'answeringMachine'] as const;
    commands.push(
      action('user-on-line', t('outgoing.userOnLine'), () => void desk.act(online, { consultationId: waiting })),
      action('machine', t('between:machine'), () => void desk.act(machine, { consultationId: waiting })),
    );
  }
  if (call?.phase === 'up') {
    commands.push(
      action('hold', t(call.held ? 'call.resume' : 'call.hold'), actions.hold, 'hold'),
      action('mute', t(call.muted ? 'call.unmute' : 'call.mute'), actions.mute, 'mute'),
      action('transfer', t('transfer:title'), place.openTransfer),
    );
    if (extension !== null) {
      const dialMore = () => void desk.act('dtmf', { callId: call.id, tones: extension });
      commands.push(action('dial-more', t('between:dialMore', { extension }), dialMore));
    }
  }
  if (call !== null && !rings) commands.push(action('end', t('call.end'), actions.end, 'end'));
  return commands;
}
