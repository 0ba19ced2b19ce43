import Database from 'better-sqlite3';
import { Kysely, SqliteDialect, type CompiledQuery, type RawBuilder } from 'kysely';
import { migrate, type Migration } from './migrations.ts';

/** A query kysely built; `Row` is what it gives back. */
export type Query<Row> = { compile(): CompiledQuery<Row> };

/**
 * An open SQLite database. Kysely writes every query, typed by `Schema`; here they are executed synchronously, so that a transaction is a
 * plain function and nothing can come between its statements. A repository that must also run on PostgreSQL awaits the same queries through
 * `kysely` instead; one owner uses one of the two ways, never both.
 */
export type Sqlite<Schema> = {
  readonly kysely: Kysely<Schema>;
  /** Every row of a query. */
  all<Row>(query: Query<Row>): Row[];
  /** The first row of a query. */
  first<Row>(query: Query<Row>): Row | undefined;
  /** Executes a statement; returns how many rows it changed. */
  run(query: Query<unknown>): number;
  /** A statement kysely has no words for, written with its `sql`. */
  written<Row>(statement: RawBuilder<Row>): Query<Row>;
  /** Executes `work` whole or not at all: what throws rolls back. On disk when it returns. Nested calls join the outer one. */
  transaction<T>(work: () => T): T;
  /** SQLite's own check of the file: an empty list is a sound database. */
  integrityProblems(): string[];
  close(): void;
};

/** A value SQLite takes as a parameter. */
type Bindable = string | number | bigint | Uint8Array | null;

/**
 * Opens (or creates) a database file and brings it to the newest migration: WAL, every commit synced to disk, foreign keys enforced,
 * 5 s of waiting for another writer. `:memory:` is a database of its own, for tests.
 * @param options.scratch a file that is thrown away unless it is finished: it is written without a journal and without syncing
 * @param options.functions what migrations and queries may call by name, text to text
 * @throws DatabaseTooNewError when a newer version of the program has written the file
 */
export function openDatabase<Schema>(options: {
  file: string;
  migrations: readonly Migration[];
  scratch?: boolean;
  functions?: Readonly<Record<string, (text: string) => string>>;
}): Sqlite<Schema> {
  const handle = new Database(options.file);
  try {
    Object.entries(options.functions ?? {}).forEach(([name, of]) =>
      handle.function(name, { deterministic: true }, (text) => of(String(text))),
    );
    handle.pragma(`journal_mode = ${options.scratch ? 'OFF' : 'WAL'}`);
    handle.pragma(`synchronous = ${options.scratch ? 'OFF' : 'FULL'}`);
    handle.pragma('foreign_keys = ON');
    handle.pragma('busy_timeout = 5000');
    migrate(handle, options.migrations);
  } catch (error) {
    handle.close();
    throw error;
  }
  const kysely = new Kysely<Schema>({ dialect: new SqliteDialect({ database: handle }) });

  const statements = new Map<string, Database.Statement<Bindable[], unknown>>();
  const prepare = (sql: string) => {
    const known = statements.get(sql);
    if (known) return known;
    const fresh = handle.prepare<Bindable[], unknown>(sql);
    statements.set(sql, fresh);
    return fresh;
  };
  const all = <Row>(query: Query<Row>): Row[] => {
    const { sql, parameters } = query.compile();
    return prepare(sql).all(...parameters.map(bindable)) as Row[];
  };

  return {
    kysely,
    all,
    first: (query) => all(query)[0],
    run(query) {
      const { sql, parameters } = query.compile();
      return prepare(sql).run(...parameters.map(bindable)).changes;
    },
    written: (statement) => ({ compile: () => statement.compile(kysely) }),
    transaction: (work) => (handle.inTransaction ? work() : handle.transaction(work).immediate()),
    integrityProblems: () => {
      const found = handle.pragma('integrity_check', { simple: true });
      return found === 'ok' ? [] : [String(found)];
    },
    close: () => handle.close(),
  };
}

/** Booleans are 0 and 1 in SQLite; anything else it cannot hold is a bug of the caller. */
function bindable(value: unknown): Bindable {
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint')
    return value;
  if (value instanceof Uint8Array) return value;
  throw new TypeError(`SQLite cannot hold a ${typeof value}`);
}
