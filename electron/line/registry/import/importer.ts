import type { Outcome } from '../../../../shared/contract/base.ts';
import type { RegistryField, RegistryImport } from '../../../../shared/contract/registry-import.ts';
import type { Instant } from '../../../../shared/regulation/time.ts';

/** The import of a registry: a file is received in pieces, looked at, built beside the registry in force, and takes its place whole. */
export type RegistryImporter = {
  state(): RegistryImport;
  /** Fails with `import-running`, `import-too-large` {limitMb}. */
  begin(file: { fileName: string; size: number; modifiedAt: Instant }): Promise<Outcome<{ importId: string }>>;
  /** The next piece, base64. After the last the file is looked at. Fails with `no-import`. */
  receive(piece: { importId: string; offset: number; data: string }): Promise<Outcome<{ received: number }>>;
  /** Builds the registry by these columns. Fails with `no-import`, `import-columns` (number and organisation are needed, once each). */
  run(columns: (RegistryField | null)[], who: string): Promise<Outcome<null>>;
  /** Puts a registry that was built with mistakes in force, without the rows that have them. Fails with `no-import`. */
  apply(who: string): Promise<Outcome<null>>;
  /** Gives it up, wherever it is, and the registry in force stays; what is coming into force at this moment does. */
  cancel(): Promise<Outcome<null>>;
  close(): Promise<void>;
};
