import { z } from 'zod'
import { markets, type Market } from '../../campaigns/market'
import type { Currency } from '../../money'
import { output, query } from '../../request'
import { mappingSchema } from '../../sheets/fields'
import { fileId, sheetFormats, type ExportedSheet, type MappedFile } from '../../sheets/requests'
import type { Day } from '../../time'
import type { JudgedLine, MissingPayment, ReconcileTotals, Verdict } from './reconcile'
import { settlementFieldIds, type SettlementFieldId } from './settlementFields'
import { amountUnits, type AmountUnit } from './settlementFile'

/** A gateway's file that was chosen, with what is needed to say how it is read. */
export interface ChosenSettlement extends MappedFile<SettlementFieldId> {
  /** Whether its columns are known, by their names or because somebody said so before: then nobody is asked. */
  readonly known: boolean
  /** How its amounts are written, as remembered or as they look in the columns that gateways are known for; null where a person has to say. */
  readonly unit: AmountUnit | null
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
  /**
   * Holds the chosen file against the market's payments and refunds. Changes none of them, however often it is done; which column is what
   * is remembered for files with the same heads. Refused at its field where the file cannot be read that way.
   */
  'sheets.reconcile': query(
    ['manager'],
    z.strictObject({
      fileId,
      mapping: mappingSchema(settlementFieldIds),
      market: z.enum(markets),
      unit: z.enum(amountUnits),
    }),
    output<ReconcileReport>(),
  ),
  /** Writes every line of the last report, and every payment that is missing, into a file that is chosen; null where none was. */
  'sheets.exportReconciliation': query(
    ['manager'],
    z.strictObject({ format: z.enum(sheetFormats) }),
    output<ExportedSheet | null>(),
  ),
}
