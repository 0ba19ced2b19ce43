import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import type { Failure } from '../../shared/contract/base.ts';
import type { ServiceClock } from '../clock.ts';
import { openDesk, type Desk } from '../desk/desk.ts';
import { openLine } from '../line/line.ts';
import type { Line } from '../line/ports.ts';
import type { LogFile } from '../log.ts';
import { PROGRAM_VERSION } from '../program.ts';
import { probeServer } from '../settings/server-probe.ts';
import type { Settings } from '../settings/settings.ts';
import { startTrainingLine, trainingPaces, type TrainingLine } from '../training/training-line.ts';
import { dataControl } from './data-control.ts';
import { keepRetention } from './keep-retention.ts';
import { startAtSamePort } from './same-port.ts';
import { trainingControl } from './training-control.ts';

/** Simulated users of the training line, drawn from the sample registry. */
const TRAINING_USERS = 200;
const FIRST_PACE = 'off';

/** The three parts composed for one mode: the line, the training line where there is one, the desk over them. */
export interface Parts {
  readonly desk: Desk;
  readonly line: Line;
  close(): Promise<void>;
}

/** Opens the line, then (in training) the simulated exchange, then the desk. The data of training and of work never share a folder. */
export async function openParts(options: {
  dataDir: string;
  pagesDir: string;
  settings: Settings;
  clock: ServiceClock;
  logs: LogFile;
}): Promise<Parts> {
  const { settings, clock, logs } = options;
  const mode = settings.mode();
  const folder = join(options.dataDir, mode);
  mkdirSync(folder, { recursive: true, mode: 0o700 });

  const line = await openLine({
    dbFile: join(folder, 'line.sqlite'),
    registryDir: join(folder, 'registry'),
    now: () => clock.now(),
    newId: uuidv7,
    mode,
    rules: settings.line(),
    sample: mode === 'training',
    pagesDir: options.pagesDir,
    log: logs.named('line'),
  });

  let training: TrainingLine | null = null;
  if (mode === 'training') {
    const log = logs.named('training');
    const users = line.sampleUsers(TRAINING_USERS);
    training = await startAtSamePort(join(folder, 'training-port'), (port) =>
      startTrainingLine({
        port,
        users,
        pace: trainingPaces[FIRST_PACE],
        now: () => clock.now(),
        random: Math.random,
        log: { debug: () => undefined, warn: (message) => log('warn', message) },
      }),
    );
    settings.useTrainingAccount({ server: training.url, ...training.account, stun: [] });
  } else settings.useTrainingAccount(null);

  const now = () => clock.now();
  const { dataDir } = options;
  const journal = (): Desk['retention'] => desk.retention;
  const desk: Desk = openDesk({
    dbFile: join(folder, 'desk.sqlite'),
    clock,
    timers: {
      after(ms, work) {
        const timer = setTimeout(work, ms);
        return () => clearTimeout(timer);
      },
    },
    newId: uuidv7,
    mode,
    consultant: settings.consultant(),
    link: line.link,
    settings,
    data: dataControl({ line, journal, settings, dataDir, program: PROGRAM_VERSION, now }),
    training: training && trainingControl(training, FIRST_PACE),
    probe: probeServer,
    sealing: settings.sealing,
    log: logs.named('desk'),
  });

  const stopRetention = keepRetention({ line, journal: desk.retention, settings, now, log: logs.named('retention') });

  return {
    desk,
    line,
    async close() {
      stopRetention();
      desk.close();
      await training?.close();
      await line.close();
    },
  };
}

/** Opens or closes the leads' and users' pages as the settings say; the addresses, or why there are none, become part of the settings' view. */
export async function listenAsSet(line: Line, settings: Settings, always: boolean): Promise<Failure | null> {
  const { enabled, host, port } = settings.line().listen;
  if (!enabled && !always) {
    await line.stopListening();
    settings.useLinks({ lead: null, booking: null, problem: null });
    return null;
  }
  const opened = await line.listen({ host, port });
  settings.useLinks(
    opened.ok ? { ...opened.value, problem: null } : { lead: null, booking: null, problem: opened.error.code },
  );
  return opened.ok ? null : opened.error;
}
