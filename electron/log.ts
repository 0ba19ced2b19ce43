import { closeSync, fstatSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** Structured log lines: `what` for the program, the rest for the reader. Never a card's content, never a password. */
export type Log = (level: 'info' | 'warn' | 'error', what: string, details?: Record<string, unknown>) => void;

export interface LogFile {
  /** A log whose lines carry the name of the part that writes them. */
  named(part: string): Log;
}

/** A log that has grown to this size makes room for a new one; the one before is kept. */
const LARGEST_BYTES = 5_000_000;
/** Details longer than this, as JSON, are cut: what comes from outside must not fill the log. */
const LONGEST_DETAILS = 8_000;

/**
 * Opens the log of one process: JSON lines in `logs/NAME.log` of the data folder. Written at once: the line that says why a process died
 * is the one that matters, and there are few of them. With `largestBytes` written it becomes `NAME.log.1`, and a new one begins.
 */
export function openLog(dataDir: string, name: string, largestBytes = LARGEST_BYTES): LogFile {
  const folder = join(dataDir, 'logs');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, `${name}.log`);
  let file = openSync(path, 'a', 0o600);
  let bytes = fstatSync(file).size;

  const beginAnew = (): void => {
    // Closed first: Windows renames no open file.
    closeSync(file);
    try {
      renameSync(path, `${path}.1`);
    } catch {
      // Somebody holds the old one open: this one grows on, and is tried again as much later.
    }
    file = openSync(path, 'a', 0o600);
    bytes = 0;
  };

  return {
    named: (part) => (level, what, details) => {
      if (bytes > largestBytes) beginAnew();
      const line = { at: new Date().toISOString(), level, pid: process.pid, part, what, ...bounded(details) };
      bytes += writeSync(file, `${JSON.stringify(line)}\n`);
    },
  };
}

/** The details as they are, or the beginning of their JSON. */
function bounded(details: Record<string, unknown> = {}): Record<string, unknown> {
  const text = JSON.stringify(details);
  return text.length <= LONGEST_DETAILS ? details : { cut: text.slice(0, LONGEST_DETAILS) };
}
