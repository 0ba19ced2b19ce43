import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, globSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { runCommand, tail } from '../../build/command.ts';
import { Ami } from './ami.ts';
import type { AmiMessage } from './ami.ts';
import { writeConfig } from './config.ts';
import type { Agent, ExchangeConfig } from './config.ts';
import { freeTcpPort, freeUdpPort } from './ports.ts';

const AMI_USER = 'test';
const BOOT_MS = 30_000;

/** A simulated user who calls the line. `tone`: hums at 1004 Hz (default) or is silent. */
export interface Caller {
  number: string;
  name?: string;
  tone?: boolean;
  /** Record what both sides said; see `UserCall.recording`. */
  record?: boolean;
}

/** One call of a simulated user through the queue. */
export interface UserCall {
  /** Unique id of the user's channel at the exchange. */
  readonly id: string;
  /** The user hangs up. */
  hangUp(): Promise<void>;
  /** Resolves with the Hangup event of the user's channel (`Cause`, `Cause-txt`), whoever ended the call. */
  ended(timeoutMs?: number): Promise<AmiMessage>;
  /** With `record`: files (WAV, 8 kHz) of what the agent and the user said; whole after the end of the call. */
  readonly recording: { agent: string; user: string } | null;
}

/** A channel of the exchange, as `core show channels concise` has it. */
export interface Channel {
  name: string;
  context: string;
  extension: string;
  state: string;
  application: string;
  /** Caller id of the channel. */
  caller: string;
}

export interface AsteriskOptions {
  /** Root filesystem from provisioning (`lab().asterisk.path`). */
  root: string;
  agents?: readonly Agent[];
  lineNumber?: string;
}

const DEFAULT_AGENTS: readonly Agent[] = [
  { number: '101', password: 'secret-101' },
  { number: '102', password: 'secret-102' },
];

/**
 * A real Asterisk of a test's own: on free ports of the loopback, with a folder of its own inside the lab's root
 * filesystem. Started in the foreground as a child; ended by its process id.
 */
export class Asterisk {
  readonly agents: readonly Agent[];
  readonly lineNumber: string;
  readonly #root: string;
  readonly #config: ExchangeConfig;
  #process: ChildProcess | null = null;
  #ami: Ami | null = null;
  #calls = 0;

  private constructor(root: string, config: ExchangeConfig) {
    this.#root = root;
    this.#config = config;
    this.agents = config.agents;
    this.lineNumber = config.lineNumber;
  }

  /** Writes the configuration, starts the exchange and resolves when it is fully booted. */
  static async start(options: AsteriskOptions): Promise<Asterisk> {
    const { root, agents = DEFAULT_AGENTS, lineNumber = '2312245' } = options;
    const modules = globSync('usr/lib/*/asterisk/modules', { cwd: root })[0] ?? 'usr/lib/asterisk/modules';
    const config: ExchangeConfig = {
      home: `/line15/${process.pid}-${randomBytes(3).toString('hex')}`,
      modules: `/${modules}`,
      httpPort: await freeTcpPort(),
      amiPort: await freeTcpPort(),
      sipPort: await freeUdpPort(),
      amiSecret: randomBytes(12).toString('hex'),
      lineNumber,
      agents,
    };
    const asterisk = new Asterisk(root, config);
    await writeConfig(join(root, config.home), config);
    await asterisk.boot();
    return asterisk;
  }

  /** Where phones register. */
  get wsUrl(): string {
    return `ws://127.0.0.1:${this.#config.httpPort}/ws`;
  }

  get httpPort(): number {
    return this.#config.httpPort;
  }

  /** UDP port for SIPp and the like. */
  get sipPort(): number {
    return this.#config.sipPort;
  }

  get running(): boolean {
    return this.#process !== null;
  }

  /** The manager connection of the running exchange. */
  get ami(): Ami {
    if (this.#ami === null) throw new Error('Asterisk is not running');
    return this.#ami;
  }

  /** Starts a stopped or killed exchange again, on the same ports; resolves when it is fully booted. */
  async boot(): Promise<void> {
    const { home, amiPort, amiSecret } = this.#config;
    // A killed one leaves its control socket behind.
    await rm(join(this.#root, home, 'run'), { recursive: true, force: true });
    await writeConfig(join(this.#root, home), this.#config);
    const child = spawn('chroot', [this.#root, 'asterisk', '-f', '-n', '-C', `${home}/etc/asterisk.conf`], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#process = child;
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => (output += chunk));
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (output += chunk));
    child.once('exit', () => {
      this.#process = null;
      this.#ami?.close();
      this.#ami = null;
    });
    const deadline = performance.now() + BOOT_MS;
    while (this.#ami === null) {
      if (this.#process === null) throw new Error(`Asterisk ended while starting: ${tail(output)}`);
      if (performance.now() > deadline) throw new Error(`Asterisk did not start: ${tail(output)}`);
      this.#ami = await Ami.login(amiPort, AMI_USER, amiSecret).catch(() => null);
      if (this.#ami === null) await sleep(50);
    }
    // The web socket answers before the dialplan exists; this event is what `core waitfullybooted` waits for.
    await this.#ami.event((event) => event.Event === 'FullyBooted', BOOT_MS);
  }

  /** Runs a command of the Asterisk console and returns what it printed. */
  async cli(command: string): Promise<string> {
    const args = [this.#root, 'asterisk', '-C', `${this.#config.home}/etc/asterisk.conf`, '-rx', command];
    const { code, output } = await runCommand('chroot', args, { limitMs: 10_000 });
    if (code !== 0) throw new Error(`asterisk -rx '${command}': ${tail(output)}`);
    return output;
  }

  /** A user calls the line: resolves once the exchange has the call, while phones begin to ring. */
  async call(caller: Caller): Promise<UserCall> {
    const { number, name = '', tone = true, record = false } = caller;
    this.#calls += 1;
    const id = `user-${this.#calls}-${randomBytes(3).toString('hex')}`;
    const ami = this.ami;
    const answer = await ami.action({
      Action: 'Originate',
      Channel: `Local/${tone ? 'tone' : 'silence'}@user`,
      Context: 'line',
      Exten: this.lineNumber,
      Priority: '1',
      CallerID: `"${name.replaceAll('"', '')}" <${number}>`,
      Async: 'true',
      ChannelId: id,
      OtherChannelId: `${id}-far`,
      Variable: `RECORDING=${record ? id : ''}`,
    });
    if (answer.Response !== 'Success') throw new Error(`Originate: ${answer.Message}`);
    const spool = join(this.#root, this.#config.home, 'spool');
    return {
      id,
      hangUp: () => this.hangUp(id),
      ended: (timeoutMs) => ami.event((event) => event.Event === 'Hangup' && event.Uniqueid === id, timeoutMs),
      recording: record ? { agent: join(spool, `${id}.agent.wav`), user: join(spool, `${id}.user.wav`) } : null,
    };
  }

  /** A user calls a telephone past the queue. @param user what he does: `tone` or `silence` of conf/extensions.conf */
  async ring(number: string, user = 'tone'): Promise<void> {
    const answer = await this.ami.action({
      Action: 'Originate',
      Channel: `PJSIP/${number}`,
      Context: 'user',
      Exten: user,
      Priority: '1',
      CallerID: '"Анна" <+73432224455>',
      Async: 'true',
    });
    if (answer.Response !== 'Success') throw new Error(`Originate: ${answer.Message}`);
  }

  /** Hangs up a channel by its unique id or name. */
  async hangUp(channel: string): Promise<void> {
    const answer = await this.ami.action({ Action: 'Hangup', Channel: channel, Cause: '16' });
    if (answer.Response !== 'Success') throw new Error(`Hangup ${channel}: ${answer.Message}`);
  }

  /** The exchange's channels, now. */
  async channels(): Promise<Channel[]> {
    const lines = (await this.cli('core show channels concise')).split('\n').filter((line) => line.includes('!'));
    return lines.map((line) => {
      const [name = '', context = '', extension = '', , state = '', application = '', , caller = ''] = line.split('!');
      return { name, context, extension, state, application, caller };
    });
  }

  /** Whether a phone is registered under this number, now. */
  async isRegistered(number: string): Promise<boolean> {
    return new RegExp(`Contact:\\s+${number}/sips?:`).test(await this.cli(`pjsip show aor ${number}`));
  }

  /** Removes every new voice message of a mailbox. */
  async emptyMailbox(number: string): Promise<void> {
    const listed = await this.cli(`voicemail show mailbox ${number} default`);
    for (const [id] of listed.matchAll(/\d{10}-\d+/g)) await this.cli(`voicemail remove ${number} default INBOX ${id}`);
  }

  /** Digits the exchange has received from a consultant's phone so far, in order. */
  digitsFrom(number: string): string {
    return this.ami.events
      .filter(({ Event, Direction, Channel: channel = '' }) => {
        return Event === 'DTMFEnd' && Direction === 'Received' && channel.startsWith(`PJSIP/${number}-`);
      })
      .map(({ Digit = '' }) => Digit)
      .join('');
  }

  /** The exchange vanishes without a word: `kill -9`, no BYE to anyone. `boot()` brings it back. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  /** The exchange's machine is gone without a word: its sockets stay open, and nothing comes from it until `resume`. */
  pause(): void {
    this.#process?.kill('SIGSTOP');
  }

  resume(): void {
    this.#process?.kill('SIGCONT');
  }

  /** Ends the exchange and removes its folder. */
  async stop(): Promise<void> {
    await this.#end('SIGTERM');
    await rm(join(this.#root, this.#config.home), { recursive: true, force: true });
  }

  /** The exchange's own warnings and errors, for a test that failed. */
  get logFile(): string | null {
    const file = join(this.#root, this.#config.home, 'log/messages.log');
    return existsSync(file) ? file : null;
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#process;
    if (child === null) return;
    const exited = once(child, 'exit');
    child.kill(signal);
    const hard = setTimeout(() => child.kill('SIGKILL'), 5_000);
    await exited;
    clearTimeout(hard);
  }
}
