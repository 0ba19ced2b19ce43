import type { RefObject } from 'react';
import classes from './level-meter.module.css';
import { barOf } from './loudness.ts';

/** A bar that follows a voice, filled by `showLevel`: React keeps out of ten looks a second. */
export function LevelMeter({ label, bar }: { label: string; bar: RefObject<HTMLDivElement | null> }) {
  return (
    <div
      ref={bar}
      className={classes.bar}
      role="meter"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={0}
    />
  );
}

/** Fills a meter that is on the screen. `loudness` is a root mean square, 0–1. */
export function showLevel({ current }: RefObject<HTMLDivElement | null>, loudness: number): void {
  const filled = barOf(loudness);
  current?.setAttribute('aria-valuenow', String(filled));
  current?.style.setProperty('--filled', String(filled / 100));
}
