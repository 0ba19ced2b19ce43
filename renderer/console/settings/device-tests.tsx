import { Button } from '@mantine/core';
import { IconMicrophone, IconPlayerPlay, IconPlayerStop } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LevelMeter, showLevel } from '../../ui/index.ts';
import { wordOf, type MicrophoneWord } from './level.ts';
import classes from './settings.module.css';
import { playTest, watchLevel } from './sound-tests.ts';

/** «Проверить» beside a place where sound comes out: plays it there once. */
export function OutputTest(props: {
  label: string;
  kind: 'ring' | 'farewell';
  devices: readonly string[];
  volume: number;
}) {
  const { label, kind, devices, volume } = props;
  const { t } = useTranslation('sound');
  const stop = useRef<(() => void) | null>(null);
  const [playing, setPlaying] = useState(false);
  useEffect(() => () => stop.current?.(), []);
  const toggle = () => {
    if (playing) return stop.current?.();
    setPlaying(true);
    stop.current = playTest(kind, devices, volume, () => setPlaying(false));
  };
  return (
    <Button
      h={34}
      className={classes.test}
      aria-label={t(playing ? 'test.stopWhat' : 'test.startWhat', { what: label })}
      leftSection={playing ? <IconPlayerStop size={16} aria-hidden /> : <IconPlayerPlay size={16} aria-hidden />}
      onClick={toggle}
    >
      {t(playing ? 'test.stop' : 'test.start')}
    </Button>
  );
}

type Trial = MicrophoneWord | 'denied' | 'absent' | 'busy';

/** «Проверить» beside the microphone: a bar that follows the voice, and what it means in words. Open only while it is asked for. */
export function MicrophoneTest({ label, device }: { label: string; device: string | null }) {
  const { t } = useTranslation('sound');
  const [tried, setTried] = useState<Trial | null>(null);
  const [on, setOn] = useState(false);
  const bar = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (!on) return;
    let over = false;
    let zerosSince: number | null = null;
    let word: MicrophoneWord = 'speak';
    setTried(word);
    const watching = watchLevel(device, (level) => {
      const now = performance.now();
      zerosSince = level.peak > 0 ? null : (zerosSince ?? now);
      word = wordOf(word, level, zerosSince === null ? 0 : now - zerosSince);
      // React keeps out of ten looks a second unless the word changes.
      setTried(word);
      showLevel(bar, level.loudness);
    });
    void watching.then((opened) => {
      if (opened.ok && over) opened.stop();
      if (!opened.ok && !over) {
        setTried(opened.problem);
        setOn(false);
      }
    });
    return () => {
      over = true;
      void watching.then((opened) => opened.ok && opened.stop());
    };
  }, [on, device]);

  return (
    <>
      <Button
        h={34}
        className={classes.test}
        aria-label={t(on ? 'test.stopWhat' : 'test.startWhat', { what: label })}
        leftSection={on ? <IconPlayerStop size={16} aria-hidden /> : <IconMicrophone size={16} aria-hidden />}
        onClick={() => setOn(!on)}
      >
        {t(on ? 'test.stop' : 'test.start')}
      </Button>
      {tried !== null && (
        <div className={classes.level}>
          {on && <LevelMeter label={t('test.level')} bar={bar} />}
          <span role="status">{t(`test.word.${tried}`)}</span>
        </div>
      )}
    </>
  );
}
