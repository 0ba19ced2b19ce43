/** The import's files, written in a thread of their own: a registry as 1C exports it, CSV and XLSX. */
import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { workerData } from 'node:worker_threads';
import writeXlsx from 'write-excel-file/node';
import { z } from 'zod';
import type { RegistryEntry } from '../../shared/contract/registry.ts';
import { manyLicences } from './registry-search.ts';

const HEAD =
  'Рег. номер;Организация;ИНН;Город;Конфигурация;Телефон;Контакт;Дата продажи;Лицензия;Начало;Окончание'.split(';');

const files = z.object({ csv: z.string(), book: z.string() }).parse(workerData);
const entries = manyLicences();
await writeCsv(files.csv, entries);
const cells = [HEAD, ...entries.map(cellsOf)].map((row) =>
  row.map((value) => (value === '' ? null : { value, type: String })),
);
await writeXlsx(cells).toFile(files.book);

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
