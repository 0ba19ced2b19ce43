import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallbackEvent } from '../../../shared/contract/events.ts';
import { Field, Suggestions } from '../../ui/index.ts';
import { DueByPreview } from '../booking/due-preview.tsx';
import { MomentFields } from '../booking/moment-fields.tsx';
import { instantOf, NO_MOMENT, typedMoment, type TypedMoment } from '../booking/moscow-moment.ts';
import { useDuePreview } from '../booking/use-due-preview.ts';
import { useDesk } from '../store/context.tsx';
import { useKept } from '../store/use-kept.ts';
import classes from './events.module.css';
import { InlineForm } from './inline-form.tsx';
import { useSend } from './use-send.ts';

/**
 * «Перенести»: the time the user prefers and why; the due-by that will hold is shown before. `asOutcome`: the user was reached and asked
 * for it, so the event goes back to the queue with that outcome.
 */
export function MoveForm(props: { event: CallbackEvent; asOutcome?: boolean; onClose: () => void }) {
  const { event, asOutcome, onClose } = props;
  const { t } = useTranslation('events');
  const desk = useDesk();
  const { busy, problem, send } = useSend();
  const blank = { ...NO_MOMENT, reason: asOutcome ? t('moveForm.suggest.user') : '' };
  const [typed, keep] = useKept(`${asOutcome ? 'postpone' : 'move'} ${event.id}`, blank);
  const { reason, ...moment } = typed;
  const setMoment = (next: TypedMoment) => keep({ ...typed, ...next });
  const setReason = (next: string) => keep({ ...typed, reason: next });
  const close = () => {
    keep(null);
    onClose();
  };
  const [asked, setAsked] = useState(false);
  const preferredAt = instantOf(moment);
  const due = useDuePreview(preferredAt, event.id);
  const submit = () => {
    setAsked(true);
    if (preferredAt === null || reason.trim() === '') return;
    const wish = { eventId: event.id, preferredAt, reason: reason.trim(), postponed: asOutcome === true };
    void send(() => desk.ask('moveEvent', wish), close);
  };
  return (
    <InlineForm
      title={t('moveForm.title')}
      submit={t('moveForm.submit')}
      busy={busy}
      problem={problem}
      pristine={reason === '' && moment.date === '' && moment.time === ''}
      onSubmit={submit}
      onClose={close}
    >
      <div className={classes.moveFields}>
        <MomentFields
          label={t('moveForm.time')}
          value={moment}
          onChange={setMoment}
          autoFocus
          missing={asked && preferredAt === null ? t('moveForm.timeMissing') : null}
        />
        <Field
          label={t('moveForm.reason')}
          value={reason}
          onText={setReason}
          maxLength={300}
          missing={asked && reason.trim() === '' ? t('moveForm.reasonMissing') : null}
        />
      </div>
      <Suggestions texts={[t('moveForm.suggest.user'), t('moveForm.suggest.unreached')]} onTake={setReason} />
      {preferredAt !== null && <DueByPreview answer={due} onTake={(at) => setMoment(typedMoment(at))} />}
    </InlineForm>
  );
}
