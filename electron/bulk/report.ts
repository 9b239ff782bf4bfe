import { isDone, notReached, reasonPlace, type BulkJob, type BulkPart } from '../../shared/bulk/job'
import type { BulkOutcome, BulkReportRow } from '../../shared/bulk/requests'
import { nothing } from '../../shared/money'
import { orderId } from '../../shared/orders/placeOrder'
import type { Reads } from '../store/store'

/** What came of one order of a job, before the order itself is read. */
export interface JobLine extends Omit<BulkReportRow, 'orderId' | 'number' | 'currency'> {
  readonly sequence: number
}

const outcomeOf = (outcome: number): BulkOutcome =>
  outcome === notReached ? 'not reached' : outcome === isDone ? 'done' : 'refused'

/** What came of each order, in the order of the job, or of those with that outcome. */
export function* jobLines(
  { reasons }: BulkJob,
  parts: readonly BulkPart[],
  wanted: BulkOutcome | null,
): Generator<JobLine> {
  for (const { sequences, outcomes, owed, news } of parts) {
    for (const [place, sequence] of sequences.entries()) {
      const stored = outcomes[place] ?? notReached
      const outcome = outcomeOf(stored)
      if (wanted !== null && outcome !== wanted) continue
      const reason = reasonPlace(stored)
      yield {
        sequence,
        outcome,
        why: reason === null ? null : (reasons[reason]?.message ?? null),
        owed: outcome === 'done' ? (owed[place] ?? nothing) : nothing,
        trackingNumber: news?.[place]?.trackingNumber ?? null,
      }
    }
  }
}

/** The lines with their orders. */
export async function reportRows(read: Reads, lines: readonly JobLine[]): Promise<readonly BulkReportRow[]> {
  const rows = await Promise.all(
    lines.map(async ({ sequence, ...line }) => {
      const order = await read.orders.one(orderId(sequence))
      return order === null ? [] : [{ ...line, orderId: order.id, number: order.number, currency: order.currency }]
    }),
  )
  return rows.flat()
}
