import { z } from 'zod';
import { failure } from '../../../../shared/contract/base.ts';
import {
  registryColumns,
  registryField,
  registryPreview,
  rowMistake,
} from '../../../../shared/contract/registry-import.ts';

/** What the import's thread is started for: a look at the first rows, or the whole registry built in a file of its own. */
export const importTask = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('look'), file: z.string(), kept: z.record(z.string(), registryField.nullable()) }),
  z.object({
    kind: z.literal('build'),
    file: z.string(),
    columns: registryColumns,
    headerLine: z.number().int(),
    headers: z.array(z.string()),
    target: z.string(),
    source: z.string(),
    asOf: z.number().int(),
  }),
]);
export type ImportTask = z.infer<typeof importTask>;

/** What it says. The last of them is a preview, `built` or `failed`. */
export const importNews = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('progress'),
    step: z.enum(['reading', 'writing']),
    done: z.number(),
    total: z.number().nullable(),
  }),
  z.object({ kind: z.literal('preview'), preview: registryPreview }),
  z.object({ kind: z.literal('built'), entries: z.number(), mistakes: z.array(rowMistake), mistakeCount: z.number() }),
  z.object({ kind: z.literal('failed'), failure }),
]);
export type ImportNews = z.infer<typeof importNews>;
