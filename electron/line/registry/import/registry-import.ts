import { open, rm, type FileHandle } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import { fail, ok, type Failure } from '../../../../shared/contract/base.ts';
import {
  LARGEST_IMPORT_BYTES,
  registryField,
  type RegistryField,
  type RegistryImport,
} from '../../../../shared/contract/registry-import.ts';
import type { Instant } from '../../../../shared/regulation/time.ts';
import type { LineLog } from '../../ports.ts';
import type { AuditRepository, ValueRepository } from '../../store/store.ts';
import type { Registry } from '../registry.ts';
import { headerKey } from './columns.ts';
import type { RegistryImporter } from './importer.ts';
import { importNews, type ImportNews, type ImportTask } from './messages.ts';

const KEPT_COLUMNS = 'registry-columns';
const keptColumns = z.union([z.record(z.string(), registryField.nullable()), z.undefined()]);
/** Less than this part of the registry in force is asked about: half an export looks like a whole one. */
const SUSPICIOUS_PART = 0.5;
const HEAP_MB = 3_000;
const WORKER = new URL(
  import.meta.url.endsWith('.ts') ? './import-worker.ts' : './registry-import-worker.mjs',
  import.meta.url,
);

/** What is under way: the file as it comes, the thread that works on it, the registry it builds. */
type Job = {
  id: string;
  fileName: string;
  size: number;
  asOf: Instant;
  file: string;
  target: string;
  upload: FileHandle | null;
  worker: Worker | null;
  who: string;
};

/** One import at a time; the one before is forgotten when another begins. */
export function createRegistryImport(needs: {
  registry: Registry;
  values: ValueRepository;
  audit: AuditRepository;
  now(): Instant;
  newId(): string;
  log: LineLog;
}): RegistryImporter {
  const { registry, values, audit, now, newId, log } = needs;
  let state: RegistryImport = { phase: 'none' };
  let job: Job | null = null;

  async function clear(): Promise<void> {
    const before = job;
    job = null;
    if (before !== null) await leave(before, [before.file, before.target]);
  }

  /** Ends what works on a job and removes these files; not in this thread, which the removal of a large one would hold up. */
  async function leave({ worker, upload }: Job, files: readonly string[]): Promise<void> {
    await worker?.terminate();
    await upload?.close().catch(() => undefined);
    for (const file of files) await rm(file, { force: true });
  }

  async function failed(failure: Failure): Promise<void> {
    state = { phase: 'failed', fileName: job?.fileName ?? '', failure };
    await clear();
  }

  function work(on: Job, task: ImportTask, heard: (news: ImportNews) => Promise<void>): void {
    const worker = new Worker(WORKER, { workerData: task, resourceLimits: { maxOldGenerationSizeMb: HEAP_MB } });
    on.worker = worker;
    worker.on('message', (message: unknown) => {
      if (job !== on) return;
      heard(importNews.parse(message)).catch((error: unknown) => broken(error));
    });
    worker.on('error', broken);
    function broken(error: unknown): void {
      if (job !== on) return;
      log('error', 'import-failed', { error: String(error) });
      const isMemory = error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      void failed({ code: isMemory ? 'import-memory' : 'import-failed', details: {} });
    }
  }

  async function look(on: Job): Promise<void> {
    const { fileName } = on;
    state = { phase: 'looking', fileName };
    const kept = keptColumns.parse(await values.get(KEPT_COLUMNS)) ?? {};
    work(on, { kind: 'look', file: on.file, kept }, async (news) => {
      if (news.kind === 'failed') return failed(news.failure);
      if (news.kind === 'preview') state = { phase: 'preview', fileName, preview: news.preview };
    });
  }

  async function putInForce(on: Job, entries: number, leftOut: number): Promise<void> {
    const { fileName, file, target, asOf, who } = on;
    // From here it can neither be given up nor be followed by another: either would remove the file that comes into force.
    job = null;
    state = { phase: 'running', fileName, step: 'writing', done: entries, total: entries };
    let became: RegistryImport = { phase: 'done', fileName, entries, leftOut };
    let leftover = [file, target];
    try {
      await registry.use(target);
      leftover = [file];
      const details = { fileName, entries, leftOut, asOf };
      await audit.add({ at: now(), who, what: 'registry-imported', subject: 'registry', details });
      log('info', 'registry-imported', { entries, leftOut });
    } catch (error) {
      log('error', 'import-failed', { error: String(error) });
      became = { phase: 'failed', fileName, failure: { code: 'import-failed', details: {} } };
    }
    await leave(on, leftover).finally(() => void (state = became));
  }

  async function built(on: Job, news: Extract<ImportNews, { kind: 'built' }>): Promise<void> {
    const { entries, mistakes, mistakeCount } = news;
    const present = registry.about()?.entries ?? 0;
    if (entries === 0 && mistakeCount === 0) return failed({ code: 'import-no-table', details: {} });
    if (mistakeCount === 0 && entries >= present * SUSPICIOUS_PART) return putInForce(on, entries, 0);
    state = { phase: 'checked', fileName: on.fileName, entries, present, mistakes, mistakeCount };
  }

  return {
    state: () => state,
    async begin({ fileName, size, modifiedAt }) {
      if (state.phase === 'running' || state.phase === 'looking') return fail('import-running');
      if (size > LARGEST_IMPORT_BYTES) return fail('import-too-large', { limitMb: LARGEST_IMPORT_BYTES / 1_000_000 });
      await clear();
      const id = newId();
      const target = registry.newFile();
      const file = `${target}.upload`;
      const upload = await open(file, 'w', 0o600);
      // Data are as old as their file; a file from the future is as old as now.
      const asOf = Math.min(modifiedAt, now());
      job = { id, fileName, size, asOf, file, target, upload, worker: null, who: '' };
      state = { phase: 'receiving', fileName, received: 0, size };
      return ok({ importId: id });
    },
    async receive({ importId, offset, data }) {
      const on = job;
      if (on?.id !== importId || on.upload === null || state.phase !== 'receiving') return fail('no-import');
      if (offset !== state.received) return ok({ received: state.received });
      const bytes = Buffer.from(data, 'base64');
      const received = offset + bytes.length;
      if (received > on.size || bytes.length === 0) return fail('no-import');
      await on.upload.write(bytes, 0, bytes.length, offset);
      state = { ...state, received };
      if (received < on.size) return ok({ received });
      await on.upload.close();
      on.upload = null;
      await look(on);
      return ok({ received });
    },
    async run(columns, who) {
      if (job === null || state.phase !== 'preview') return fail('no-import');
      const once = (field: RegistryField) => columns.filter((one) => one === field).length;
      const isWhole = once('registrationNumber') === 1 && once('organisation') === 1;
      const isTwice = columns.some((field) => field !== null && field !== 'phones' && once(field) > 1);
      if (!isWhole || isTwice) return fail('import-columns');
      const on = job;
      const { fileName } = on;
      const { headers, headerLine } = state.preview;
      on.who = who;
      state = { phase: 'running', fileName, step: 'reading', done: 0, total: null };
      const chosen = Object.fromEntries(headers.map((header, place) => [headerKey(header), columns[place] ?? null]));
      const before = keptColumns.parse(await values.get(KEPT_COLUMNS));
      await values.set(KEPT_COLUMNS, { ...before, ...chosen });
      const { file, target, asOf } = on;
      const task: ImportTask = { kind: 'build', file, target, columns, headerLine, headers, source: fileName, asOf };
      work(on, task, async (news) => {
        if (news.kind === 'failed') return failed(news.failure);
        if (news.kind === 'built') return built(on, news);
        if (news.kind === 'progress') state = { ...news, phase: 'running', fileName };
      });
      return ok(null);
    },
    async apply(who) {
      if (job === null || state.phase !== 'checked' || state.entries === 0) return fail('no-import');
      job.who = who;
      await putInForce(job, state.entries, state.mistakeCount);
      return ok(null);
    },
    async cancel() {
      // Too late: it is coming into force.
      if (job === null && state.phase === 'running') return ok(null);
      state = job === null ? { phase: 'none' } : { phase: 'cancelled', fileName: job.fileName };
      await clear();
      return ok(null);
    },
    close: () => clear(),
  };
}
