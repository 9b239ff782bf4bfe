import { z } from 'zod'
import { markets, type Market } from '../../campaigns/market'
import type { Currency } from '../../money'
import { output, query } from '../../request'
import { sheetFormats, type ExportedSheet } from '../../sheets/requests'
import type { Day } from '../../time'
import type { JudgedLine, MissingPayment, ReconcileTotals, Verdict } from './reconcile'
import { amountUnits, type AmountUnit } from './settlementFile'

/** A gateway's file that was chosen, and how its amounts seem to be written. */
export interface ChosenSettlement {
  readonly fileId: string
  /** Its name without its folder. */
  readonly file: string
  readonly unit: AmountUnit
}

/** What a file comes to, held against what is on record. */
export interface ReconcileReport {
  readonly market: Market
  readonly currency: Currency
  readonly unit: AmountUnit
  readonly range: { readonly first: Day; readonly last: Day } | null
  readonly counts: Readonly<Record<Verdict, number>>
  readonly totals: ReconcileTotals
  /** The first of those that do not match. */
  readonly lines: readonly JudgedLine[]
  /** The first of the payments that no line covers. */
  readonly missing: readonly MissingPayment[]
  readonly missingCount: number
}

export const reconcileRequests = {
  /** Has a gateway's settlement file chosen in the system's own dialog; null where none was. */
  'sheets.chooseSettlement': query(['manager'], z.strictObject({}), output<ChosenSettlement | null>()),
  /** Holds the chosen file against the market's payments and refunds. Changes nothing, however often it is done. */
  'sheets.reconcile': query(
    ['manager'],
    z.strictObject({ fileId: z.string().min(1).max(100), market: z.enum(markets), unit: z.enum(amountUnits) }),
    output<ReconcileReport>(),
  ),
  /** Writes every line of the last report, and every payment that is missing, into a file that is chosen; null where none was. */
  'sheets.exportReconciliation': query(
    ['manager'],
    z.strictObject({ format: z.enum(sheetFormats) }),
    output<ExportedSheet | null>(),
  ),
}
