import { z } from 'zod';

/** The columns an export of the journal may have, in their order. Times are Moscow's. */
export const EXPORT_COLUMNS = [
  'inquiry',
  'date',
  'time',
  'direction',
  'number',
  'contact',
  'organisation',
  'registrationNumber',
  'talk',
  'end',
  'topic',
  'outcome',
  'comment',
  'consultant',
] as const;
export const exportColumn = z.enum(EXPORT_COLUMNS);
export type ExportColumn = z.infer<typeof exportColumn>;
