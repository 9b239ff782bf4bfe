import { z } from 'zod'
import { orderColumnIds } from '../orders/columns'
import { orderFilterSchema, orderSorts } from '../orders/requests'
import { refundColumnIds } from '../refunds/columns'
import { refundFilterSchema } from '../refunds/requests'
import { output, query } from '../request'

export const sheetFormats = ['csv', 'xlsx'] as const
export type SheetFormat = (typeof sheetFormats)[number]

/** A long deed that is under way; in rows. */
export interface SheetDeed {
  readonly deed: 'export'
  readonly done: number
  readonly total: number
}

/** The file's name without its folder, and how many rows are in it. */
export interface ExportedSheet {
  readonly file: string
  readonly rows: number
}

const format = z.enum(sheetFormats)

/** The columns as they stand on screen, each once. */
const columnsOf = <Id extends string>(ids: readonly [Id, ...Id[]]) =>
  z
    .array(z.enum(ids))
    .min(1)
    .max(ids.length)
    .refine((chosen) => new Set(chosen).size === chosen.length, 'Each column stands once.')

const exported = output<ExportedSheet | null>()

/** Exports have personal data in them: only those may ask who see it on screen. */
export const sheetsRequests = {
  'sheets.underWay': query(['support', 'manager'], z.strictObject({}), output<SheetDeed | null>()),
  'sheets.cancel': query(['support', 'manager'], z.strictObject({}), output<{ readonly cancelled: boolean }>()),
  /**
   * Writes the list as it stands on screen into a file that is chosen in the system's own dialog. Answers when it is complete; null
   * where no file was chosen. Refused while another one is under way.
   */
  'sheets.exportOrders': query(
    ['support', 'manager'],
    z.strictObject({
      filter: orderFilterSchema,
      sort: z.enum(orderSorts),
      descending: z.boolean(),
      columns: columnsOf(orderColumnIds),
      format,
    }),
    exported,
  ),
  'sheets.exportRefunds': query(
    ['support', 'manager'],
    z.strictObject({ filter: refundFilterSchema, columns: columnsOf(refundColumnIds), format }),
    exported,
  ),
}
