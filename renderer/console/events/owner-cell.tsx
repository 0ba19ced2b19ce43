import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CallbackEvent } from '../../../shared/contract/events.ts';
import { useDesk, useSnapshot } from '../store/context.tsx';
import classes from './events.module.css';

/** Who has the event; nobody's can be taken in one press. */
export function OwnerCell({ event }: { event: CallbackEvent }) {
  const { t } = useTranslation('events');
  const desk = useDesk();
  const me = useSnapshot(({ consultant }) => consultant.id);
  if (event.owner === null)
    return (
      <Button size="sm" variant="subtle" onClick={() => void desk.act('takeEvent', { eventId: event.id })}>
        {t('take')}
      </Button>
    );
  const mine = event.owner.id === me;
  return (
    <span className={classes.owner} title={event.owner.name}>
      {mine ? <b>{t('owner.me')}</b> : event.owner.name}
    </span>
  );
}
