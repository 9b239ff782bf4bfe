import type { OrderId } from '../../shared/ids'
import { minor } from '../../shared/money'
import { hour, later, minute } from '../../shared/time'
import { planCampaign, settle } from './campaigning'
import { gadgetProducts } from './gadgetProducts'
import { homeProducts } from './homeProducts'
import { planShipping } from './shipping'
import type { Stage } from './stage'
import { planUnpaid, tellCampaign, units, type Cast } from './telling'

// Campaigns that have ended, each in its way.

/** Ended last night below its target: a manager has to settle it. */
export function tellSpeaker(stage: Stage, cast: Cast): void {
  const { time, endOf } = stage.calendar
  const plan = {
    target: units(60),
    startsAt: time(-22, '18:00'),
    endsAt: endOf(-1),
    draftedAt: time(-27, '10:00'),
    launchedAt: time(-23, '11:30'),
  } as const
  const told = tellCampaign(stage, cast, gadgetProducts.speaker, time(-31, '12:00'), plan, {
    netUnits: 50,
    incidents: ['partly cancelled', 'cancelled', 'paid late'],
  })
  planUnpaid(stage, cast, told, plan, later(plan.endsAt, -10 * minute), 'paid late')
}

/** Failed three weeks ago; its refunds are under way. */
export function tellNeckFan(stage: Stage, cast: Cast): void {
  const { time, endOf } = stage.calendar
  const plan = {
    target: units(60),
    startsAt: time(-45, '10:00'),
    endsAt: endOf(-21),
    draftedAt: time(-50, '17:00'),
    launchedAt: time(-47, '10:45'),
    shippingPromise: { days: 12, base: 'funding' },
  } as const
  const { campaign } = tellCampaign(stage, cast, homeProducts.neckFan, time(-53, '10:00'), plan, {
    netUnits: 37,
    incidents: ['cancelled', 'partly cancelled'],
  })
  stage.agenda.plan(time(-20, '09:30'), () => settle(stage, campaign.get()))
}

/** Succeeded and shipping, a few orders later than promised; its second campaign, in China, is approved and about to start. */
export function tellMug(stage: Stage, cast: Cast): void {
  const { time, endOf } = stage.calendar
  const held = new Set<OrderId>()
  const plan = {
    target: { kind: 'amount', amount: minor(12_000_000) },
    startsAt: time(-38, '10:00'),
    endsAt: endOf(-9),
    draftedAt: time(-43, '12:30'),
    launchedAt: time(-40, '15:00'),
    shippingPromise: { days: 10, base: 'funding' },
    offers: [
      {
        name: 'First three days',
        discount: { kind: 'amount', amount: minor(20_000) },
        startsAt: time(-38, '10:00'),
        endsAt: endOf(-36),
      },
    ],
  } as const
  const { product, campaign } = tellCampaign(stage, cast, homeProducts.mug, time(-46, '11:00'), plan, {
    netUnits: 70,
    incidents: ['paid twice', 'cancelled', 'partly cancelled'],
    // The copper ones are out of stock, and the last days' orders are still being packed.
    placed: (orderId, index) => {
      if ((index > 9 && index < 15) || index > 50) held.add(orderId)
    },
  })
  stage.agenda.plan(time(-8, '09:40'), () => settle(stage, campaign.get()))
  planShipping(stage, { campaign, firstDay: -37, ordersADay: 8, held })
  planCampaign(stage, product, {
    market: 'CN',
    target: units(300),
    price: 19_900,
    startsAt: time(4, '07:30'),
    endsAt: endOf(32),
    draftedAt: time(-5, '16:40'),
    launchedAt: time(-2, '15:30'),
    perSupporterLimit: 3,
    shippingPromise: { days: 15, base: 'order' },
  })
}

/** Called off within its first week, paid back, archived. */
export function tellPowerBank(stage: Stage, cast: Cast): void {
  const { asha, meera, agenda, calendar } = stage
  const { time, endOf } = calendar
  const calledOffAt = time(-63, '15:00')
  const plan = {
    target: units(120),
    startsAt: time(-70, '10:00'),
    endsAt: endOf(-42),
    draftedAt: time(-72, '12:00'),
    launchedAt: time(-71, '11:00'),
  } as const
  const { product, campaign } = tellCampaign(stage, cast, gadgetProducts.powerBank, time(-73, '10:20'), plan, {
    netUnits: 11,
    incidents: ['lapses'],
    until: later(calledOffAt, -hour),
  })
  agenda.plan(calledOffAt, async () => {
    const reason = 'The supplier has recalled the cells of this power bank.'
    await meera.does('campaigns.callOff', { id: campaign.get(), reason })
  })
  agenda.plan(later(calledOffAt, hour), () => settle(stage, campaign.get()))
  agenda.plan(time(-49, '10:00'), async () => {
    await asha.does('products.archive', { id: product.get().id })
  })
}
