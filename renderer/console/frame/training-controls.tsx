import { Button, SegmentedControl, Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useDesk, useSnapshot } from '../store/context.tsx';
import classes from './frame.module.css';

const PACES = ['off', 'calm', 'busy'] as const;
const FAST = 15;

/** What the training line can be asked for; absent at work. */
export function TrainingControls() {
  const { t } = useTranslation('frame');
  const desk = useDesk();
  const training = useSnapshot((snapshot) => snapshot.training);
  const inCall = useSnapshot((snapshot) => snapshot.call !== null);
  if (training === null) return null;
  const setPace = (value: string) => {
    const pace = PACES.find((known) => known === value);
    if (pace) void desk.act('trainingPace', { pace });
  };
  return (
    <section className={classes.training} aria-label={t('training.name')}>
      <Button size="sm" fullWidth disabled={inCall} onClick={() => void desk.act('trainingCall', {})}>
        {t('training.callMe')}
      </Button>
      <Button size="sm" fullWidth disabled={!inCall} onClick={() => void desk.act('trainingSecondCall', {})}>
        {t('training.second')}
      </Button>
      <Switch
        size="sm"
        label={t('training.fast')}
        title={t('training.fastHint')}
        checked={training.scale > 1}
        onChange={(event) => void desk.act('trainingScale', { scale: event.currentTarget.checked ? FAST : 1 })}
      />
      <div>
        <div className={classes.trainingLabel} id="training-pace">
          {t('training.pace')}
        </div>
        <SegmentedControl
          fullWidth
          size="xs"
          aria-labelledby="training-pace"
          value={training.pace}
          onChange={setPace}
          data={PACES.map((value) => ({ value, label: t(`training.paces.${value}`) }))}
        />
      </div>
    </section>
  );
}
