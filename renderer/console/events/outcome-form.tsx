import { Select } from '@mantine/core';
import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallbackEvent } from '../../../shared/contract/events.ts';
import { mayCloseAsUnreached } from '../../../shared/regulation/attempts.ts';
import { EVENT_OUTCOMES, type EventOutcomeId } from '../../../shared/regulation/lists.ts';
import { clausesText, useListText } from '../../ui/index.ts';
import { useDesk } from '../store/context.tsx';
import { InlineForm } from './inline-form.tsx';
import { OutcomeChoice } from './outcome-choice.tsx';
import { EVENT_REFUSALS } from './refusals.ts';
import { useSend } from './use-send.ts';

/** «Результат»: what came of the event, from the closed list; a refusal names its clause. */
export function OutcomeForm(props: { event: CallbackEvent; onPostpone: () => void; onClose: () => void }) {
  const { event, onPostpone, onClose } = props;
  const { t } = useTranslation('events');
  const { t: ui } = useTranslation();
  const listText = useListText();
  const desk = useDesk();
  const { busy, problem, send } = useSend();
  const [outcome, setOutcome] = useState<EventOutcomeId | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [asked, setAsked] = useState(false);
  const clause = EVENT_REFUSALS.find(({ id }) => id === refusal)?.clause ?? null;
  const needsClause = outcome === 'refused-by-clause';
  const unanswered = event.attempts.filter(({ result }) => result !== 'answered').map(({ at }) => at);

  const choose = (id: EventOutcomeId) => (id === 'postponed' ? onPostpone() : setOutcome(id));
  const submit = () => {
    setAsked(true);
    if (outcome === null || (needsClause && clause === null)) return;
    void send(
      () => desk.ask('closeEvent', { eventId: event.id, outcome, clause: needsClause ? clause : null }),
      onClose,
    );
  };
  const onKey = (pressed: KeyboardEvent<HTMLElement>) => {
    const chosen = EVENT_OUTCOMES.find(({ digit }) => digit === pressed.key);
    const typing = pressed.target instanceof HTMLInputElement && pressed.target.type !== 'radio';
    if (!chosen || typing) return;
    const radio = pressed.currentTarget.querySelector<HTMLInputElement>(`input[value="${chosen.id}"]:enabled`);
    radio?.focus();
    radio?.click();
  };
  return (
    <InlineForm
      title={t('outcomeForm.title')}
      submit={t('outcomeForm.submit')}
      busy={busy}
      problem={problem ?? (asked && outcome === null ? t('outcomeForm.choose') : null)}
      pristine
      onSubmit={submit}
      onClose={onClose}
    >
      <div onKeyDown={onKey}>
        <OutcomeChoice value={outcome} mayGiveUp={mayCloseAsUnreached(unanswered)} onChange={choose} />
      </div>
      {needsClause && (
        <Select
          label={t('outcomeForm.clause')}
          placeholder={t('outcomeForm.clauseMissing')}
          value={refusal}
          onChange={setRefusal}
          error={asked && clause === null ? t('outcomeForm.clauseMissing') : undefined}
          data={EVENT_REFUSALS.map(({ id, text, clause: by }) => ({
            value: id,
            label: `${clausesText(ui, [by ?? ''])}: ${listText(text)}`,
          }))}
        />
      )}
    </InlineForm>
  );
}
