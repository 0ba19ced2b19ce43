import { powerMonitor } from 'electron';

/** Tells of the computer's sleep and waking: the phone registers anew, and the clock counts what was slept. */
export function watchPower(told: (event: 'suspend' | 'resume') => void): void {
  powerMonitor.on('suspend', () => told('suspend'));
  powerMonitor.on('resume', () => told('resume'));
}
