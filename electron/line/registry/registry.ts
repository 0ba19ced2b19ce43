import { mkdirSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { z } from 'zod';
import type { RegistryAnswer, RegistryEntry } from '../../../shared/contract/registry.ts';
import type { Instant } from '../../../shared/regulation/time.ts';
import type { ValueRepository } from '../store/store.ts';
import { buildRegistry, type RegistryOrigin } from './build-registry.ts';
import { entryFinder } from './find-entries.ts';
import { openRegistryFile, type RegistryFile } from './registry-file.ts';

/** What a registry says of itself. */
export type RegistryAbout = { asOf: Instant; source: string; entries: number };

/** The licence registry: what the caller's three facts are compared with (2.3). */
export type Registry = {
  /** null: nothing was ever imported. */
  about(): RegistryAbout | null;
  /** At most `limit` entries with all that was typed in any of number, organisation, INN, city, phone; the likeliest first. */
  search(text: string, limit: number): RegistryAnswer;
  byPhone(number: string): RegistryAnswer;
  byNumber(registrationNumber: string): RegistryAnswer;
  byId(id: string): RegistryAnswer;
  /** Puts these entries in the place of all others. Thousands take a second: an import builds its file elsewhere and hands it over to `use`. */
  replace(entries: Iterable<RegistryEntry>, origin: RegistryOrigin): Promise<void>;
  /** A file for a registry to be built in, within this one's folder. */
  newFile(): string;
  /** Takes a finished file (of `newFile`) in the place of the present one. */
  use(file: string): Promise<void>;
  close(): void;
};

/** Which file of the folder is in force. */
const CURRENT = 'registry-file';

/**
 * Opens the registry in force. Files that are not (an import that did not come to its end, a registry that was replaced) are removed.
 * @param folder null: in memory, for tests
 */
export async function openRegistry(options: {
  folder: string | null;
  values: ValueRepository;
  newId(): string;
}): Promise<Registry> {
  const { folder, values, newId } = options;
  if (folder !== null) mkdirSync(folder, { recursive: true, mode: 0o700 });
  const named = z.union([z.string().regex(/^[\w-]+\.sqlite$/), z.undefined()]).parse(await values.get(CURRENT));
  const path = (name: string): string => (folder === null ? ':memory:' : join(folder, name));

  let current = opened(openRegistryFile(named === undefined ? ':memory:' : path(named)));
  await removeOthers(named);

  /** Not in this thread: the system takes a tenth of a second to remove a large file, and a call may be going on. */
  async function removeOthers(kept: string | undefined): Promise<void> {
    if (folder === null) return;
    for (const name of await readdir(folder)) {
      if (kept !== undefined && name.startsWith(kept)) continue;
      // Windows keeps a file that is still open somewhere; the next start removes it.
      await rm(join(folder, name), { force: true }).catch(() => undefined);
    }
  }

  const answer = (entries: RegistryEntry[]): RegistryAnswer => ({ entries, asOf: current.about?.asOf ?? null });

  const newFile = (): string => path(`${newId()}.sqlite`);

  async function use(file: string): Promise<void> {
    const next = opened(openRegistryFile(file));
    if (next.about === null) throw new Error('this registry was not finished');
    await values.set(CURRENT, basename(file));
    swap(next);
    // It is in force whatever becomes of the others; the next start removes them.
    await removeOthers(basename(file)).catch(() => undefined);
  }

  function swap(next: Opened): void {
    current.database.close();
    current = next;
  }

  return {
    about: () => current.about,
    search: (text, limit) => answer(current.find.search(text, limit)),
    byPhone: (number) => answer(current.find.byPhone(number)),
    byNumber: (registrationNumber) => answer(current.find.byNumber(registrationNumber)),
    byId: (id) => answer(current.find.byId(id)),
    async replace(entries, origin) {
      const file = newFile();
      const database = openRegistryFile(file, true);
      buildRegistry(database, entries, origin);
      if (folder === null) return swap(opened(database));
      database.close();
      await use(file);
    },
    newFile,
    use,
    close: () => current.database.close(),
  };
}

type Opened = { database: RegistryFile; find: ReturnType<typeof entryFinder>; about: RegistryAbout | null };

const opened = (database: RegistryFile): Opened => ({
  database,
  find: entryFinder(database),
  about: aboutOf(database),
});

function aboutOf({ kysely, first }: RegistryFile): RegistryAbout | null {
  const row = first(kysely.selectFrom('about').selectAll());
  return row === undefined ? null : { asOf: row.as_of, source: row.source, entries: row.entries };
}
