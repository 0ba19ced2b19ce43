import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallbackEvent } from '../../../shared/contract/events.ts';
import { Field, Suggestions } from '../../ui/index.ts';
import { useDesk } from '../store/context.tsx';
import { useKept } from '../store/use-kept.ts';
import { InlineForm } from './inline-form.tsx';
import { useSend } from './use-send.ts';

/** «Подтвердить критичность», 2.6: the logged jump of the order, with its reason; a user's request for it may be not confirmed too. */
export function CriticalityForm({ event, onClose }: { event: CallbackEvent; onClose: () => void }) {
  const { t } = useTranslation('events');
  const desk = useDesk();
  const { busy, problem, send } = useSend();
  const [{ reason }, keep] = useKept(`criticality ${event.id}`, { reason: '' });
  const setReason = (typed: string) => keep({ reason: typed });
  const close = () => {
    keep(null);
    onClose();
  };
  const [asked, setAsked] = useState(false);
  const missing = reason.trim() === '';
  const decide = (confirmed: boolean) => () => {
    setAsked(true);
    if (missing) return;
    void send(() => desk.ask('confirmCriticality', { eventId: event.id, reason: reason.trim(), confirmed }), close);
  };
  return (
    <InlineForm
      title={t('critical.confirm')}
      submit={t('critical.confirm')}
      busy={busy}
      problem={problem}
      pristine={reason === ''}
      onSubmit={decide(true)}
      other={event.criticality === 'requested' ? { label: t('critical.decline'), run: decide(false) } : undefined}
      onClose={close}
    >
      <p className="small dim">{t('critical.hint')}</p>
      <Field
        label={t('critical.reason')}
        value={reason}
        onText={setReason}
        maxLength={300}
        autoFocus
        missing={asked && missing ? t('moveForm.reasonMissing') : null}
      />
      <Suggestions texts={[t('critical.suggest.restore'), t('critical.suggest.module')]} onTake={setReason} />
    </InlineForm>
  );
}
