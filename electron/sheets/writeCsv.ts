import Papa from 'papaparse'
import { neutralised } from './formulas'

/** Figures are written as they are; a spreadsheet calculates with them. Anything else is text and never a formula. */
export interface Figure {
  readonly figure: string
}
export type CsvCell = string | Figure

/** A file begins with it so that Excel reads UTF-8. */
export const byteOrderMark = '\uFEFF'

/** Those rows as RFC 4180 has them, each with its line end. A file is the mark, the header's row and rows in as many parts as one likes. */
export function csvText(rows: readonly (readonly CsvCell[])[]): string {
  if (rows.length === 0) return ''
  const cells = rows.map((row) => row.map((cell) => (typeof cell === 'string' ? neutralised(cell) : cell.figure)))
  return `${Papa.unparse(cells, { newline: '\r\n' })}\r\n`
}
