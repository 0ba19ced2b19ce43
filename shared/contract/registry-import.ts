import { z } from 'zod';
import { failure, instant, shortText } from './base.ts';

/** What a column of an imported table may be. Phones may stand in several columns, the rest in one each. */
export const REGISTRY_FIELDS = [
  'registrationNumber',
  'organisation',
  'inn',
  'city',
  'configuration',
  'phones',
  'contact',
  'purchasedOn',
  'licenceKind',
  'licenceFirst',
  'licenceLast',
] as const;
export const registryField = z.enum(REGISTRY_FIELDS);
export type RegistryField = z.infer<typeof registryField>;

/** What each column is, by its place; null: not taken. */
export const registryColumns = z.array(registryField.nullable()).max(200);

/** No larger file is taken: 200,000 licences are about 50 MB as text and 15 MB as a workbook. */
export const LARGEST_IMPORT_BYTES = 200_000_000;
/** What one message of the upload carries; as base64 it stays under the channel's own limit. */
export const IMPORT_CHUNK_BYTES = 480_000;

/** The first rows of a file, and what its columns seem to be. */
export const registryPreview = z.object({
  format: z.enum(['csv', 'xlsx']),
  /** null: not a text file. */
  encoding: z.enum(['utf-8', 'windows-1251', 'utf-16le']).nullable(),
  /** The line the headers stand in, from 1. */
  headerLine: z.number().int().positive(),
  headers: z.array(z.string()),
  columns: registryColumns,
  rows: z.array(z.array(z.string())),
});
export type RegistryPreview = z.infer<typeof registryPreview>;

/** Why a row is left out: by the line an editor or Excel shows, the column's header and what stands there. */
export const rowMistake = z.object({
  line: z.number().int().positive(),
  column: z.string(),
  code: z.enum([
    'no-number',
    'no-organisation',
    'spoilt-number',
    'bad-date',
    'unknown-licence',
    'licence-incomplete',
    'licence-order',
    'too-long',
    'other-organisation',
  ]),
  value: z.string(),
});
export type RowMistake = z.infer<typeof rowMistake>;

/** How many mistakes are told one by one; of the rest only the count. */
export const MOST_MISTAKES = 200;

const file = { fileName: shortText };
const count = z.number().int().nonnegative();

/** How far an import is. One runs at a time, and it outlives the window that began it. */
export const registryImport = z.discriminatedUnion('phase', [
  z.object({ phase: z.literal('none') }),
  z.object({ phase: z.literal('receiving'), ...file, received: count, size: count }),
  z.object({ phase: z.literal('looking'), ...file }),
  z.object({ phase: z.literal('preview'), ...file, preview: registryPreview }),
  /** `total` null: nobody knows yet how much there is to do. */
  z.object({
    phase: z.literal('running'),
    ...file,
    step: z.enum(['reading', 'writing']),
    done: count,
    total: count.nullable(),
  }),
  /** Built, not in force: it has mistakes, or is much smaller than the registry it would replace (`present`). */
  z.object({
    phase: z.literal('checked'),
    ...file,
    entries: count,
    present: count,
    mistakes: z.array(rowMistake),
    mistakeCount: count,
  }),
  z.object({ phase: z.literal('done'), ...file, entries: count, leftOut: count }),
  z.object({ phase: z.literal('cancelled'), ...file }),
  z.object({ phase: z.literal('failed'), ...file, failure }),
]);
export type RegistryImport = z.infer<typeof registryImport>;

/** The registry in force: where its data are from, and how old they are. */
export const registryAbout = z.object({ asOf: instant, source: z.string(), entries: count });
export type RegistryAbout = z.infer<typeof registryAbout>;
