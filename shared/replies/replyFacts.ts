import type { PaymentMode } from '../campaigns/paymentMode'
import type { Campaign } from '../campaigns/campaign'
import { formatMoney, type Minor } from '../money'
import type { Order, Refund } from '../orders/order'
import { inTimePayment, standing, unitsLeft } from '../orders/orderState'
import { shipBy } from '../orders/shipBy'
import { arrivesBy } from '../refunds/dueClock'
import { assert } from '../result'
import type { DaysOff } from '../settings/holidays'
import { writtenDay, type Instant, type Language } from '../time'
import { lastSent } from './reply'

/** What replies are written of: the order, and what it is about. */
export interface ReplySubject {
  readonly order: Order
  readonly campaign: Campaign
  readonly productName: string
  readonly shopName: string
  /** On which the banks of the campaign's market do not work. */
  readonly daysOff: DaysOff
}

/** The facts of a payment that counted, as they are written. */
export function paymentFacts({ order, campaign }: ReplySubject, language: Language) {
  const payment = inTimePayment(order)
  assert(payment !== null, 'this reply is for orders that were paid')
  const shipping = campaign.fundedAt === null ? null : shipBy(order, campaign)
  const day = dayIn(campaign, language)
  return {
    amount: formatMoney(payment.amount, order.currency),
    mode: payment.mode,
    units: payment.units,
    paidOn: day(payment.paidAt),
    /** Null while the campaign is not funded. */
    shipsBy: shipping === null ? null : day(shipping),
    endsOn: day(campaign.endsAt),
  }
}

/** Of the latest cancellation that stands. */
export function cancellationFacts({ order }: ReplySubject) {
  const cancellation = standing(order).at(-1)
  assert(cancellation !== undefined, 'this reply is for orders of which units were cancelled')
  const payment = inTimePayment(order)
  return {
    units: cancellation.units,
    left: unitsLeft(order),
    /** Null where nothing had been paid for them. */
    owed: cancellation.owed === 0 ? null : formatMoney(cancellation.owed, order.currency),
    mode: payment?.mode ?? null,
  }
}

/** Of the refund that was sent last: with its clock, and the gateway's reference as far as it is known. */
export function refundFacts({ order, campaign, daysOff }: ReplySubject, language: Language) {
  const sent = lastSent(order)
  assert(sent !== null, 'this reply is for orders with a refund that was sent')
  const payment = order.payments.find(({ id }) => id === sent.refund.paymentId)
  assert(payment !== undefined, 'every refund belongs to a payment of its order')
  const day = dayIn(campaign, language)
  return {
    amount: money(sent.refund.amount, order),
    mode: payment.mode,
    sentOn: day(sent.at),
    expectedBy: day(arrivesBy(sent.at, payment.mode, campaign.zone, daysOff)),
    reference: referenceOf(sent.refund),
  }
}

export function shipmentFacts({ order, campaign }: ReplySubject, language: Language) {
  const { shipment } = order
  assert(shipment !== null, 'this reply is for orders that have shipped')
  const { carrier, trackingNumber, at } = shipment
  return { carrier, trackingNumber, units: unitsLeft(order), shippedOn: dayIn(campaign, language)(at) }
}

/** The name of a batch is ours alone: a supporter's bank knows only what the gateway has named. */
function referenceOf({ events }: Refund): string | null {
  const named = events.findLast((event) => event.kind === 'sent' || event.kind === 'acknowledged')
  if (named?.kind === 'acknowledged') return named.reference
  return named?.kind === 'sent' && named.batchId === undefined ? named.reference : null
}

const money = (amount: Minor, { currency }: Order): string => formatMoney(amount, currency)

const dayIn =
  ({ zone }: Campaign, language: Language) =>
  (at: Instant): string =>
    writtenDay(at, zone, language)

/** Letters that are written from right to left would turn the punctuation around them, so a name with any stands by itself. */
const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Thaana}\p{Script=Syriac}\p{Script=Nko}]/u

export const nameIn = ({ order }: ReplySubject): string => {
  const { name } = order.supporter
  return rightToLeft.test(name) ? `\u2068${name}\u2069` : name
}

/** Payment modes as supporters know them. */
export const modeWords: Record<Language, Record<PaymentMode, string>> = {
  en: { UPI: 'UPI', card: 'card', 'net banking': 'net banking', wallet: 'wallet', EMI: 'EMI' },
  hi: { UPI: 'UPI', card: 'कार्ड', 'net banking': 'नेट बैंकिंग', wallet: 'वॉलेट', EMI: 'EMI' },
}
