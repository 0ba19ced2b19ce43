import { Button } from '@mantine/core';
import { IconAlertTriangle, IconArrowBackUp, IconCalendarDue, IconChecks, IconHandGrab } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallbackEvent } from '../../../shared/contract/events.ts';
import { Bar } from '../../ui/index.ts';
import { useDesk, useSnapshot } from '../store/context.tsx';
import { CriticalityForm } from './criticality-form.tsx';
import { MoveForm } from './move-form.tsx';
import { OutcomeForm } from './outcome-form.tsx';

type Form = 'outcome' | 'postpone' | 'move' | 'criticality';

/** What may be done with an open event. A form opens under the buttons and stays until it is saved or put away. */
export function EventActions({ event }: { event: CallbackEvent }) {
  const { t } = useTranslation('events');
  const desk = useDesk();
  const me = useSnapshot(({ consultant }) => consultant.id);
  const [form, setForm] = useState<Form | null>(null);
  const toggle = (which: Form) => () => setForm(form === which ? null : which);
  const close = () => setForm(null);
  const others = event.owner !== null && event.owner.id !== me;
  return (
    <>
      <Bar label={t('column.actions')}>
        {event.owner === null && (
          <Button
            size="sm"
            leftSection={<IconHandGrab size={16} aria-hidden />}
            onClick={() => void desk.act('takeEvent', { eventId: event.id })}
          >
            {t('take')}
          </Button>
        )}
        {event.owner?.id === me && (
          <Button
            size="sm"
            leftSection={<IconArrowBackUp size={16} aria-hidden />}
            onClick={() => void desk.act('returnEvent', { eventId: event.id })}
          >
            {t('giveBack')}
          </Button>
        )}
        {!others && (
          <>
            <Button
              size="sm"
              aria-expanded={form === 'outcome'}
              leftSection={<IconChecks size={16} aria-hidden />}
              onClick={toggle('outcome')}
            >
              {t('result')}
            </Button>
            <Button
              size="sm"
              aria-expanded={form === 'move'}
              leftSection={<IconCalendarDue size={16} aria-hidden />}
              onClick={toggle('move')}
            >
              {t('move')}
            </Button>
          </>
        )}
        {event.criticality !== 'confirmed' && (
          <Button
            size="sm"
            aria-expanded={form === 'criticality'}
            leftSection={<IconAlertTriangle size={16} aria-hidden />}
            onClick={toggle('criticality')}
          >
            {t('critical.confirm')}
          </Button>
        )}
      </Bar>
      {form === 'outcome' && <OutcomeForm event={event} onPostpone={() => setForm('postpone')} onClose={close} />}
      {form === 'move' && <MoveForm event={event} onClose={close} />}
      {form === 'postpone' && <MoveForm event={event} asOutcome onClose={close} />}
      {form === 'criticality' && <CriticalityForm event={event} onClose={close} />}
    </>
  );
}
