import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startTrainingLine, type TrainingLine } from '../../../electron/training/training-line.ts';
import { lab } from '../../provision/lab.ts';
import { expect, test } from './console-app.ts';

const PATIENT = { timeout: 20_000 };
const LONG_MS = 600_000;
const ANSWER = 'ctrl+shift+F2';
const END = 'ctrl+shift+F3';

/** Why no key can be pressed on this machine; null: it can. */
function noKeyboard(): string | null {
  const { path, note } = lab().keyboard;
  if (path === null) return `nothing presses keys here: ${note}`;
  return process.env.DISPLAY ? null : 'there is no X11 display';
}

/** A key of the display, pressed as a hand does it: whoever has the focus or has taken the key gets it. */
const press = (key: string) => execFileSync('xdotool', ['key', key]);

/** Another program that has taken both keys, and writes down what it gets. */
class OtherProgram {
  readonly #folder = mkdtempSync(join(tmpdir(), 'line15-keys-'));
  readonly #heard = join(this.#folder, 'heard');
  readonly #child: ChildProcess;

  constructor() {
    const config = join(this.#folder, 'sxhkdrc');
    const takes = (key: string) => `${key.replaceAll('+', ' + ')}\n    echo ${key} >> '${this.#heard}'\n`;
    writeFileSync(config, [ANSWER, END].map(takes).join('\n'));
    const env = { ...process.env, SHELL: '/bin/sh' };
    this.#child = spawn('sxhkd', ['-c', config], { env, stdio: 'ignore' });
  }

  /** What it has got so far, one after the other. */
  heard(): string[] {
    return existsSync(this.#heard) ? readFileSync(this.#heard, 'utf8').trim().split('\n') : [];
  }

  /** It gives the keys back. */
  async end(): Promise<void> {
    const gone = new Promise((resolve) => this.#child.once('exit', resolve));
    if (this.#child.exitCode === null && this.#child.signalCode === null && this.#child.kill()) await gone;
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

let exchange: TrainingLine;
let other: OtherProgram;
test.beforeEach(async () => {
  const nothing = () => undefined;
  exchange = await startTrainingLine({
    users: [{ name: 'Петрова Анна', number: '+79161234567', organisation: 'ООО «Ромашка»', registrationNumber: '1' }],
    pace: null,
    manners: { patience: { minMs: LONG_MS, maxMs: LONG_MS } },
    now: Date.now,
    random: Math.random,
    log: { debug: nothing, warn: nothing },
  });
});
test.afterEach(async () => {
  await other?.end();
  await exchange.close();
});

test('global keys, really pressed while the console is hidden: another program’s until switched on and free, then they answer and end', async ({
  launch,
}) => {
  const reason = noKeyboard();
  test.skip(reason !== null, reason ?? '');
  const { app, page } = await launch({ config: { sip: { server: exchange.url, ...exchange.account } } });
  await expect(page.getByText('Телефон подключён')).toBeVisible(PATIENT);
  await page.getByRole('navigation').getByRole('button', { name: 'Настройки' }).click();
  const keys = page.getByRole('switch', { name: 'Ответить и завершить из любой программы' });
  await expect(keys).not.toBeChecked();
  const focused = () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getFocusedWindow() !== null);
  await app.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows()) window.hide();
  });
  exchange.callNow({ talkMs: LONG_MS });
  const answer = page.getByRole('button', { name: 'Ответить', exact: true });
  await expect(answer).toBeAttached(PATIENT);
  const answered = () => exchange.status().calls.map(({ answeredAt }) => answeredAt !== null);

  // Off: both keys reach whoever wants them, and the call goes on ringing.
  other = new OtherProgram();
  const reaches = (key: string) =>
    expect
      .poll(() => {
        press(key);
        return other.heard();
      }, PATIENT)
      .toContain(key);
  await reaches(ANSWER);
  await reaches(END);
  expect(answered()).toEqual([false]);

  // A hidden page is not drawn: its switch is pressed without a look at its place.
  const taken = page.getByText('Сочетание занято другой программой: Ctrl+Shift+F2, Ctrl+Shift+F3.');
  await keys.dispatchEvent('click');
  await expect(taken).toBeAttached(PATIENT);
  press(ANSWER);
  expect(answered()).toEqual([false]);

  await other.end();
  await keys.dispatchEvent('click');
  await expect(keys).not.toBeChecked();
  await keys.dispatchEvent('click');
  await expect(keys).toBeChecked();
  await expect(taken).not.toBeAttached();
  expect(await focused()).toBe(false);
  // Nor has the key that was taken answered meanwhile.
  expect(answered()).toEqual([false]);
  press(ANSWER);
  await expect.poll(answered, PATIENT).toEqual([true]);
  // Whoever comes back to the console finds timer and card.
  await expect(page.getByRole('timer', { name: 'Время консультации' })).toBeAttached(PATIENT);
  press(END);
  await expect.poll(() => exchange.status().calls.length, PATIENT).toBe(0);
  expect(exchange.status().recent).toHaveLength(1);
});
