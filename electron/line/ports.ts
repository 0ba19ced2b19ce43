import type { Outcome } from '../../shared/contract/base.ts';
import type { LineLink } from '../../shared/contract/link.ts';
import type { LineSettings } from '../../shared/contract/settings.ts';
import type { RegistryAbout } from '../../shared/contract/registry-import.ts';
import type { Instant } from '../../shared/regulation/time.ts';
import type { RegistryImporter } from './registry/import/importer.ts';

/** Structured log lines: `what` for the program, the rest for the reader. Never what a user or a consultant typed. */
export type LineLog = (level: 'info' | 'warn' | 'error', what: string, details?: Record<string, unknown>) => void;

/** What the line needs of the world. */
export type LineOptions = {
  /** The line's own SQLite file; `:memory:` in tests. */
  dbFile: string;
  /** The folder of the registry's files; null: in memory, for tests. */
  registryDir: string | null;
  now(): Instant;
  /** A UUID, version 7. */
  newId(): string;
  mode: 'training' | 'work';
  rules: LineSettings;
  /** Fills an empty registry with 10,000 invented licences (the training line). */
  sample: boolean;
  /** Where the built pages are: monitor.html and assets/. */
  pagesDir: string;
  log: LineLog;
};

/** Somebody of the sample registry: a user the training line may simulate. */
export type SampleUser = { name: string; number: string; organisation: string; registrationNumber: string };

/** The addresses of the second listener: the lead's own link (with its token) and the users' page. */
export type LineLinks = { lead: string; booking: string };

/** The team's line, embedded or headless. */
export type Line = {
  /** The desks' side. */
  link: LineLink;
  /**
   * Opens the leads' and users' pages; port 0 takes any free one. Fails with `port-taken`, `address-unknown`, `port-not-allowed`, or
   * `not-listening` for any other reason (it is in the log); a second call moves the listener.
   */
  listen(where: { host: string; port: number }): Promise<Outcome<LineLinks>>;
  stopListening(): Promise<void>;
  /** New rules of the line: notices and hours recompute the due-bys of open events (4.2, 7); desks are told. */
  setRules(rules: LineSettings): Promise<void>;
  /** The registry in force. */
  registryAbout(): RegistryAbout | null;
  registryImport: RegistryImporter;
  /**
   * Closed events of before: how many there are, and removing them with what hangs on them. The audit trail says so, and of how many
   * `consultations` the desk's journal was relieved.
   */
  retention: {
    count(before: Instant): Promise<number>;
    remove(before: Instant, consultations: number): Promise<number>;
  };
  /** The first `count` users of the sample registry. */
  sampleUsers(count: number): SampleUser[];
  close(): Promise<void>;
};
