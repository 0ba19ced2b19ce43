import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import { failure, fail, ok, type Outcome } from '../../shared/contract/base.ts';
import { backupMade, type BackupMade } from '../../shared/contract/data.ts';
import { addMonths, moscowDate, moscowTime, type Instant } from '../../shared/regulation/time.ts';
import type { DataControl } from '../desk/ports.ts';
import type { Retention } from '../desk/retention.ts';
import type { Line } from '../line/ports.ts';
import type { Settings } from '../settings/settings.ts';

const BACKUP_WORKER = new URL(
  import.meta.url.endsWith('.ts') ? '../backup/backup-worker.ts' : './backup-worker.mjs',
  import.meta.url,
);
const backupOutcome = z.union([
  z.object({ ok: z.literal(true), value: backupMade }),
  z.object({ ok: z.literal(false), error: failure }),
]);

/** The beginning of the day so many calendar months before: what is older is not kept. */
export const keptSince = (now: Instant, months: number): Instant =>
  moscowTime(addMonths(moscowDate(now), -months), '00:00');

/** What the console may do with the data: the registry's import, what retention would remove, a copy of the folder. */
export function dataControl(needs: {
  line: Line;
  /** The desk's part; it is composed after this. */
  journal(): Retention;
  settings: Settings;
  dataDir: string;
  program: string;
  now(): Instant;
}): DataControl {
  const { line, journal, settings, dataDir, program, now } = needs;
  const { registryImport: importer } = line;
  let copying = false;

  const who = (): string => settings.consultant().name;
  /** What an administrator set is changed by the administrator. */
  const unlocked = <T>(work: () => Promise<Outcome<T>>): Promise<Outcome<T>> =>
    settings.view().locked.includes('data') ? Promise.resolve(fail('locked')) : work();

  return {
    registryState: () => ok({ about: line.registryAbout(), import: importer.state() }),
    registryImportBegin: (file) => unlocked(() => importer.begin(file)),
    registryImportReceive: (piece) => unlocked(() => importer.receive(piece)),
    registryImportRun: ({ columns }) => unlocked(() => importer.run(columns, who())),
    registryImportApply: () => unlocked(() => importer.apply(who())),
    registryImportCancel: () => importer.cancel(),

    async retentionPreview({ months }) {
      const before = keptSince(now(), months);
      return ok({ before, consultations: journal().count(before), events: await line.retention.count(before) });
    },
    async backUp() {
      if (copying) return fail('backup-running');
      copying = true;
      const into = settings.view().workstation.data.backupFolder || join(dataDir, 'backups');
      try {
        return await backedUp({ dataDir, into, program, at: now() });
      } finally {
        copying = false;
      }
    },
  };
}

function backedUp(task: { dataDir: string; into: string; program: string; at: Instant }): Promise<Outcome<BackupMade>> {
  return new Promise((resolve) => {
    const worker = new Worker(BACKUP_WORKER, { workerData: task });
    worker.on('message', (message: unknown) => resolve(backupOutcome.parse(message)));
    worker.on('error', (error: Error) => resolve(fail('backup-failed', { reason: error.message })));
  });
}
