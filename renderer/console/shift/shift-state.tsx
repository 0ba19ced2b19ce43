import { UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { clockTime } from '../../ui/index.ts';
import { usePlace, useSnapshot } from '../store/context.tsx';
import { shiftStep } from './shift-step.ts';
import classes from './shift.module.css';

/** Between calls: since when the shift goes on, whether the sound was checked, and the next step of it. */
export function ShiftState() {
  const { t } = useTranslation('between');
  const place = usePlace();
  const shift = useSnapshot((snapshot) => snapshot.shift);
  const step = useSnapshot(shiftStep);
  const words =
    step === 'begin' || shift.startedAt === null
      ? shift.endedAt === null
        ? t('shift.notBegun')
        : t('shift.over', { time: clockTime(shift.endedAt) })
      : shift.skippedCheck
        ? t('shift.skipped')
        : t('shift.goesOn', { time: clockTime(shift.startedAt) });
  return (
    <span>
      {words}.{' '}
      <UnstyledButton className={classes.link} onClick={() => place.openShift(step)}>
        {t(`shift.${step}`)}
      </UnstyledButton>
    </span>
  );
}
