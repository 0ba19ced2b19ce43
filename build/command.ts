import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';

/** What a finished child left behind. `output` is stdout and stderr as they came; `code` is null when a signal ended it. */
export interface CommandResult {
  code: number | null;
  timedOut: boolean;
  output: string;
  durationMs: number;
}

/** How a child is run. `limitMs` bounds it; `echo` also shows its output while it runs. */
export interface CommandOptions {
  limitMs: number;
  cwd?: string;
  env?: NodeJS.ProcessEnv;
  echo?: boolean;
}

/** Time a child has between the polite signal and the hard one. */
const GRACE_MS = 5_000;

const running = new Set<ChildProcess>();

/**
 * Runs a program to its end and returns what it did: a non-zero code is a value, never an exception.
 * The child leads a process group of its own; past `limitMs`, and once it has ended, the whole group is killed by its id,
 * so nothing it started is left behind.
 */
export function runCommand(command: string, args: string[], options: CommandOptions): Promise<CommandResult> {
  const startedAt = performance.now();
  return new Promise((resolve) => {
    const chunks: string[] = [];
    let timedOut = false;
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: options.env ?? process.env,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: process.platform !== 'win32',
      // npm and npx are .cmd files on Windows, which start only through the shell.
      shell: process.platform === 'win32',
    });
    running.add(child);
    const keep = (stream: NodeJS.WriteStream) => (chunk: string) => {
      chunks.push(chunk);
      if (options.echo) stream.write(chunk);
    };
    child.stdout.setEncoding('utf8').on('data', keep(process.stdout));
    child.stderr.setEncoding('utf8').on('data', keep(process.stderr));

    let hard: NodeJS.Timeout | undefined;
    const limit = setTimeout(() => {
      timedOut = true;
      killGroup(child, 'SIGTERM');
      hard = setTimeout(() => killGroup(child, 'SIGKILL'), GRACE_MS);
    }, options.limitMs);

    let done = false;
    const finish = (code: number | null) => {
      if (done) return;
      done = true;
      clearTimeout(limit);
      clearTimeout(hard);
      running.delete(child);
      resolve({ code, timedOut, output: chunks.join(''), durationMs: performance.now() - startedAt });
    };
    child.on('error', (error) => {
      chunks.push(`${command}: ${error.message}\n`);
      finish(null);
    });
    // A grandchild may hold the pipes open after the child is gone: the group goes first, then the pipes close.
    child.on('exit', () => killGroup(child, 'SIGKILL'));
    child.on('close', finish);
  });
}

/** Sends a signal to the child and to all it started. A group already gone is no error. */
function killGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') spawn('taskkill', ['/pid', String(child.pid), '/t', '/f'], { stdio: 'ignore' });
    else process.kill(-child.pid, signal);
  } catch {
    // ESRCH: nobody left in the group.
  }
}

/** Makes an interrupted script (Ctrl+C, a CI's stop) take its children along. Called once by each script that runs commands. */
export function stopChildrenOnInterrupt(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      for (const child of running) killGroup(child, 'SIGTERM');
      setTimeout(() => {
        for (const child of running) killGroup(child, 'SIGKILL');
        process.exit(130);
      }, 1_000);
    });
  }
}

/** The last lines of an output: enough to say why something failed. */
export function tail(output: string, lines = 12): string {
  return output.trimEnd().split('\n').slice(-lines).join('\n');
}
