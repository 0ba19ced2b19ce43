/** More rows, with the header, a sheet of Excel does not have. */
export const XLSX_ROWS = 1_048_575;
