import { existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import pino from 'pino';

/** Structured log lines: `what` for the program, the rest for the reader. Never a card's content, never a password. */
export type Log = (level: 'info' | 'warn' | 'error', what: string, details?: Record<string, unknown>) => void;

export interface LogFile {
  /** A log whose lines carry the name of the part that writes them. */
  named(part: string): Log;
  /** Writes out what is still in memory. */
  flush(): void;
}

/** A log that has grown to this size makes room for a new one; the one before is kept. */
const LARGEST_BYTES = 5_000_000;

/** Opens the log of one process: JSON lines in `logs/NAME.log` of the data folder. */
export function openLog(dataDir: string, name: string): LogFile {
  const folder = join(dataDir, 'logs');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${name}.log`);
  if (existsSync(file) && statSync(file).size > LARGEST_BYTES) renameSync(file, `${file}.1`);
  // Synchronous: the line that says why a process died is the one that matters.
  const destination = pino.destination({ dest: file, sync: true });
  const root = pino({ base: { pid: process.pid }, timestamp: pino.stdTimeFunctions.isoTime }, destination);
  return {
    named(part) {
      const child = root.child({ part });
      return (level, what, details = {}) => child[level](details, what);
    },
    flush: () => destination.flushSync(),
  };
}
