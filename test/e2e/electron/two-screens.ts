import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { lab } from '../../provision/lab.ts';
import { readText } from '../../provision/system.ts';

/** Xorg without a graphics card, keyboard or console: its dummy driver has sixteen sockets for screens. */
const CONFIG = `
Section "Device"
  Identifier "dummy"
  Driver "dummy"
  VideoRam 16384
EndSection
Section "Screen"
  Identifier "screen"
  Device "dummy"
  DefaultDepth 24
  SubSection "Display"
    Depth 24
    Virtual 2048 768
  EndSubSection
EndSection
Section "ServerFlags"
  Option "AutoAddDevices" "false"
  Option "AutoAddGPU" "false"
  Option "DontVTSwitch" "true"
EndSection
`;
const MODE = '1024x768';

/** A display of its own with a screen, and a second one that can be plugged in at its right and out again. */
export class TwoScreens {
  /** `:7`, for DISPLAY. */
  readonly display: string;
  readonly #child: ChildProcess;
  readonly #folder: string;

  private constructor(display: string, child: ChildProcess, folder: string) {
    [this.display, this.#child, this.#folder] = [display, child, folder];
  }

  /** Starts it with one screen; a text: why it cannot be here. */
  static async start(): Promise<TwoScreens | string> {
    const { path, note } = lab().screens;
    if (path === null) return `there is no display with two screens here: ${note}`;
    const folder = mkdtempSync(join(tmpdir(), 'line15-screens-'));
    const [config, log] = [join(folder, 'xorg.conf'), join(folder, 'xorg.log')];
    writeFileSync(config, CONFIG);
    const files = ['-config', config, '-configdir', join(folder, 'none'), '-logfile', log];
    const child = spawn(path, [...files, '-noreset', '-novtswitch', '-sharevts', '-displayfd', '3'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    });
    const number = await firstLine(child);
    if (number !== null) return new TwoScreens(`:${number}`, child, folder);
    const why = /^\[.*\] \(EE\) (.+)$/m.exec(readText(log) ?? '')?.[1] ?? 'its log says nothing';
    rmSync(folder, { recursive: true, force: true });
    return `Xorg does not start here: ${why}`;
  }

  plug(): void {
    this.#xrandr('--addmode', 'DUMMY1', MODE);
    this.#xrandr('--output', 'DUMMY1', '--mode', MODE, '--right-of', 'DUMMY0');
  }

  unplug(): void {
    this.#xrandr('--output', 'DUMMY1', '--off');
  }

  async end(): Promise<void> {
    const gone = new Promise((resolve) => this.#child.once('exit', resolve));
    if (this.#child.exitCode === null && this.#child.signalCode === null && this.#child.kill()) await gone;
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #xrandr(...args: string[]): void {
    execFileSync('xrandr', ['--display', this.display, ...args]);
    // The sockets are looked at only when somebody asks: until then nobody hears that one has a screen.
    execFileSync('xrandr', ['--display', this.display]);
  }
}

/** The display's number, written to the fourth of its files once it takes clients; null: it has ended instead. */
function firstLine(child: ChildProcess): Promise<string | null> {
  return new Promise((resolve) => {
    child.once('error', () => resolve(null)).once('exit', () => resolve(null));
    const told = child.stdio[3] as Readable;
    let text = '';
    told.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
      if (text.endsWith('\n')) resolve(text.trim());
    });
  });
}
