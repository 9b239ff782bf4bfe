import fc from 'fast-check'
import type { Campaign } from '../../../../shared/campaigns/campaign'
import { addTally, emptyTally } from '../../../../shared/campaigns/tally'
import { id, type PaymentId } from '../../../../shared/ids'
import { times } from '../../../../shared/money'
import { contributionOf } from '../../../../shared/orders/contribution'
import type { Order } from '../../../../shared/orders/order'
import { BreakdownCounter } from '../../../../shared/reports/breakdown/counter'
import type { CampaignFacts } from '../../../../shared/reports/campaign/facts'
import { hour, instant, later, minute } from '../../../../shared/time'
import { aCampaign, blackId, offerId, whiteId } from '../../builders'
import { aCancellation, anOrder, aPayment, aSupporter, unitPrice } from '../../orderBuilders'

/** What a campaign's charts are made of, counted from its orders as the store counts them. */
export function factsOf(orders: readonly Order[], campaign: Campaign = aCampaign()): CampaignFacts {
  const counter = new BreakdownCounter()
  for (const order of orders) counter.move(order, campaign, 1)
  const tally = orders.reduce((sum, order) => addTally(sum, contributionOf(order, campaign.zone)), emptyTally)
  return {
    campaign,
    state: 'live',
    tally,
    productName: 'Mi Selfie Stick Tripod',
    breakdown: counter.told(),
    variants: [
      { id: blackId, name: 'Black' },
      { id: whiteId, name: 'White' },
    ],
  }
}

const places = [
  ['Karnataka', '560001'],
  [' karnataka', '560 048'],
  ['Maharashtra', '400001'],
  ['Delhi', '110001'],
  ['', ''],
] as const

const fateOf = fc.record({
  fate: fc.constantFrom('paid', 'cancelled', 'lapsed', 'awaiting'),
  units: fc.integer({ min: 1, max: 4 }),
  /** Minutes from the campaign's start. */
  placed: fc.integer({ min: 0, max: 14 * 24 * 60 }),
  wait: fc.integer({ min: 0, max: 90 }),
  place: fc.constantFrom(...places),
  white: fc.boolean(),
  offered: fc.boolean(),
  mode: fc.constantFrom('UPI', 'card', 'wallet'),
  reason: fc.constantFrom('Changed their mind', 'Ordered twice'),
})

/** Orders of every fate, placed within the fortnight of the campaign. */
export const someOrders = (campaign: Campaign) =>
  fc.array(fateOf, { maxLength: 40 }).map((fates) =>
    fates.map(({ fate, units, placed, wait, place, white, offered, mode, reason }, index): Order => {
      const placedAt = later(campaign.startsAt, placed * minute)
      const paidAt = later(placedAt, wait * minute)
      const [region, postalCode] = place
      const order = anOrder({
        sequence: index + 1,
        units,
        placedAt,
        payBy: later(placedAt, 90 * minute),
        variantId: white ? whiteId : blackId,
        offerId: offered ? offerId : null,
        supporter: aSupporter({ address: { ...aSupporter().address, region, postalCode } }),
        lapsedAt: fate === 'lapsed' ? later(placedAt, 90 * minute) : null,
      })
      if (fate === 'lapsed' || fate === 'awaiting') return order
      const payment = aPayment({
        id: id<PaymentId>(`${order.id}-p1`),
        amount: times(unitPrice, units),
        units,
        paidAt,
        mode,
      })
      const cancellation = aCancellation({ units, reason, at: instant(paidAt + 3 * hour) })
      return { ...order, payments: [payment], cancellations: fate === 'cancelled' ? [cancellation] : [] }
    }),
  )
