import { stringify } from 'csv-stringify/sync'

/**
 * Rows as CSV (RFC 4180): a header, CRLF, quotes where needed. A cell that a spreadsheet would run as a formula gets an
 * apostrophe before it. What is no plain value is a cell of JSON.
 */
export const csv = (columns: readonly string[], rows: readonly (readonly unknown[])[]): string =>
  csvLines([columns, ...rows])

/** The same without a header. */
export const csvLines = (rows: readonly (readonly unknown[])[]): string =>
  stringify(
    rows.map((row) => row.map(cell)),
    { record_delimiter: '\r\n', escape_formulas: true },
  )

const cell = (value: unknown): string =>
  value === null || value === undefined ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value)
