import type {
  BulkJobId,
  CampaignId,
  CancellationId,
  NoteId,
  OfferId,
  OrderId,
  OrderNumber,
  PaymentId,
  ProductId,
  RefundBatchId,
  RefundId,
  StaffId,
  VariantId,
} from '../ids'
import type { Currency, Minor } from '../money'
import type { Instant } from '../time'
import type { PaymentMode } from '../campaigns/paymentMode'

export interface Address {
  readonly line1: string
  readonly line2: string
  readonly city: string
  readonly region: string
  readonly postalCode: string
}

/** Personal data: only support staff and managers see it. */
export interface Supporter {
  readonly name: string
  /** Normalised, `+919845012345`: per-supporter limits compare it. */
  readonly phone: string
  /** Empty when the supporter has none. */
  readonly email: string
  readonly address: Address
}

/** Why money did not count; null for the payment that did. */
export type LateReason =
  | 'after the payment window'
  | 'after a cancellation'
  | 'after the end'
  | 'paid a second time'
  /** Confirmed in time, but told of after the lapse, when others had taken the units that a cap or limit left. */
  | 'after its units were given away'

/** Money that arrived. Never changed afterwards. */
export interface Payment {
  readonly id: PaymentId
  readonly mode: PaymentMode
  /** The gateway's reference, unique within its mode as far as the program knows. */
  readonly reference: string
  readonly amount: Minor
  /** Units it paid for: those not cancelled by then. Zero for late money, which buys nothing. */
  readonly units: number
  /** When the gateway confirmed it: what deadlines compare. */
  readonly paidAt: Instant
  readonly recordedAt: Instant
  readonly recordedBy: string
  readonly late: LateReason | null
}

export interface Cancellation {
  readonly id: CancellationId
  readonly units: number
  readonly reason: string
  readonly note: string
  readonly at: Instant
  readonly by: string
  /** Owed back for it; zero when no payment was on record yet. */
  readonly owed: Minor
  /** What gives that back; null where nothing is owed, and for cancellations of before this was kept. */
  readonly refundId: RefundId | null
  /** Inclusive: until then it can be undone. Null where it never could. */
  readonly undoUntil: Instant | null
  /** From then on the cancellation counts for nothing; it stays on record. */
  readonly undone: { readonly at: Instant; readonly by: string } | null
  /** The bulk job that did it; without one a person did, for this order alone. */
  readonly jobId?: BulkJobId
}

export type RefundCause = 'cancelled' | 'campaign failed' | 'late money'

interface RefundStep {
  readonly at: Instant
  readonly by: string
  /** The refund batch whose file did it; without one a person did, for this refund alone. */
  readonly batchId?: RefundBatchId
}

/** What happened to a refund after it became owed, in order; never changed afterwards. */
export type RefundEvent =
  /** Chosen for a batch, which holds it until it is sent or withdrawn. */
  | (RefundStep & { readonly kind: 'batched'; readonly batchId: RefundBatchId })
  | (RefundStep & { readonly kind: 'taken out'; readonly batchId: RefundBatchId })
  /** `reference` is the gateway's, or the batch's name until the gateway has given one. */
  | (RefundStep & { readonly kind: 'sent'; readonly reference: string })
  /** The gateway has taken it, under this reference. */
  | (RefundStep & { readonly kind: 'acknowledged'; readonly reference: string })
  /** The bank's reference is empty where the gateway's file told none. */
  | (RefundStep & { readonly kind: 'settled'; readonly bankReference: string })
  | (RefundStep & { readonly kind: 'failed'; readonly reason: string })
  | (RefundStep & { readonly kind: 'owed again' })
  /** The gateway said what cannot be true with all the rest: nothing is sent before someone has looked into it. */
  | (RefundStep & { readonly kind: 'doubted'; readonly why: string })
  | (RefundStep & { readonly kind: 'cleared up'; readonly note: string })
  /** May be sent although its cancellation could still have been undone, which from then on it cannot. */
  | (RefundStep & { readonly kind: 'released' })
  /** Its cancellation was undone: nothing is owed, and its identity is never used again. */
  | (RefundStep & { readonly kind: 'withdrawn' })

/** Money owed back for one payment. `key` is its identity at the gateway, for ever the same. */
export interface Refund {
  readonly id: RefundId
  readonly key: string
  readonly paymentId: PaymentId
  readonly amount: Minor
  readonly cause: RefundCause
  readonly owedAt: Instant
  readonly events: readonly RefundEvent[]
}

export const refundStates = ['owed', 'sent', 'settled', 'failed'] as const
export type RefundState = (typeof refundStates)[number]

/** A refund that was withdrawn is struck: it is in no queue and in no sum. */
export type RefundStanding = RefundState | 'withdrawn'

/** What was said of a parcel until someone wrote something else. */
export interface FormerTracking {
  readonly carrier: string
  /** Empty where none was known. */
  readonly trackingNumber: string
  readonly replacedAt: Instant
  readonly replacedBy: string
}

/** A parcel on its way: the carrier and number that stand now, and when and by whom it was handed over. */
export interface Shipment {
  readonly carrier: string
  /** Empty until it is known. */
  readonly trackingNumber: string
  readonly at: Instant
  readonly by: string
  /** In the order in which they stood; absent where nothing was ever replaced. */
  readonly former?: readonly FormerTracking[]
}

/** What someone wrote about the order. Never changed or removed: a later note corrects an earlier one. */
export interface OrderNote {
  readonly id: NoteId
  readonly text: string
  readonly at: Instant
  readonly by: string
}

/** Who looks after the order from that instant on, by the name they had then; null for nobody. */
export interface Assignment {
  readonly at: Instant
  readonly by: string
  readonly to: { readonly staffId: StaffId; readonly name: string } | null
}

/** An order with its own payments, cancellations, refunds and history. Its state is named by `orderState`. */
export interface Order {
  readonly id: OrderId
  readonly number: OrderNumber
  /** The shop's count at placing: the order of orders, whatever the clock did. */
  readonly sequence: number
  readonly campaignId: CampaignId
  readonly productId: ProductId
  readonly variantId: VariantId
  readonly currency: Currency
  readonly supporter: Supporter
  readonly units: number
  /** Of one unit before any offer. */
  readonly listPrice: Minor
  /** Of all units with the offer of the moment: the price paid, also for refunds. */
  readonly total: Minor
  readonly offerId: OfferId | null
  readonly placedAt: Instant
  readonly placedBy: string
  /** The storefront's own order number, where it came from there. */
  readonly storefrontReference: string | null
  /** Inclusive. */
  readonly payBy: Instant
  readonly payments: readonly Payment[]
  readonly cancellations: readonly Cancellation[]
  readonly refunds: readonly Refund[]
  /** Set when the lapse was taken note of, to `payBy`. A payment confirmed in time but recorded later still makes the order paid. */
  readonly lapsedAt: Instant | null
  readonly shipment: Shipment | null
  readonly deliveredAt: Instant | null
  /** Null until then, and where it was noted before this was kept. */
  readonly deliveredBy: string | null
  /** Its campaign failed. */
  readonly voidedAt: Instant | null
  readonly notes: readonly OrderNote[]
  /** In the order in which they were made; the last one stands. */
  readonly assignments: readonly Assignment[]
}

export const orderStates = [
  'awaiting payment',
  'paid',
  'lapsed',
  'cancelled',
  'shipped',
  'delivered',
  'voided',
] as const
export type OrderState = (typeof orderStates)[number]
