import { z } from 'zod'
import { currencies } from '../money'
import { idSchema, type ScheduleId } from '../ids'
import { lineSchema, zoneSchema } from '../request'
import { isMeasure, type ChartTable } from '../reports/chartTable'
import { isDay } from '../time'

const named = { key: z.string().min(1).max(100), head: lineSchema(200) }
const unit = lineSchema(60)

const columnSchema = z.discriminatedUnion('kind', [
  z.strictObject({ ...named, kind: z.literal('text') }),
  z.strictObject({ ...named, kind: z.literal('day'), zone: zoneSchema }),
  z.strictObject({ ...named, kind: z.literal('instant'), zone: zoneSchema }),
  z.strictObject({ ...named, kind: z.literal('count'), unit }),
  z.strictObject({ ...named, kind: z.literal('money'), currency: z.enum(currencies) }),
  z.strictObject({ ...named, kind: z.literal('share') }),
  z.strictObject({ ...named, kind: z.literal('figure'), unit, decimals: z.number().int().min(0).max(6) }),
])

/** A chart's numbers as they cross to the main process: every value is of its column's kind, or missing. */
const chartTableSchema = z
  .strictObject({
    columns: z.array(columnSchema).min(1).max(100),
    rows: z.array(z.array(z.union([z.number(), lineSchema(500), z.null()])).max(100)).max(20_000),
  })
  .refine((table) => table.rows.every((row) => row.length === table.columns.length), 'Every row has a value a column.')
  .refine(isOfItsKinds, 'A value is not what its column says.')

function isOfItsKinds({ columns, rows }: ChartTable): boolean {
  return columns.every((column, at) =>
    rows.every((row) => {
      const value = row[at]
      if (value === null || value === undefined) return true
      if (column.kind === 'day') return typeof value === 'string' && isDay(value)
      if (column.kind === 'money' || column.kind === 'instant') return Number.isSafeInteger(value)
      return typeof value === (isMeasure(column) ? 'number' : 'string')
    }),
  )
}

/** Characters of an SVG picture, or of a PNG picture as base64. */
export const longestPicture = 12_000_000

/** Characters of a chart's name. */
export const longestChartName = 120

/** What a file says of itself in its name: what it is, and which filters. */
const labelShape = { name: lineSchema(longestChartName, 1), words: z.array(lineSchema(200)).max(20) }

/** A chart that is taken away: its numbers, or a picture of it. */
export const chartFileSchema = z.discriminatedUnion('kind', [
  z.strictObject({ ...labelShape, kind: z.literal('csv'), table: chartTableSchema }),
  z.strictObject({ ...labelShape, kind: z.literal('svg'), text: z.string().max(longestPicture) }),
  z.strictObject({ ...labelShape, kind: z.literal('png'), bytes: z.base64().max(longestPicture) }),
])
export type ChartFile = z.output<typeof chartFileSchema>

export const scheduleId = idSchema<ScheduleId>()

export const madeReportSchema = z.strictObject({
  id: scheduleId,
  charts: z.array(z.strictObject({ name: labelShape.name, table: chartTableSchema })).max(40),
})

export const pagePdfSchema = z.strictObject(labelShape)
