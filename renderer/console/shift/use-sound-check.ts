import { useEffect, useRef, useState } from 'react';
import type { SoundCheck, SoundResult } from '../../../shared/contract/shift.ts';
import { wordOf, type MicrophoneWord } from '../settings/level.ts';
import { playOnce, playTest, recordVoice } from '../settings/sound-tests.ts';
import { usePersonal } from '../store/personal.ts';

/** «Раз, два, три», with a breath before it. */
const RECORD_MS = 5_000;

export const STEPS = ['microphone', 'ear', 'ring'] as const;
export type Step = (typeof STEPS)[number];

export interface RunningCheck {
  /** null: not begun, or done. */
  readonly step: Step | null;
  readonly results: Partial<SoundCheck>;
  /** All three are known. */
  readonly done: SoundCheck | null;
  /** Seconds the recording still takes. */
  readonly secondsLeft: number;
  /** The ear hears one's own voice; otherwise, there being none, a tone. */
  readonly ownVoice: boolean;
  /** Told how loud the voice is, 0–1, ten times a second. */
  onLevel(listener: (loudness: number) => void): void;
  begin(): void;
  /** «Слышу», «Не слышу» of the step that is on. */
  answer(heard: boolean): void;
  replay(): void;
}

/**
 * The sound check of «Начать смену» on the devices of the settings: records, lets one hear oneself, rings. The microphone is closed as soon as
 * the recording is over.
 */
export function useSoundCheck(): RunningCheck {
  const { microphone, headphones, ringer, ringVolume } = usePersonal();
  const [step, setStep] = useState<Step | null>(null);
  const [results, setResults] = useState<Partial<SoundCheck>>({});
  const [secondsLeft, setSecondsLeft] = useState(0);
  const [sound, setSound] = useState<AudioBuffer | null>(null);
  const listener = useRef<(loudness: number) => void>(() => undefined);
  const recording = useRef<AbortController | null>(null);
  const silence = useRef<() => void>(() => undefined);
  useEffect(
    () => () => {
      recording.current?.abort();
      silence.current();
    },
    [],
  );

  const play = (which: Step, voice: AudioBuffer | null) => {
    silence.current();
    const ended = () => (silence.current = () => undefined);
    const ear = headphones === null ? [] : [headphones];
    silence.current =
      which === 'ring'
        ? playTest('ring', ringer, ringVolume, ended)
        : voice === null
          ? playTest('farewell', ear, 1, ended)
          : playOnce(() => voice, ear, 1, ended);
  };

  const record = async () => {
    const aborting = new AbortController();
    recording.current = aborting;
    const startedAt = performance.now();
    const voiceSoFar: { word: MicrophoneWord; zerosSince: number | null } = { word: 'speak', zerosSince: null };
    const recorded = await recordVoice(
      microphone,
      RECORD_MS,
      (level) => {
        const now = performance.now();
        const zerosSince = level.peak > 0 ? null : (voiceSoFar.zerosSince ?? now);
        const zerosForMs = zerosSince === null ? 0 : now - zerosSince;
        Object.assign(voiceSoFar, { zerosSince, word: wordOf(voiceSoFar.word, level, zerosForMs) });
        listener.current(level.loudness);
        setSecondsLeft(Math.max(1, Math.ceil((RECORD_MS - (now - startedAt)) / 1_000)));
      },
      aborting.signal,
    );
    if (aborting.signal.aborted) return;
    const result: SoundResult = recorded.ok ? spoken(voiceSoFar.word) : recorded.problem;
    const voice = recorded.ok && result === 'heard' ? recorded.sound : null;
    setResults({ microphone: result });
    setSound(voice);
    setStep('ear');
    play('ear', voice);
  };

  return {
    step,
    results,
    done: step === null ? wholeOf(results) : null,
    secondsLeft,
    ownVoice: sound !== null,
    onLevel: (told) => (listener.current = told),
    begin() {
      setResults({});
      setSecondsLeft(RECORD_MS / 1_000);
      setStep('microphone');
      void record();
    },
    answer(heard) {
      silence.current();
      if (step !== 'ear' && step !== 'ring') return;
      setResults({ ...results, [step]: heard ? 'heard' : 'not-heard' });
      setStep(step === 'ear' ? 'ring' : null);
      if (step === 'ear') play('ring', null);
    },
    replay: () => void (step !== null && play(step, sound)),
  };
}

const spoken = (word: MicrophoneWord): SoundResult => (word === 'speak' ? 'not-heard' : word);

function wholeOf({ microphone, ear, ring }: Partial<SoundCheck>): SoundCheck | null {
  return microphone && ear && ring ? { microphone, ear, ring } : null;
}
