import { z } from 'zod';
import { id, instant, shortText } from './base.ts';
import {
  IMPORT_CHUNK_BYTES,
  LARGEST_IMPORT_BYTES,
  registryAbout,
  registryColumns,
  registryImport,
} from './registry-import.ts';

const nothing = z.object({});
const done = z.null();
const count = z.number().int().nonnegative();

/** What keeping for so many months would remove now. Nothing unclosed is among it. */
export const retentionPreview = z.object({ before: instant, consultations: count, events: count });
export type RetentionPreview = z.infer<typeof retentionPreview>;

/** A finished copy of the data folder. */
export const backupMade = z.object({ folder: z.string(), at: instant, bytes: count });
export type BackupMade = z.infer<typeof backupMade>;

/** The part of the desk's API about the data kept here (deskApi): each may fail with `locked` where an administrator set it. */
export const dataMethods = {
  /** The registry in force, and how far an import is: asked again and again while one runs. */
  registryState: { args: nothing, result: z.object({ about: registryAbout.nullable(), import: registryImport }) },
  /** Begins an import. Fails with `import-running`, `import-too-large` {limitMb}. */
  registryImportBegin: {
    args: z.object({ fileName: shortText, size: count.max(Number.MAX_SAFE_INTEGER), modifiedAt: instant }),
    result: z.object({ importId: id }),
  },
  /** The next piece of the file, base64; answers how many bytes are there. After the last one the file is looked at. */
  registryImportReceive: {
    args: z.object({
      importId: id,
      offset: count.max(LARGEST_IMPORT_BYTES),
      data: z.string().max(Math.ceil(IMPORT_CHUNK_BYTES / 3) * 4),
    }),
    result: z.object({ received: count }),
  },
  /** Builds the registry by these columns; in force at once when nothing is wrong with it. Fails with `no-import`, `import-columns`. */
  registryImportRun: { args: z.object({ columns: registryColumns }), result: done },
  /** Puts a registry with mistakes in force, without their rows. */
  registryImportApply: { args: nothing, result: done },
  registryImportCancel: { args: nothing, result: done },

  retentionPreview: { args: z.object({ months: z.number().int().min(1).max(600) }), result: retentionPreview },
  /** Copies the data folder while it is worked with. Fails with `backup-failed` {reason}, `backup-running`. */
  backUp: { args: nothing, result: backupMade },
};
