import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../store/context.tsx';
import { usePersonal } from '../store/personal.ts';
import classes from './idle.module.css';

/** «Быстрый набор» under «Набрать номер»: a press, or Tab and Enter, dials. */
export function SpeedDials() {
  const { t } = useTranslation('between');
  const desk = useDesk();
  const { speedDials } = usePersonal();
  if (speedDials.length === 0) return null;
  return (
    <div role="group" aria-label={t('speed.title')} className={classes.speed}>
      {speedDials.map(({ name, number }) => (
        <Button
          key={`${name} ${number}`}
          size="sm"
          className={classes.speedDial}
          title={`${name}, ${number}`}
          onClick={() => void desk.act('dial', { number, eventId: null, consultationId: null })}
        >
          {name}
        </Button>
      ))}
    </div>
  );
}
