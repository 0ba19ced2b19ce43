import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import type { provisioning } from '../../shared/contract/settings.ts';
import { ROOT } from '../provision/lab.ts';

/** Node 24 of the project's own, whatever Node runs the tests. */
const NODE = join(ROOT, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node');

const START_MS = 30_000;
const STOP_MS = 5_000;

/** What an administrator's file may hold. */
export type Provisioned = z.input<typeof provisioning>;

export interface ConsoleOptions {
  /** A folder of the test's own: the data folder and the provisioning file are made in it. */
  folder: string;
  /** The administrator's file; none: the console starts on the training line, as out of the box. */
  provisioned?: Provisioned;
  /** Training although there is a provisioning file. */
  training?: boolean;
  /** Open to a debugger, at `inspector`. */
  inspected?: boolean;
}

/** The real console without Electron (`electron/headless.ts`) as a child, leader of its own process group. */
export class ConsoleProcess {
  readonly #options: ConsoleOptions;
  #child: ChildProcess;
  #printed: Printed;

  private constructor(options: ConsoleOptions, child: ChildProcess, printed: Printed) {
    this.#options = options;
    this.#child = child;
    this.#printed = printed;
  }

  /** Starts the console and resolves once it serves; rejects with what it printed when it ends before. */
  static async start(options: ConsoleOptions): Promise<ConsoleProcess> {
    const child = await spawnConsole(options, 0);
    return new ConsoleProcess(options, child, await printedBy(child));
  }

  /** The address with the token that opens it once. */
  get link(): string {
    return this.#printed.link;
  }

  /** Where a debugger reaches it. @throws Error when it is not `inspected` */
  get inspector(): string {
    if (this.#printed.inspector === null) throw new Error('The console was not started to be inspected.');
    return this.#printed.inspector;
  }

  /** The address without its token: for a browser that has opened it before. */
  get origin(): string {
    return new URL(this.link).origin;
  }

  /** The folder with everything it keeps. */
  get dataDir(): string {
    return dataDirOf(this.#options);
  }

  /** Of the console's one process. */
  get pid(): number {
    const { pid } = this.#child;
    if (pid === undefined) throw new Error('The console did not start.');
    return pid;
  }

  /** The console dies without a word: `kill -9`. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  async stop(): Promise<void> {
    await this.#end('SIGTERM');
  }

  /** Starts again over the same data, on the same port. */
  async startAgain(): Promise<void> {
    this.#child = await spawnConsole(this.#options, Number(new URL(this.link).port));
    this.#printed = await printedBy(this.#child);
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const { pid, exitCode, signalCode } = this.#child;
    if (pid === undefined || exitCode !== null || signalCode !== null) return;
    const exited = once(this.#child, 'exit');
    process.kill(-pid, signal);
    const hard = setTimeout(() => process.kill(-pid, 'SIGKILL'), STOP_MS);
    await exited;
    clearTimeout(hard);
  }
}

/** What a console prints that a test needs. */
interface Printed {
  link: string;
  inspector: string | null;
}

const dataDirOf = ({ folder }: ConsoleOptions): string => join(folder, 'data');

async function spawnConsole(options: ConsoleOptions, port: number): Promise<ChildProcess> {
  const { folder, provisioned, training = false, inspected = false } = options;
  const args = [
    ...(inspected ? ['--inspect=127.0.0.1:0'] : []),
    join(ROOT, 'electron/headless.ts'),
    '--no-open',
    '--port',
    String(port),
  ];
  args.push('--data-dir', dataDirOf(options));
  if (training) args.push('--training');
  if (provisioned !== undefined) {
    const file = join(folder, 'config.json');
    await mkdir(folder, { recursive: true });
    await writeFile(file, JSON.stringify(provisioned));
    args.push('--config', file);
  }
  return spawn(NODE, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
}

function printedBy(child: ChildProcess): Promise<Printed> {
  return new Promise((resolve, reject) => {
    let output = '';
    const give = (reason: string) => reject(new Error(`The console ${reason}:\n${output}`));
    const late = setTimeout(() => give('did not start in time'), START_MS);
    child.once('error', (error) => give(error.message));
    child.once('exit', (code, signal) => give(`ended with ${code ?? signal}`));
    child.stderr?.setEncoding('utf8').on('data', (chunk: string) => (output += chunk));
    child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
      output += chunk;
      const link = /^(http:\S+\?token=\S+)\r?\n/m.exec(output)?.[1];
      if (link === undefined) return;
      clearTimeout(late);
      resolve({ link, inspector: /^Debugger listening on (ws:\S+)/m.exec(output)?.[1] ?? null });
    });
  });
}
