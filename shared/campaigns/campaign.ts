import type { CampaignId, OfferId, OrderId, ProductId, StaffId } from '../ids'
import type { Currency, Minor } from '../money'
import type { Instant, Zone } from '../time'
import type { Market } from './market'
import type { PaymentMode } from './paymentMode'
import type { ReleaseDecision } from './releaseDecision'

export type Target =
  { readonly kind: 'units'; readonly units: number } | { readonly kind: 'amount'; readonly amount: Minor }

/** From which instant the shipping promise counts. */
export type PromiseBase = 'order' | 'funding'

export interface ShippingPromise {
  readonly days: number
  readonly base: PromiseBase
}

export type Discount =
  { readonly kind: 'percent'; readonly percent: number } | { readonly kind: 'amount'; readonly amount: Minor }

/** A festival discount off each unit between two instants, both inclusive. Withdrawn offers stay on record. */
export interface Offer {
  readonly id: OfferId
  readonly name: string
  readonly discount: Discount
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly addedAt: Instant
  readonly withdrawnAt: Instant | null
}

/** What staff decide about a campaign before its launch; locked from then on. */
export interface CampaignTerms {
  readonly productId: ProductId
  readonly market: Market
  readonly target: Target
  /** Price of one unit before offers, in the market's currency. */
  readonly price: Minor
  readonly startsAt: Instant
  /** Inclusive. */
  readonly endsAt: Instant
  readonly zone: Zone
  readonly paymentWindowMinutes: number
  /** Most units in all, or no cap. */
  readonly cap: number | null
  /** Most units for one phone number, or no limit. */
  readonly perSupporterLimit: number | null
  readonly shippingPromise: ShippingPromise
}

export interface CallOff {
  readonly at: Instant
  readonly by: StaffId
  readonly byName: string
  readonly reason: string
}

export type Outcome = 'succeeded' | 'failed'
export type OutcomeReason = 'target met' | 'target missed' | 'called off'

/** One line of the statement: money of one payment mode. captured = kept + owed + refunded. */
export interface StatementLine {
  readonly mode: PaymentMode
  readonly payments: number
  readonly captured: Minor
  readonly kept: Minor
  /** Owed, sent or failed: promised but not yet with the supporter. */
  readonly owed: Minor
  /** Settled: with the supporter. */
  readonly refunded: Minor
}

/** What a settlement came to at the instant it was closed. */
export interface Statement {
  readonly closedAt: Instant
  readonly lines: readonly StatementLine[]
  readonly total: Omit<StatementLine, 'mode'>
  readonly ordersPaid: number
  readonly ordersVoided: number
  readonly unitsNet: number
  readonly amountNet: Minor
}

/** The decision of a campaign's settlement, how far its run has come, and its statement once closed. */
export interface Settlement {
  readonly outcome: Outcome
  readonly reason: OutcomeReason
  readonly decidedAt: Instant
  readonly approvedBy: StaffId
  readonly approvedByName: string
  /** Paid orders that the run must void; 0 for a campaign that succeeded. */
  readonly ordersToVoid: number
  readonly ordersVoided: number
  readonly batches: number
  /** The last order the run has dealt with; it goes on after it. */
  readonly lastOrderId: OrderId | null
  readonly statement: Statement | null
}

/** A campaign's facts. Its state is named by `campaignState`, its numbers stand in its tally. */
export interface Campaign extends CampaignTerms {
  readonly id: CampaignId
  readonly currency: Currency
  readonly offers: readonly Offer[]
  readonly revision: number
  readonly createdAt: Instant
  readonly launchedAt: Instant | null
  readonly launchedBy: StaffId | null
  /** When the bar first reached 100 %: the instant the deciding payment was confirmed. Never taken back. */
  readonly fundedAt: Instant | null
  readonly calledOff: CallOff | null
  readonly settlement: Settlement | null
  /** What was decided about the product once this campaign was over; the last one stands. */
  readonly decisions: readonly ReleaseDecision[]
}

export const campaignStates = [
  'draft',
  'scheduled',
  'live',
  'funded',
  'ended, to be settled',
  'settling',
  'succeeded',
  'failed',
] as const
export type CampaignState = (typeof campaignStates)[number]
