import { z } from 'zod'
import { markets } from '../../campaigns/market'
import { daySchema, output, query } from '../../request'
import { sheetFormats, type ExportedSheet } from '../../sheets/requests'
import type { RefundAges } from '../../refunds/age'
import type { MarketMoney } from './marketMoney'

export const journalKinds = ['entries', 'days', 'balances'] as const
export type JournalKind = (typeof journalKinds)[number]

/** A market's accounts over a period, both days inclusive, in the campaigns' zones. */
const periodShape = { market: z.enum(markets), from: daySchema, to: daySchema }

const inOrder = ({ from, to }: { readonly from: string; readonly to: string }): boolean => from <= to
const wrongOrder = { message: 'The period ends before it begins.', path: ['to'] }

export const moneyRequests = {
  /** Where each market's money stands at the end of the day, campaign by campaign; from breakdowns, without reading an order. */
  'reports.money': query(
    ['manager'],
    z.strictObject({ market: z.enum(markets), to: daySchema }),
    output<MarketMoney>(),
  ),
  /** Open refunds by age, mode and state. */
  'reports.refundAges': query(['manager'], z.strictObject({}), output<readonly RefundAges[]>()),
  /**
   * Writes the journal of a market into a file that is chosen: every entry with its two lines, sums by day, or balances. Null where no
   * file was chosen. Goes through every order; can be cancelled.
   */
  'sheets.exportJournal': query(
    ['manager'],
    z
      .strictObject({ ...periodShape, kind: z.enum(journalKinds), format: z.enum(sheetFormats) })
      .refine(inOrder, wrongOrder),
    output<ExportedSheet | null>(),
  ),
}
