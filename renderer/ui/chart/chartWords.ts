import { ratio, type ChartColumn, type ChartColumnKind, type ChartValue } from '../../../shared/reports/chartTable'
import { formatMoney, formatMoneyShort, minor } from '../../../shared/money'
import { instant, shortTime } from '../../../shared/time'
import { counted, grouped } from '../counts'

/** What stands where something is missing. */
export const missing = '–'

const dayFormat = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' })
const fullDayFormat = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
})

/** "14 Apr", of an axis. A day is the same day wherever it is read. */
export const dayTick = (day: string): string => dayFormat.format(new Date(`${day}T00:00:00Z`))

/** "14 Apr 2018". */
export const dayWords = (day: string): string => fullDayFormat.format(new Date(`${day}T00:00:00Z`))

const minus = (text: string): string => text.replace('-', '−')

const formats = new Map<number, Intl.NumberFormat>()

/** Whole numbers as the home market groups them; others with so many decimals. */
function fixed(value: number, decimals: number): string {
  let format = formats.get(decimals)
  if (!format) {
    format = new Intl.NumberFormat('en-IN', { minimumFractionDigits: decimals, maximumFractionDigits: decimals })
    formats.set(decimals, format)
  }
  return minus(format.format(value))
}

/** The value as a table shows it; its column's head has the unit. */
export function valueText(column: ChartColumn, value: ChartValue): string {
  if (value === null) return missing
  if (typeof value === 'string') return column.kind === 'day' ? dayWords(value) : value
  switch (column.kind) {
    case 'count':
      return minus(grouped(value))
    case 'money':
      return formatMoney(minor(value), column.currency)
    case 'share':
      return `${fixed(value * 100, 1)} %`
    case 'figure':
      return fixed(value, column.decimals)
    case 'instant':
      return shortTime(instant(value), column.zone)
    case 'text':
    case 'day':
      return String(value)
  }
}

/** The value by itself, beside the pointer: "12 units", "3.5 hours". */
export function valueWords(column: ChartColumn, value: ChartValue): string {
  if (typeof value !== 'number') return valueText(column, value)
  if (column.kind === 'count' && column.unit !== '') return minus(counted(value, column.unit))
  return column.kind === 'figure' ? `${valueText(column, value)} ${column.unit}`.trim() : valueText(column, value)
}

/** How an axis writes the column's values: amounts in lakh and crore (万 and 亿), which are rounded. */
export const axisWords =
  (column: ChartColumnKind) =>
  (value: number): string => {
    if (column.kind === 'money') return formatMoneyShort(minor(Math.round(value)), column.currency)
    if (column.kind === 'share') return `${fixed(value * 100, 0)} %`
    return minus(grouped(value))
  }

/** "64 %", "–" where there is nothing to divide by. */
export function shareWords(of: number | null, by: number | null): string {
  const share = ratio(of, by)
  return share === null ? missing : `${fixed(share * 100, 0)} %`
}
