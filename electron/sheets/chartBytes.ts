import { headOf, rawText, type ChartTable } from '../../shared/reports/chartTable'
import { ok, refuse, type Result } from '../../shared/result'
import type { ChartFile } from '../../shared/sheets/takeaway'
import { byteOrderMark, csvText } from './writeCsv'

const pngMark = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** What could make a picture do something when it is opened. */
const lively = /<(?:script|foreignObject|iframe|image|use)[\s/>]|\son[a-z]+\s*=|<!(?:DOCTYPE|ENTITY)/iu

/** The bytes of a chart's file. Refuses a picture that is none of its kind, or does more than being looked at. */
export function chartBytes(chart: ChartFile): Result<Uint8Array> {
  if (chart.kind === 'csv') return ok(Buffer.from(chartCsv(chart.table)))
  if (chart.kind === 'svg') {
    if (!chart.text.startsWith('<svg xmlns="http://www.w3.org/2000/svg"') || lively.test(chart.text))
      return refusePicture()
    return ok(Buffer.from(chart.text))
  }
  const bytes = Buffer.from(chart.bytes, 'base64')
  return bytes.subarray(0, pngMark.length).equals(pngMark) ? ok(bytes) : refusePicture()
}

const refusePicture = () => refuse('no-picture', 'This is no picture of a chart. Nothing was saved.')

/** The numbers of a chart as a CSV file: heads with unit or zone, plain numbers, ISO days; what is missing is an empty cell. */
export function chartCsv({ columns, rows }: ChartTable): string {
  const cells = rows.map((row) =>
    columns.map((column, at) => {
      const value = row[at] ?? null
      const text = rawText(column, value)
      return typeof value === 'number' ? { figure: text } : text
    }),
  )
  return byteOrderMark + csvText([columns.map(headOf), ...cells])
}
