import { Button } from '@mantine/core';
import { IconPlayerPlay, IconPlayerStop, IconUpload } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordingAbout, RecordingKind, RecordingProblem } from '../../../shared/contract/recordings.ts';
import type { SettingsView } from '../../../shared/contract/settings.ts';
import { Bar } from '../../ui/index.ts';
import { useFailureText } from '../frame/failure-text.ts';
import { useDesk } from '../store/context.tsx';
import { readRecording } from './recording-file.ts';
import classes from './settings.module.css';
import { playOnce } from './sound-tests.ts';
import { useSoundOf } from './use-sound-of.ts';

/** One's own recording in the place of a tone: what sounds now, another file, a listen, and the tone back. */
export function RecordingRow(props: {
  kind: RecordingKind;
  about: RecordingAbout | null;
  locked: boolean;
  /** Where it is heard, and how loud. */
  devices: readonly string[];
  volume: number;
  took: (view: SettingsView) => void;
}) {
  const { kind, about, locked } = props;
  const { t, i18n } = useTranslation('settings');
  const failureText = useFailureText();
  const desk = useDesk();
  const input = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<RecordingProblem | null>(null);
  const [stop, setStop] = useState<(() => void) | null>(null);
  useEffect(() => () => stop?.(), [stop]);
  const label = t(`recordings.${kind}`);

  const save = async (recording: { name: string; data: string } | null) => {
    const outcome = await desk.act('saveRecording', { kind, recording });
    if (outcome.ok) props.took(outcome.value);
  };
  const choose = async (file: File | undefined) => {
    if (file === undefined) return;
    const read = await readRecording(file);
    setProblem(read.ok ? null : read.problem);
    if (read.ok) await save({ name: read.name, data: read.data });
  };
  const given = useSoundOf(kind, about);
  const listen = () => {
    if (given.state !== 'read') return;
    const playing = playOnce(
      () => given.sound,
      props.devices,
      props.volume,
      () => setStop(null),
    );
    setStop(() => playing);
  };
  const seconds = ((about?.lengthMs ?? 0) / 1_000).toLocaleString(i18n.language, { maximumFractionDigits: 1 });
  return (
    <div role="group" aria-label={label}>
      <div className={classes.label}>{label}</div>
      <div className="small dim ellipsis" title={about?.name}>
        {about === null ? t('recordings.tone') : t('recordings.file', { name: about.name, seconds })}
      </div>
      <Bar>
        {!locked && (
          <Button
            size="sm"
            leftSection={<IconUpload size={16} aria-hidden />}
            aria-label={t('recordings.chooseWhat', { what: label })}
            onClick={() => input.current?.click()}
          >
            {t('recordings.choose')}
          </Button>
        )}
        {about !== null && given.state !== 'unreadable' && (
          <Button
            size="sm"
            disabled={given.state !== 'read'}
            leftSection={stop ? <IconPlayerStop size={16} aria-hidden /> : <IconPlayerPlay size={16} aria-hidden />}
            aria-label={t(stop ? 'recordings.stopWhat' : 'recordings.listenWhat', { what: label })}
            onClick={() => (stop ? stop() : listen())}
          >
            {t(stop ? 'recordings.stop' : 'recordings.listen')}
          </Button>
        )}
        {about !== null && !locked && (
          <Button
            size="sm"
            variant="subtle"
            aria-label={t('recordings.removeWhat', { what: label })}
            onClick={() => void save(null)}
          >
            {t('recordings.remove')}
          </Button>
        )}
      </Bar>
      {given.state === 'unreadable' && (
        <p className={`small ${classes.refused}`}>
          {t(locked ? 'recordings.unreadableLocked' : 'recordings.unreadable')}
        </p>
      )}
      {problem !== null && (
        <p className={`small ${classes.refused}`} role="alert">
          {failureText({ code: problem, details: {} })}
        </p>
      )}
      {!locked && (
        <input
          ref={input}
          type="file"
          hidden
          accept="audio/*,.wav,.ogg,.mp3"
          aria-label={t('recordings.chooseWhat', { what: label })}
          onChange={(event) => {
            void choose(event.currentTarget.files?.[0]);
            event.currentTarget.value = '';
          }}
        />
      )}
    </div>
  );
}
