import fc from 'fast-check'
import { expect, test } from 'vitest'
import { orderFilter } from '../../../renderer/orders/orderFilter'
import { refundFilter } from '../../../renderer/refunds/refundTabs'
import { refundsSearch } from '../../../renderer/refunds/search'
import { behindCaptured, behindRefunds, type MoneyOf } from '../../../renderer/reports/money/behindMoney'
import { marketFacts, markets, type Market } from '../../../shared/campaigns/market'
import type { Order } from '../../../shared/orders/order'
import { stoodIds } from '../../../shared/refunds/stood'
import { campaignMoney, moneyTotal, type CampaignMoney, type MoneySum } from '../../../shared/reports/money/marketMoney'
import { addDays, dayOf, type Day } from '../../../shared/time'
import { anEvent } from '../../shared/orderBuilders'
import { fitsPlainly } from '../../shared/orders/plainFilter'
import { refundFitsPlainly } from '../../shared/refunds/plainRefundFilter'
import { anyShop, shopBegins, shopNow, toldOf, type ToldCampaign } from '../../shared/reports/randomShop'

/** Every campaign's orders stand under its id, and every third refund was withdrawn, which is in no sum. */
const settledIn = (shop: readonly ToldCampaign[]): readonly ToldCampaign[] => {
  let refunds = 0
  return shop.map(({ facts: { campaign }, orders }) => {
    const own = orders.map((order): Order => ({
      ...order,
      campaignId: campaign.id,
      refunds: order.refunds.map((refund) =>
        (refunds += 1) % 3 === 0 ? { ...refund, events: [anEvent('withdrawn')] } : refund,
      ),
    }))
    return toldOf(campaign, own, shopNow)
  })
}

const moneyOf = ({ facts: { campaign, breakdown } }: ToldCampaign, to: Day): CampaignMoney =>
  campaignMoney({ campaign, label: '', breakdown }, to)

const totalIn = (shop: readonly ToldCampaign[], market: Market, to: Day): MoneySum =>
  moneyTotal(shop.filter(({ facts }) => facts.campaign.market === market).map((told) => moneyOf(told, to)))

/** What each row of the table says, and whose it is: every campaign's, and the total of each market. */
const rowsOf = (shop: readonly ToldCampaign[], to: Day): readonly (readonly [MoneyOf, MoneySum, Market])[] => [
  ...shop.map((told) => {
    const { id, market } = told.facts.campaign
    return [{ campaignId: id }, moneyOf(told, to), market] as const
  }),
  ...markets.map((market) => [{ market }, totalIn(shop, market, to), market] as const),
]

const anyDay = fc.integer({ min: -1, max: 24 }).map((days) => addDays(dayOf(shopBegins, marketFacts.BR.zone), days))

test('what was owed or refunded at the end of a day leads to exactly the refunds that add up to it', () => {
  fc.assert(
    fc.property(anyShop.map(settledIn), anyDay, (shop, to) => {
      for (const [of, sum] of rowsOf(shop, to)) {
        for (const money of stoodIds) {
          // As the address keeps it.
          const search = refundsSearch.parse(JSON.parse(JSON.stringify(behindRefunds(of, money, to))))
          const filter = refundFilter(search)
          const found = shop.flatMap(({ facts: { campaign }, orders }) =>
            orders.flatMap((order) =>
              order.refunds.filter((refund) => refundFitsPlainly(refund, order, campaign, filter)),
            ),
          )
          expect(found.reduce((amount, refund) => amount + refund.amount, 0)).toBe(sum[money])
        }
      }
    }),
    { numRuns: 60 },
  )
})

test('what was captured up to the end of a day leads to exactly the orders that brought it', () => {
  fc.assert(
    fc.property(anyShop.map(settledIn), anyDay, (shop, to) => {
      for (const [of, { captured }, market] of rowsOf(shop, to)) {
        const filter = orderFilter(behindCaptured(of, to), marketFacts[market].zone)
        const found = shop.flatMap(({ facts: { campaign }, orders }) =>
          orders.filter((order) => fitsPlainly(order, campaign, filter, shopNow)).map((order) => ({ campaign, order })),
        )
        const brought = found.map(
          ({ campaign, order }) => moneyOf(toldOf(campaign, [order], shopNow), to).captured as number,
        )
        expect(brought.every((amount) => amount > 0)).toBe(true)
        expect(brought.reduce((sum, amount) => sum + amount, 0)).toBe(captured)
      }
    }),
    { numRuns: 60 },
  )
})
