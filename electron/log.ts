import { existsSync, mkdirSync, openSync, renameSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** Structured log lines: `what` for the program, the rest for the reader. Never a card's content, never a password. */
export type Log = (level: 'info' | 'warn' | 'error', what: string, details?: Record<string, unknown>) => void;

export interface LogFile {
  /** A log whose lines carry the name of the part that writes them. */
  named(part: string): Log;
}

/** A log that has grown to this size makes room for a new one; the one before is kept. */
const LARGEST_BYTES = 5_000_000;

/**
 * Opens the log of one process: JSON lines in `logs/NAME.log` of the data folder. Written at once: the line that says why a process died
 * is the one that matters, and there are few of them.
 */
export function openLog(dataDir: string, name: string): LogFile {
  const folder = join(dataDir, 'logs');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, `${name}.log`);
  if (existsSync(path) && statSync(path).size > LARGEST_BYTES) renameSync(path, `${path}.1`);
  const file = openSync(path, 'a', 0o600);
  return {
    named: (part) => (level, what, details) => {
      const line = { at: new Date().toISOString(), level, pid: process.pid, part, what, ...details };
      writeSync(file, `${JSON.stringify(line)}\n`);
    },
  };
}
