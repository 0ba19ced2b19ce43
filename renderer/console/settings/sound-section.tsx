import { Select, Slider } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonalSettings } from '../../../shared/contract/settings.ts';
import { FieldLabel } from '../../ui/index.ts';
import { useSnapshot } from '../store/context.tsx';
import { Row, Section } from './section.tsx';
import classes from './settings.module.css';

type Save = (patch: Partial<PersonalSettings>) => void;

/** «Микрофон», «Наушники», «Сигнал вызова» and its volume. */
export function SoundSection({ personal, onSave }: { personal: PersonalSettings; onSave: Save }) {
  const { t } = useTranslation('settings');
  const phone = useSnapshot((snapshot) => snapshot.phone);
  return (
    <Section title={t('sound.title')} hint={t('sound.hint')}>
      <Row>
        <Device
          label={t('sound.microphone')}
          kind="input"
          value={personal.microphone}
          onChoose={(microphone) => onSave({ microphone })}
        />
        <Device
          label={t('sound.headphones')}
          kind="output"
          value={personal.headphones}
          onChoose={(headphones) => onSave({ headphones })}
        />
      </Row>
      <Row>
        <Device
          label={t('sound.ringer')}
          kind="output"
          value={personal.ringer}
          onChoose={(ringer) => onSave({ ringer })}
        />
        <Volume volume={personal.ringVolume} onChange={(ringVolume) => onSave({ ringVolume })} />
      </Row>
      {phone.microphone === 'denied' && <p className="small dim">{t('sound.denied')}</p>}
      {phone.devices.length === 0 && <p className="small dim">{t('sound.noDevices')}</p>}
    </Section>
  );
}

/** One device of a kind. Chosen and gone, it stays in the list and says so. */
function Device(props: {
  label: string;
  kind: 'input' | 'output';
  value: string | null;
  onChoose: (id: string | null) => void;
}) {
  const { label, kind, value, onChoose } = props;
  const { t } = useTranslation('settings');
  const devices = useSnapshot((snapshot) => snapshot.phone.devices);
  const present = devices.filter((device) => device.kind === kind);
  const gone = value !== null && !present.some(({ id }) => id === value);
  return (
    <Select
      label={label}
      value={value ?? ''}
      onChange={(id) => onChoose(id === '' ? null : id)}
      data={[
        { value: '', label: t('sound.systemDefault') },
        ...present.map((device) => ({ value: device.id, label: device.label || t('sound.unnamedDevice') })),
        ...(gone ? [{ value, label: t('sound.gone', { label: t('sound.unnamedDevice') }) }] : []),
      ]}
    />
  );
}

/** Follows the hand while it moves, and is saved when it lets go. */
function Volume({ volume, onChange }: { volume: number; onChange: (volume: number) => void }) {
  const { t } = useTranslation('settings');
  const [moving, setMoving] = useState<number | null>(null);
  const percent = moving ?? Math.round(volume * 100);
  return (
    <div className={classes.volume}>
      <FieldLabel label={t('sound.volume')} aside={<span className="num">{t('sound.percent', { percent })}</span>} />
      <Slider
        thumbLabel={t('sound.volume')}
        label={null}
        step={5}
        value={percent}
        onChange={setMoving}
        onChangeEnd={(end) => {
          setMoving(null);
          onChange(end / 100);
        }}
      />
    </div>
  );
}
