import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { open } from 'node:fs/promises';
import { v7 } from 'uuid';
import writeXlsx from 'write-excel-file/node';
import { openLine } from '../../electron/line/line.ts';
import { lineSettings } from '../../shared/contract/settings.ts';
import { IMPORT_CHUNK_BYTES, REGISTRY_FIELDS } from '../../shared/contract/registry-import.ts';
import type { RegistryEntry } from '../../shared/contract/registry.ts';
import { LICENCES, manyLicences } from './registry-search.ts';
import type { Row } from './report.ts';

const GOAL_MS = 60_000;
/** The service goes on with calls meanwhile: its longest pause. */
const PAUSE_GOAL_MS = 200;
const IDLE_MS = 5_000;
const HEAD =
  'Рег. номер;Организация;ИНН;Город;Конфигурация;Телефон;Контакт;Дата продажи;Лицензия;Начало;Окончание'.split(';');

/** 200,000 licences from a file to the search, as the console sends them, and how long the service was held up by it. */
export async function raceImports(entries: readonly RegistryEntry[] = manyLicences()): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'line15-import-bench-'));
  try {
    const csv = join(folder, 'registry.csv');
    await writeCsv(csv, entries);
    const rows = await imported(folder, csv);
    const book = join(folder, 'registry.xlsx');
    const cells = [HEAD, ...entries.map(cellsOf)].map((row) =>
      row.map((value) => (value === '' ? null : { value, type: String })),
    );
    await writeXlsx(cells).toFile(book);
    return [...rows, ...(await imported(folder, book))];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function writeCsv(file: string, entries: readonly RegistryEntry[]): Promise<void> {
  const stream = createWriteStream(file);
  stream.write(`${HEAD.join(';')}\r\n`);
  for (const entry of entries)
    stream.write(
      `${cellsOf(entry)
        .map((cell) => `"${cell}"`)
        .join(';')}\r\n`,
    );
  stream.end();
  await once(stream, 'finish');
}

function cellsOf({ licences: [licence], ...entry }: RegistryEntry): string[] {
  const { registrationNumber, organisation, inn, city, configuration, phones, contact } = entry;
  const day = (key: string | null | undefined) => (key ?? '').split('-').reverse().join('.');
  const kind = licence === undefined ? '' : licence.kind === 'prof' ? 'ПРОФ' : 'Стандарт';
  const terms = [day(entry.purchasedOn), kind, day(licence?.first), day(licence?.last)];
  return [registrationNumber, organisation, inn, city, configuration, phones.join(', '), contact, ...terms];
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
