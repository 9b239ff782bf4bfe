import type { CampaignId, OrderId } from '../ids'
import type { Currency, Minor } from '../money'
import type { Instant, Zone } from '../time'
import type { Campaign } from '../campaigns/campaign'
import type { PaymentMode } from '../campaigns/paymentMode'
import type { Order, OrderState } from './order'
import { inTimePayment, orderState, unitsLeft } from './orderState'
import { shipBy } from './shipBy'

/** An order as one line of a list. */
export interface OrderRow {
  readonly id: OrderId
  readonly number: string
  readonly campaignId: CampaignId
  readonly productName: string
  readonly supporterName: string
  readonly phone: string
  readonly email: string
  readonly city: string
  readonly postalCode: string
  readonly units: number
  /** Units that are not cancelled. */
  readonly unitsLeft: number
  readonly total: Minor
  readonly currency: Currency
  readonly state: OrderState
  readonly placedAt: Instant
  readonly payBy: Instant
  /** Inclusive; null while there is no promise yet. */
  readonly shipBy: Instant | null
  /** Of the payment that counted, else of the latest money that did not; null before any arrived. */
  readonly mode: PaymentMode | null
  /** The gateway's, of that same money; empty before any arrived. */
  readonly reference: string
  /** Empty before it shipped. */
  readonly trackingNumber: string
  readonly zone: Zone
}

/** The order as a list shows it at `at`. */
export function orderRow(order: Order, campaign: Campaign, productName: string, at: Instant): OrderRow {
  const { id, number, campaignId, supporter, units, total, currency, placedAt, payBy } = order
  const money = inTimePayment(order) ?? order.payments.at(-1)
  return {
    id,
    number,
    campaignId,
    productName,
    supporterName: supporter.name,
    phone: supporter.phone,
    email: supporter.email,
    city: supporter.address.city,
    postalCode: supporter.address.postalCode,
    units,
    unitsLeft: unitsLeft(order),
    total,
    currency,
    state: orderState(order, at),
    placedAt,
    payBy,
    shipBy: shipBy(order, campaign),
    mode: money?.mode ?? null,
    reference: money?.reference ?? '',
    trackingNumber: order.shipment?.trackingNumber ?? '',
    zone: campaign.zone,
  }
}
