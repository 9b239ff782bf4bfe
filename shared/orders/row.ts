import type { CampaignId, OrderId } from '../ids'
import type { Currency, Minor } from '../money'
import type { Instant, Zone } from '../time'
import type { PaymentMode } from '../campaigns/paymentMode'
import type { OrderState } from './order'

/** An order as one line of a list. */
export interface OrderRow {
  readonly id: OrderId
  readonly number: string
  readonly campaignId: CampaignId
  readonly productName: string
  readonly supporterName: string
  readonly phone: string
  readonly units: number
  /** Units that are not cancelled. */
  readonly unitsLeft: number
  readonly total: Minor
  readonly currency: Currency
  readonly state: OrderState
  readonly placedAt: Instant
  readonly payBy: Instant
  readonly mode: PaymentMode | null
  readonly zone: Zone
}
