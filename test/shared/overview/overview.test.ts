import { describe, expect, test } from 'vitest'
import type { Campaign } from '../../../shared/campaigns/campaign'
import { campaignState } from '../../../shared/campaigns/campaignState'
import type { CampaignView } from '../../../shared/campaigns/requests'
import { addTally, emptyTally } from '../../../shared/campaigns/tally'
import { minor } from '../../../shared/money'
import { contributionOf } from '../../../shared/orders/contribution'
import type { Order } from '../../../shared/orders/order'
import { mainMarket, overviewOf } from '../../../shared/overview/overview'
import { dayLength, later, type Instant } from '../../../shared/time'
import { aCampaign, aDraftCampaign, endsAt, inIndia, midway, staffId } from '../builders'
import { aCancellation, aPaidOrder, aRefund, anEvent, anOrder } from '../orderBuilders'

const view = (campaign: Campaign, orders: readonly Order[], at: Instant): CampaignView => ({
  campaign,
  tally: orders.map((order) => contributionOf(order, campaign.zone)).reduce(addTally, emptyTally),
  state: campaignState(campaign, at),
  productName: 'Tripod',
})

const noRefunds = {
  states: { owed: 0, sent: 0, settled: 0, failed: 0 },
  lateMoney: 0,
  overdue: 0,
  aging: 0,
  doubted: 0,
}
const overview = (campaigns: readonly CampaignView[], at: Instant) =>
  overviewOf({ campaigns, refunds: noRefunds, shippingOverdue: 0 }, at)

const settledAs = (outcome: 'succeeded' | 'failed') => ({
  outcome,
  reason: 'target met' as const,
  decidedAt: midway,
  approvedBy: staffId,
  approvedByName: 'Meera Iyer',
  ordersToVoid: 0,
  ordersVoided: 0,
  batches: 0,
  lastOrderId: null,
  statement: null,
})

describe('money', () => {
  const order = aPaidOrder({
    units: 10,
    total: minor(1000),
    cancellations: [aCancellation({ units: 5 })],
    refunds: [
      aRefund({ amount: minor(100) }),
      aRefund({ amount: minor(50), events: [anEvent('sent')] }),
      aRefund({ amount: minor(30), events: [anEvent('sent'), anEvent('failed')] }),
      aRefund({ amount: minor(20), events: [anEvent('sent'), anEvent('settled')] }),
    ],
  })

  test('captured is held, owed, sent, refunded or kept, to the paisa; a failed refund is owed', () => {
    const [held] = overview([view(aCampaign(), [order], midway)], midway).money
    expect(held).toEqual({ currency: 'INR', held: 800, owed: 130, sent: 50, refunded: 20, kept: 0 })
  })

  test('is kept once the campaign has succeeded', () => {
    const campaign = aCampaign({ fundedAt: midway, settlement: settledAs('succeeded') })
    const [held] = overview([view(campaign, [order], midway)], midway).money
    expect(held).toMatchObject({ held: 0, kept: 800 })
  })

  test('of different currencies is never added up', () => {
    const brazil = aCampaign({ market: 'BR', currency: 'BRL' })
    const { money } = overview([view(aCampaign(), [order], midway), view(brazil, [order], midway)], midway)
    expect(money.map(({ currency, held }) => [currency, held])).toEqual([
      ['INR', 800],
      ['BRL', 800],
    ])
  })
})

describe('what needs someone', () => {
  test('an unfunded campaign is named from exactly three days before its end', () => {
    const at = (milliseconds: number) => {
      const now = later(endsAt, -3 * dayLength - milliseconds)
      return overview([view(aCampaign(), [], now), view(aCampaign({ fundedAt: midway }), [], now)], now).attention
    }
    expect(at(1).endingUnfunded).toBe(0)
    expect(at(0).endingUnfunded).toBe(1)
  })

  test('orders wait for shipping only in funded campaigns', () => {
    const orders = [aPaidOrder({ sequence: 1 }), aPaidOrder({ sequence: 2 }), anOrder({ sequence: 3 })]
    const views = [view(aCampaign(), orders, midway), view(aCampaign({ fundedAt: midway }), orders, midway)]
    expect(overview(views, midway).attention.toShip).toBe(2)
  })

  test('drafts wait for their launch, ended campaigns for their settlement, refunds as counted', () => {
    const at = later(endsAt, 1)
    const views = [view(aDraftCampaign(), [], at), view(aCampaign(), [], at)]
    const refunds = {
      states: { owed: 4, sent: 3, settled: 9, failed: 2 },
      lateMoney: 1,
      overdue: 1,
      aging: 5,
      doubted: 6,
    }
    expect(overviewOf({ campaigns: views, refunds, shippingOverdue: 6 }, at).attention).toEqual({
      toSettle: 1,
      refundsFailed: 2,
      refundsDoubted: 6,
      refundsOverdue: 1,
      refundsAging: 5,
      refundsOwed: 4,
      lateMoney: 1,
      toShip: 0,
      shippingOverdue: 6,
      endingUnfunded: 0,
      draftsToLaunch: 1,
    })
  })
})

describe('days', () => {
  test('are the last thirty in the market’s zone, today last, empty ones included', () => {
    const at = inIndia('2018-04-13T00:00:00')
    const { days, ordersToday } = overview([view(aCampaign(), [aPaidOrder({ units: 2 })], at)], at)
    expect(days).toHaveLength(30)
    expect(days.at(0)?.day).toBe('2018-03-15')
    expect(days.slice(-2)).toEqual([
      { day: '2018-04-12', paidUnits: 2, paidAmount: 219_800, cancelledUnits: 0 },
      { day: '2018-04-13', paidUnits: 0, paidAmount: 0, cancelledUnits: 0 },
    ])
    expect(ordersToday).toBe(0)
  })

  test('are of the main currency alone, the one of most campaigns', () => {
    const china = () => view(aCampaign({ market: 'CN', currency: 'CNY' }), [aPaidOrder()], midway)
    const india = view(aCampaign(), [], midway)
    expect(mainMarket([])).toBe('IN')
    expect(mainMarket([china(), india])).toBe('IN')
    expect(overview([china(), india], midway).days.at(-1)?.paidUnits).toBe(0)
    expect(overview([china(), china(), india], midway)).toMatchObject({ currency: 'CNY', ordersToday: 2 })
    expect(overview([china(), china(), india], midway).days.at(-1)?.paidUnits).toBe(2)
  })
})

test('running campaigns stand first that end first', () => {
  const [early, late] = [aCampaign({ fundedAt: midway }), aCampaign({ endsAt: later(endsAt, dayLength) })]
  const { running, liveCampaigns } = overview(
    [view(late, [], midway), view(early, [], midway), view(aDraftCampaign(), [], midway)],
    midway,
  )
  expect(running.map(({ campaign }) => campaign)).toEqual([early, late])
  expect(liveCampaigns).toBe(2)
})
