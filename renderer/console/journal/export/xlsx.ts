import writeXlsx from 'write-excel-file/universal';
import type { Cell } from './messages.ts';

/** Characters wide. */
const [NARROW, WIDE] = [14, 40];
/** A column with texts longer than this is a wide one. */
const LONG = 24;

/** A workbook of one sheet, the header bold and always in sight. Every text is a text cell, which Excel never runs. */
export async function xlsxOf(header: readonly string[], rows: readonly (readonly Cell[])[]): Promise<Blob> {
  const head = header.map((value) => ({ value, type: String, fontWeight: 'bold' as const }));
  const cells = rows.map((row) =>
    row.map((value) => (typeof value === 'number' ? { value, type: Number } : { value, type: String })),
  );
  const columns = header.map((_, column) => {
    const isWide = rows.slice(0, 100).some((row) => String(row[column] ?? '').length > LONG);
    return { width: isWide ? WIDE : NARROW };
  });
  return writeXlsx([head, ...cells], { columns, stickyRowsCount: 1 }).toBlob();
}
