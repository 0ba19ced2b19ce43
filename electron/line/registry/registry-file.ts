import { openDatabase, type Sqlite } from '../../sqlite/database.ts';
import { REGISTRY_MIGRATIONS } from './migrations.ts';

/** The tables of a registry's file. */
export type RegistryTables = {
  entries: { row: number; id: string; number_key: string; inn: string; entry: string };
  phones: { phone_key: string; row: number };
  search: { rowid: number; name: string; place: string; number: string; digits: string };
  vocabulary: { word: string };
  about: { as_of: number; source: string; entries: number };
};

/**
 * The licence registry is a file of its own beside the line's: it is built whole by an import, never changed, and replaced by the next one. So
 * an import of hundreds of thousands of rows never holds up the line, and there is no half of one.
 */
export type RegistryFile = Sqlite<RegistryTables>;

/**
 * Opens a registry's file; `scratch`: to be built, without the care for power cuts that a file needs which is kept.
 * @throws DatabaseTooNewError when a newer version of the program has written it
 */
export function openRegistryFile(file: string, scratch = false): RegistryFile {
  return openDatabase<RegistryTables>({ file, migrations: REGISTRY_MIGRATIONS, scratch });
}
