import type { Cell } from '../../shared/cell'
import { minorText } from '../../shared/money'
import { dayOf, timeOfDay } from '../../shared/time'
import type { Sheet } from './sheet'
import { byteOrderMark, csvText, type CsvCell } from './writeCsv'

/** An amount as a plain number, an instant as the clocks of its zone showed it. Which currency and zone, the head says. */
function csvCell(cell: Cell): CsvCell {
  if (cell === null) return ''
  switch (cell.kind) {
    case 'text':
      return cell.text
    case 'count':
      return { figure: String(cell.count) }
    case 'money':
      return { figure: minorText(cell.amount) }
    case 'instant':
      return { figure: `${dayOf(cell.at, cell.zone)} ${timeOfDay(cell.at, cell.zone)}` }
  }
}

/** The sheet as a CSV file, part by part. */
export async function* csvBytes({ heads, rows }: Sheet): AsyncGenerator<Uint8Array> {
  yield Buffer.from(byteOrderMark + csvText([heads]))
  for await (const some of rows) yield Buffer.from(csvText(some.map((row) => row.map(csvCell))))
}
