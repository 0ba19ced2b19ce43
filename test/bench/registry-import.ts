import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { open } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import { v7 } from 'uuid';
import { openLine } from '../../electron/line/line.ts';
import { lineSettings } from '../../shared/contract/settings.ts';
import { IMPORT_CHUNK_BYTES, REGISTRY_FIELDS } from '../../shared/contract/registry-import.ts';
import { LICENCES } from './registry-search.ts';
import type { Row } from './report.ts';

const GOAL_MS = 60_000;
/** The service goes on with calls meanwhile: its longest pause. */
const PAUSE_GOAL_MS = 200;
const IDLE_MS = 5_000;

/** 200,000 licences from a file to the search, as the console sends them, and how long the service was held up by it. */
export async function raceImports(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'line15-import-bench-'));
  try {
    const files = { csv: join(folder, 'registry.csv'), book: join(folder, 'registry.xlsx') };
    // In a thread of its own: its garbage would hold up this one, which is measured.
    await once(new Worker(new URL('registry-tables.ts', import.meta.url), { workerData: files }), 'exit');
    return [...(await imported(folder, files.csv)), ...(await imported(folder, files.book))];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function imported(folder: string, file: string): Promise<Row[]> {
  const name = file.endsWith('.csv') ? 'CSV' : 'XLSX';
  const dir = join(folder, name);
  const line = await openLine({
    dbFile: `${dir}.sqlite`,
    registryDir: dir,
    now: Date.now,
    newId: v7,
    mode: 'work',
    rules: lineSettings.parse({}),
    sample: false,
    pagesDir: folder,
    log: (_level, what, details) => console.log(what, details),
  });
  const { registryImport: importer } = line;
  const idle = await longestIdlePause();
  const pauses = monitorEventLoopDelay({ resolution: 5 });
  pauses.enable();
  const cpuBefore = process.cpuUsage();
  const startedAt = performance.now();
  const handle = await open(file);
  const { size } = await handle.stat();
  const begun = await importer.begin({ fileName: name, size, modifiedAt: Date.now() });
  if (!begun.ok) throw new Error(begun.error.code);
  const { importId } = begun.value;
  for (let offset = 0; offset < size; offset += IMPORT_CHUNK_BYTES) {
    const bytes = Buffer.alloc(Math.min(IMPORT_CHUNK_BYTES, size - offset));
    await handle.read(bytes, 0, bytes.length, offset);
    await importer.receive({ importId, offset, data: bytes.toString('base64') });
  }
  await handle.close();
  const until = async (phase: string) => {
    while (importer.state().phase !== phase) {
      if (importer.state().phase === 'failed') throw new Error(JSON.stringify(importer.state()));
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  await until('preview');
  await importer.run([...REGISTRY_FIELDS], 'bench');
  await until('done');
  const took = performance.now() - startedAt;
  pauses.disable();
  const { user, system } = process.cpuUsage(cpuBefore);
  await line.close();
  const longest = pauses.max / 1e6;
  return [
    {
      what: `import of ${LICENCES} licences, ${name}`,
      ours: took,
      reference: null,
      goal: `< ${GOAL_MS} ms`,
      met: took < GOAL_MS,
    },
    { what: `processor time of it, ${name}`, ours: (user + system) / 1_000, reference: null, goal: '', met: null },
    {
      what: `longest pause of the service meanwhile, ${name} (beside: idle)`,
      ours: longest,
      reference: idle,
      goal: `< ${PAUSE_GOAL_MS} ms`,
      met: longest < PAUSE_GOAL_MS,
    },
  ];
}

/** What a busy machine does to a process that does nothing. */
async function longestIdlePause(): Promise<number> {
  const pauses = monitorEventLoopDelay({ resolution: 5 });
  pauses.enable();
  await new Promise((resolve) => setTimeout(resolve, IDLE_MS));
  pauses.disable();
  return pauses.max / 1e6;
}
