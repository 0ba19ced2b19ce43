/** A cell of an export: text is never a formula, whatever it begins with. */
export type Cell = string | number;
export type ExportFormat = 'xlsx' | 'csv';

/** What the page hands to the worker that builds the file; rows come in pieces. */
export type ToWorker =
  { kind: 'start'; format: ExportFormat; header: string[] } | { kind: 'rows'; rows: Cell[][] } | { kind: 'finish' };
/** What it gives back: the bytes of the file, once. */
export type FromWorker = { file: Blob };
