import { minorText, minor, type Currency } from '../money'
import { assert } from '../result'
import { dayOf, instant, isDay, timeOfDay, type Zone } from '../time'

/** What one column of a chart's numbers holds, and how it is to be read. */
export type ChartColumnKind =
  | { readonly kind: 'text' }
  /** A calendar day of the zone, `YYYY-MM-DD`. */
  | { readonly kind: 'day'; readonly zone: Zone }
  /** An instant in milliseconds, shown by the clocks of the zone. */
  | { readonly kind: 'instant'; readonly zone: Zone }
  /** How many of `unit`, which is in the singular: "order"; empty where the head says it already. */
  | { readonly kind: 'count'; readonly unit: string }
  /** Smallest units of the currency, whole. */
  | { readonly kind: 'money'; readonly currency: Currency }
  /** 1 is the whole: shown as 100 %. */
  | { readonly kind: 'share' }
  /** Any other measure, in `unit` ("hours"), shown with so many decimals. */
  | { readonly kind: 'figure'; readonly unit: string; readonly decimals: number }

export type ChartColumn<Key extends string = string> = ChartColumnKind & {
  /** Names the column's value in a chart's points: `dataKey="paid"`. */
  readonly key: Key
  /** Without unit and zone, which are added where it stands: "Paid". */
  readonly head: string
}

/** A number in the column's own unit, a text or a day; null where it is missing, which is never 0. */
export type ChartValue = number | string | null

/** A chart's numbers: what it draws, what its table shows and what its CSV file holds. */
export interface ChartTable {
  readonly columns: readonly ChartColumn[]
  /** As many values a row as there are columns. */
  readonly rows: readonly (readonly ChartValue[])[]
}

/** One place of a chart; `row` is its row in the table. */
export interface ChartPoint {
  readonly [key: string]: ChartValue
  readonly row: number
}

/**
 * The numbers of a chart, read from records by the columns' keys. What is no number where one belongs (NaN after a division by nothing,
 * undefined) and what is no day is missing. Throws where an amount is not whole: whoever averages money rounds it.
 */
export function chartTable<Row extends object>(
  columns: readonly ChartColumn<Extract<keyof Row, string>>[],
  rows: readonly Row[],
): ChartTable {
  assert(
    columns.every(({ key }) => (key as string) !== 'row'),
    'the row of a point is its place, not a column',
  )
  return { columns, rows: rows.map((row) => columns.map((column) => valueOf(column, row[column.key]))) }
}

function valueOf(column: ChartColumn, found: unknown): ChartValue {
  if (column.kind === 'text') return typeof found === 'string' && found !== '' ? found : null
  if (column.kind === 'day') return typeof found === 'string' && isDay(found) ? found : null
  if (typeof found !== 'number' || !Number.isFinite(found)) return null
  if (column.kind === 'money') return minor(found)
  // Minus zero would be written with its sign.
  return found === 0 ? 0 : found
}

/** The places of a chart, to be drawn: `pointsOf(table)[3].paid`. */
export const pointsOf = ({ columns, rows }: ChartTable): readonly ChartPoint[] =>
  rows.map((values, row) => ({ ...Object.fromEntries(columns.map(({ key }, at) => [key, values[at] ?? null])), row }))

/** Whether the column holds numbers that a chart can draw. */
export const isMeasure = ({ kind }: ChartColumn): boolean =>
  kind === 'count' || kind === 'money' || kind === 'share' || kind === 'figure'

/** "Paid (INR)", "Day (Asia/Kolkata)", "Paid (units)": what the column is, with its unit or zone. */
export function headOf(column: ChartColumn): string {
  switch (column.kind) {
    case 'text':
      return column.head
    case 'day':
    case 'instant':
      return `${column.head} (${column.zone})`
    case 'count':
      return column.unit === '' ? column.head : `${column.head} (${column.unit}s)`
    case 'money':
      return `${column.head} (${column.currency})`
    case 'share':
      return `${column.head} (%)`
    case 'figure':
      return column.unit === '' ? column.head : `${column.head} (${column.unit})`
  }
}

/** The value for another program: a plain number in the head's unit, an ISO day, wall time of the zone. Missing is empty. */
export function rawText(column: ChartColumn, value: ChartValue): string {
  if (value === null) return ''
  if (typeof value === 'string') return value
  switch (column.kind) {
    case 'money':
      return minorText(minor(value))
    case 'instant':
      return `${dayOf(instant(value), column.zone)} ${timeOfDay(instant(value), column.zone)}`
    case 'share':
      // 0.07 × 100 is 7.000000000000001 to a computer.
      return String(Number((value * 100).toPrecision(12)))
    case 'text':
    case 'day':
    case 'count':
    case 'figure':
      return String(value)
  }
}

/** `of` divided by `by`; null where there is nothing to divide by, or nothing to divide. */
export const ratio = (of: number | null, by: number | null): number | null =>
  of === null || by === null || by === 0 ? null : of / by
