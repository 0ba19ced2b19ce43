import { stringify } from 'csv-stringify/browser/esm/sync';
import type { Cell } from './messages.ts';

/** Excel takes UTF-8 for what it is by this mark only. */
export const BYTE_ORDER_MARK = '\uFEFF';

/** Rows as Russian Excel reads them: semicolons, CRLF, and no text that it would run as a formula. */
export const csvOf = (rows: readonly (readonly Cell[])[]): string =>
  stringify(
    [...rows].map((row) => [...row]),
    { delimiter: ';', record_delimiter: 'windows', escape_formulas: true },
  );
