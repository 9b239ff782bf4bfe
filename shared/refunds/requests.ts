import { z } from 'zod'
import { idSchema, type CampaignId, type OrderId, type RefundBatchId, type RefundId } from '../ids'
import type { Currency } from '../money'
import { command, lineSchema, output, query, sliceShape, type Slice } from '../request'
import type { Instant, Zone } from '../time'
import { refundAgeIds } from './age'
import { markets } from '../campaigns/market'
import { paymentModes, type PaymentMode } from '../campaigns/paymentMode'
import { refundStates, type LateReason, type Refund, type RefundCause, type RefundState } from '../orders/order'
import { stoodSchema } from './stood'

const which = { orderId: idSchema<OrderId>(), refundId: idSchema<RefundId>() }

export const refundCauses = ['cancelled', 'campaign failed', 'late money'] as const satisfies readonly RefundCause[]

/** A refund as one line of the queue, with what is needed to act on it. */
export interface RefundRow {
  readonly refund: Refund
  readonly state: RefundState
  readonly orderId: OrderId
  readonly orderNumber: string
  readonly supporterName: string
  readonly campaignId: CampaignId
  readonly productName: string
  readonly mode: PaymentMode
  readonly currency: Currency
  readonly zone: Zone
  /** Of the payment it gives back. */
  readonly paymentReference: string
  readonly paidAt: Instant
  /** Why the payment did not count, where it gives back late money. */
  readonly late: LateReason | null
  /** While sent: by when the supporter should have it; overdue afterwards. */
  readonly dueBy: Instant | null
  /** While its cancellation can be undone: until when it must not be sent, unless it is released. */
  readonly heldUntil: Instant | null
  /** Times it failed. */
  readonly failures: number
  /** Failed so often that a manager has to find out why. */
  readonly escalated: boolean
  /** What the gateway contradicts itself about, until someone has looked into it. */
  readonly doubt: string | null
  /** The batch that holds it, or with which it was sent last. */
  readonly batch: { readonly id: RefundBatchId; readonly name: string; readonly waits: boolean } | null
  /** `bank transfer` where the gateway refuses payments older than six months; `soon` from a month before that. */
  readonly route: 'gateway' | 'gateway, soon too old' | 'bank transfer'
}

export interface RefundsSlice extends Slice<RefundRow> {
  readonly counts: Readonly<Record<RefundState, number>>
  readonly lateMoney: number
}

/** What the queue can be narrowed by. */
export const refundFilterSchema = z.strictObject({
  states: z.array(z.enum(refundStates)).max(refundStates.length),
  cause: z.enum(refundCauses).nullable(),
  campaignId: idSchema<CampaignId>().nullable(),
  market: z.enum(markets).nullable(),
  mode: z.enum(paymentModes).nullable(),
  text: z.string().max(200),
  /** Only sent ones that should have settled by now. */
  overdue: z.boolean(),
  /** Only those not sent yet whose payment the gateway refuses within a month, or refuses already. */
  aging: z.boolean(),
  /** Only open ones that wait so long. */
  age: z.enum(refundAgeIds).nullable(),
  /** Only those whose money stood so, as reports on money count it. */
  stood: stoodSchema.nullable(),
})

export type RefundFilter = Readonly<Omit<z.output<typeof refundFilterSchema>, 'states'>> & {
  readonly states: readonly RefundState[]
}

const pageSchema = z.strictObject({ ...refundFilterSchema.shape, ...sliceShape })

/** The queue with every refund in it. Whoever asks for refunds narrows it and says how many. */
export const everyRefund: Omit<z.output<typeof pageSchema>, 'limit'> = {
  states: [],
  cause: null,
  campaignId: null,
  market: null,
  mode: null,
  text: '',
  overdue: false,
  aging: false,
  age: null,
  stood: null,
  offset: 0,
}

const saved = output<{ readonly refundId: RefundId }>()

export const refundsRequests = {
  /** Failed first, then overdue, then the oldest. */
  'refunds.page': query(['support', 'manager'], pageSchema, output<RefundsSlice>()),
  'refunds.send': command(['support'], { ...which, reference: lineSchema(80, 1) }, saved),
  'refunds.settle': command(['support'], { ...which, bankReference: lineSchema(80, 1) }, saved),
  'refunds.fail': command(['support'], { ...which, reason: lineSchema(200, 1) }, saved),
  /** A failed refund is owed again under the same identity; from the second failure on a manager says so. */
  'refunds.retry': command(['support', 'manager'], which, saved),
  /** Someone has looked into what the gateway contradicts itself about. */
  'refunds.clearUp': command(['manager'], { ...which, note: lineSchema(200, 1) }, saved),
  /** Gives up that its cancellation can be undone, so that it can be sent now. */
  'refunds.release': command(['support'], which, saved),
}
