import { MultiSelect, Select, Slider, Switch } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonalSettings, SettingsView } from '../../../shared/contract/settings.ts';
import { FieldLabel } from '../../ui/index.ts';
import { useSnapshot } from '../store/context.tsx';
import { MicrophoneTest, OutputTest } from './device-tests.tsx';
import { HeadsetButtons } from './headset-buttons.tsx';
import { RecordingRow } from './recording-row.tsx';
import { Row, Section } from './section.tsx';
import classes from './settings.module.css';
import { useDeviceList } from './use-device-list.ts';

type Save = (patch: Partial<PersonalSettings>) => void;

/** «Микрофон», «Наушники», «Сигнал вызова» and its volume, each with a test of its own. */
export function SoundSection(props: { view: SettingsView; onSave: Save; took: (view: SettingsView) => void }) {
  const { view, onSave, took } = props;
  const { personal } = view;
  const { t } = useTranslation('settings');
  const phone = useSnapshot((snapshot) => snapshot.phone);
  const { microphone, headphones, ringer, ringVolume, deviceNames } = personal;
  const inputs = useDeviceList('input', microphone === null ? [] : [microphone], deviceNames);
  const outputs = useDeviceList('output', headphones === null ? ringer : [headphones, ...ringer], deviceNames);
  const names = { ...inputs.names, ...outputs.names };
  // The names of what is chosen go with the choice: a device that comes back in another socket is known by its name.
  const choose = (patch: Partial<PersonalSettings>) => {
    const next = { microphone, headphones, ringer, ...patch };
    const chosen = [next.microphone, next.headphones, ...next.ringer].filter((id) => id !== null);
    const named = chosen.flatMap((id) => (names[id] ? [[id, names[id]] as const] : []));
    onSave({ ...patch, deviceNames: Object.fromEntries(named) });
  };
  return (
    <Section title={t('sound.title')} hint={t('sound.hint')}>
      <WithTest test={<MicrophoneTest label={t('sound.microphone')} device={microphone} />}>
        <Select
          label={t('sound.microphone')}
          value={microphone ?? ''}
          data={inputs.choices}
          onChange={(id) => choose({ microphone: id === '' ? null : id })}
        />
      </WithTest>
      <WithTest
        test={
          <OutputTest
            label={t('sound.headphones')}
            kind="farewell"
            devices={headphones === null ? [] : [headphones]}
            volume={1}
          />
        }
      >
        <Select
          label={t('sound.headphones')}
          value={headphones ?? ''}
          data={outputs.choices}
          onChange={(id) => choose({ headphones: id === '' ? null : id })}
        />
      </WithTest>
      <WithTest test={<OutputTest label={t('sound.ringer')} kind="ring" devices={ringer} volume={ringVolume} />}>
        <MultiSelect
          label={t('sound.ringer')}
          description={t('sound.ringerHint')}
          placeholder={ringer.length === 0 ? t('sound.systemDefault') : undefined}
          value={ringer}
          data={outputs.choices.filter(({ value }) => value !== '')}
          maxValues={8}
          hidePickedOptions
          onChange={(ids) => choose({ ringer: ids })}
        />
      </WithTest>
      <Row>
        <Volume volume={ringVolume} onChange={(volume) => onSave({ ringVolume: volume })} />
      </Row>
      <Switch
        label={t('sound.keepOpen')}
        description={t('sound.keepOpenHint')}
        checked={personal.keepMicrophoneOpen}
        onChange={(event) => onSave({ keepMicrophoneOpen: event.currentTarget.checked })}
      />
      <RecordingRow
        kind="ring"
        about={view.recordings.ring}
        locked={false}
        devices={ringer}
        volume={ringVolume}
        took={took}
      />
      <HeadsetButtons />
      {phone.microphone === 'denied' && <p className="small dim">{t('sound.denied')}</p>}
      {phone.devices.length === 0 && <p className="small dim">{t('sound.noDevices')}</p>}
    </Section>
  );
}

/** A device with its test beside it. */
function WithTest({ test, children }: { test: ReactNode; children: ReactNode }) {
  return (
    <div className={classes.device}>
      {children}
      {test}
    </div>
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
