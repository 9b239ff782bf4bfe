import { z } from 'zod'
import { idSchema, type BulkJobId, type OrderId, type StaffId } from '../ids'
import type { Currency, Minor } from '../money'
import type { FilterNames } from '../orders/details'
import { noteSchema, orderFilterSchema } from '../orders/requests'
import { command, lineSchema, output, query, sliceShape, type Slice } from '../request'
import type { Instant, Zone } from '../time'
import type { BulkJob, BulkJobState, BulkMoney, BulkReason } from './job'

const jobId = idSchema<BulkJobId>()

/** As many as are chosen one by one; whoever means more than that means a filter. */
const mostChosen = 10_000

const someOrders = (fewest: number) =>
  z.array(idSchema<OrderId>()).min(fewest, 'Choose at least one order.').max(mostChosen)

export const bulkScopeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('chosen'), ids: someOrders(1) }),
  /** All that match the filter at the moment of the rehearsal, but for these. */
  z.strictObject({ kind: z.literal('matching'), filter: orderFilterSchema, except: someOrders(0) }),
])

/** What is done to orders that are chosen; the other deeds begin with a file or with another job. */
const bulkDeedSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('cancel'), reason: lineSchema(100, 1), note: lineSchema(500) }),
  z.strictObject({ kind: z.literal('ship'), carrier: lineSchema(60, 1) }),
  z.strictObject({ kind: z.literal('deliver') }),
  z.strictObject({ kind: z.literal('note'), text: noteSchema }),
  z.strictObject({ kind: z.literal('assign'), to: idSchema<StaffId>().nullable() }),
])

/** As it is asked for. */
export type AskedDeed = z.input<typeof bulkDeedSchema>

/** A campaign that stands at its target and would not after the cancellations. */
export interface BelowTarget {
  readonly productName: string
  /** The bar afterwards, as progressOf has it: in units, or in the smallest unit of the currency. */
  readonly reached: number
  readonly target: number
  readonly currency: Currency | null
}

/** What a job would come to if it were started now. Nothing was changed for it. */
export interface Rehearsal {
  readonly id: BulkJobId
  /** The instant at which the orders were fixed; whatever matches the filter later is not among them. */
  readonly at: Instant
  readonly orders: number
  readonly possible: number
  readonly owed: readonly BulkMoney[]
  readonly reasons: readonly BulkReason[]
  readonly belowTarget: readonly BelowTarget[]
}

export interface BulkJobView extends BulkJob {
  readonly state: BulkJobState
  /** The job that took this one's cancellations back, the latest; null where none did. */
  readonly undoneBy: BulkJobId | null
  /** Of what the filter of its scope names by an id. */
  readonly filterNames: FilterNames
  /** Whose days that filter means. */
  readonly filterZone: Zone
}

export const bulkOutcomes = ['done', 'refused', 'not reached'] as const
export type BulkOutcome = (typeof bulkOutcomes)[number]

/** What came of one order of a job. */
export interface BulkReportRow {
  readonly orderId: OrderId
  readonly number: string
  readonly outcome: BulkOutcome
  /** Why it was refused; null otherwise. */
  readonly why: string | null
  /** What a courier's file says; null where the job began with none. */
  readonly trackingNumber: string | null
  /** What became owed back by it; of an undoing, what is no longer owed. */
  readonly owed: Minor
  readonly currency: Currency
}

export const bulkRequests = {
  /**
   * Fixes the orders and tries the deed on each by its rule, on the facts of now, without changing anything. Refused while another
   * rehearsal is under way, and where nothing matches.
   */
  'bulk.rehearse': query(
    ['support'],
    z.strictObject({ scope: bulkScopeSchema, deed: bulkDeedSchema }),
    output<Rehearsal>(),
  ),
  /**
   * The same for taking back what that job cancelled, order by order, as far as each can still be undone. Refused while the job
   * runs, and for jobs that cancelled nothing.
   */
  'bulk.rehearseUndo': query(['support'], z.strictObject({ id: jobId }), output<Rehearsal>()),
  /** How many orders of how many the rehearsal under way has tried; null while there is none. */
  'bulk.rehearsing': query(
    ['support'],
    z.strictObject({}),
    output<{ readonly tried: number; readonly orders: number } | null>(),
  ),
  'bulk.stopRehearsing': query(['support'], z.strictObject({}), output<{ readonly stopped: boolean }>()),
  /** Starts what was rehearsed, once. Refused to others than who rehearsed it, and when the rehearsal is no longer at hand. */
  'bulk.start': command(['support'], { rehearsalId: jobId }, output<{ readonly id: BulkJobId }>()),
  /** Ends the job before its next part; what is done stays done. */
  'bulk.stop': command(['support'], { id: jobId }, output<{ readonly id: BulkJobId }>()),
  'bulk.list': query(['support', 'manager'], z.strictObject({}), output<readonly BulkJobView[]>()),
  'bulk.one': query(['support', 'manager'], z.strictObject({ id: jobId }), output<BulkJobView | null>()),
  'bulk.report': query(
    ['support', 'manager'],
    z.strictObject({ id: jobId, outcome: z.enum(bulkOutcomes).nullable(), ...sliceShape }),
    output<Slice<BulkReportRow>>(),
  ),
}
