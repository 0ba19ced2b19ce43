import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Provisioned } from '../e2e/console-process.ts';
import type { Asterisk } from '../pbx/asterisk.ts';
import { electronToStart } from '../e2e/electron/console-app.ts';
import { ROOT, lab } from '../provision/lab.ts';
import { megabytesOf, processesOf } from './memory.ts';
import { below, measured, median, ownRace, unmeasured } from './report.ts';
import type { Row } from './report.ts';
import { A_YEAR, fillYear } from './year.ts';

const WHAT = 'Electron: start → registered';
const START_MS = 60_000;
const SETTLED_MS = 5_000;

/**
 * Starts the real Electron several times, from the start of its process to the exchange's word that its phone is registered: over a data
 * folder whose journal is empty and one with a year in it, in turn. Then what it holds, at rest with the year.
 */
export async function electronStarts(
  pbx: Asterisk,
  provisioned: Provisioned,
  folder: string,
  starts: number,
): Promise<Row[]> {
  const { path, note } = lab().electron;
  if (path === null) return [unmeasured(WHAT, note)];
  if (process.platform === 'linux' && !process.env.DISPLAY) return [unmeasured(WHAT, 'no display')];
  await mkdir(folder, { recursive: true });
  const config = join(folder, 'config.json');
  await writeFile(config, JSON.stringify(provisioned));
  fillYear(join(folder, 'year'), 'work');
  const start = (data: string, memory: number[] = []) =>
    oneStart(pbx, ['--data-dir', join(folder, data), '--config', config], memory);
  const times = { empty: [] as number[], year: [] as number[] };
  const memory: number[] = [];
  for (let nth = 0; nth <= starts; nth += 1) {
    const [empty, year] = [await start('empty'), await start('year', memory)];
    if (nth === 0) continue;
    times.empty.push(empty);
    times.year.push(year);
  }
  const which = lab().electron.note.split(' of ')[0];
  const [empty, year] = [median(times.empty), median(times.year)];
  return [
    below(`${WHAT} (${which})`, empty, 2_000),
    ownRace(`${WHAT}, a journal of ${A_YEAR} consultations`, year, empty, 'empty', 1.2),
    measured('memory of the console in Electron, MB: all its processes', median(memory), null),
  ];
}

/** @param memory takes the megabytes of its processes, a few seconds after */
async function oneStart(pbx: Asterisk, flags: string[], memory: number[]): Promise<number> {
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
    const ms = performance.now() - startedAt;
    await sleep(SETTLED_MS);
    if (child.pid !== undefined) memory.push(megabytesOf(processesOf(child.pid)));
    return ms;
  } finally {
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGTERM');
    const hard = setTimeout(() => child.pid !== undefined && process.kill(-child.pid, 'SIGKILL'), 5_000);
    await exited;
    clearTimeout(hard);
  }
}
