import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Provisioned } from '../e2e/console-process.ts';
import type { Asterisk } from '../pbx/asterisk.ts';
import { electronToStart } from '../e2e/electron/console-app.ts';
import { ROOT, lab } from '../provision/lab.ts';
import { below, median, unmeasured } from './report.ts';
import type { Row } from './report.ts';

const WHAT = 'Electron: start → registered';
const START_MS = 20_000;

/** Starts the real Electron several times over one data folder, from the start of its process to the exchange's word that its phone is registered. */
export async function electronStarts(
  pbx: Asterisk,
  provisioned: Provisioned,
  folder: string,
  starts: number,
): Promise<Row> {
  const { path, note } = lab().electron;
  if (path === null) return unmeasured(WHAT, note);
  if (process.platform === 'linux' && !process.env.DISPLAY) return unmeasured(WHAT, 'no display');
  await mkdir(folder, { recursive: true });
  const config = join(folder, 'config.json');
  await writeFile(config, JSON.stringify(provisioned));
  const times: number[] = [];
  for (let start = 0; start <= starts; start += 1) {
    const ms = await oneStart(pbx, ['--data-dir', join(folder, 'data'), '--config', config]);
    if (start > 0) times.push(ms);
  }
  return below(`${WHAT} (${lab().electron.note.split(' of ')[0]})`, median(times), 2_000);
}

async function oneStart(pbx: Asterisk, flags: string[]): Promise<number> {
  const { executablePath, args, env } = electronToStart();
  const startedAt = performance.now();
  const seen = pbx.ami.events.length;
  const child = spawn(executablePath, [...args, '--use-fake-ui-for-media-stream', ROOT, ...flags], {
    env,
    stdio: 'ignore',
    detached: true,
  });
  const exited = once(child, 'exit');
  try {
    await pbx.ami.event((event) => event.Event === 'ContactStatus' && pbx.ami.events.indexOf(event) >= seen, START_MS);
    return performance.now() - startedAt;
  } finally {
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGTERM');
    const hard = setTimeout(() => child.pid !== undefined && process.kill(-child.pid, 'SIGKILL'), 5_000);
    await exited;
    clearTimeout(hard);
  }
}
