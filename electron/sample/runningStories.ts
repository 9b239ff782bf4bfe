import { minor } from '../../shared/money'
import { hour, later, minute } from '../../shared/time'
import { gadgetProducts } from './gadgetProducts'
import { homeProducts } from './homeProducts'
import { miProducts } from './miProducts'
import { planShipping } from './shipping'
import type { Stage } from './stage'
import { planUnpaid, tellCampaign, units, type Cast } from './telling'

// Campaigns that are running now.

/** Near its target, with days to go: a festival discount at its opening, a smaller one now. */
export function tellTripod(stage: Stage, cast: Cast): void {
  const { time, endOf, at } = stage.calendar
  const plan = {
    target: units(200),
    startsAt: time(-16, '10:00'),
    endsAt: endOf(5),
    draftedAt: time(-20, '11:00'),
    launchedAt: time(-17, '16:30'),
    cap: 400,
    offers: [
      {
        name: 'Festival sale',
        discount: { kind: 'percent', percent: 10 },
        startsAt: time(-16, '10:00'),
        endsAt: endOf(-13),
      },
      {
        name: 'Last days',
        discount: { kind: 'amount', amount: minor(10_000) },
        startsAt: time(-1, '00:00'),
        endsAt: endOf(5),
        addedAt: time(-2, '17:10'),
      },
    ],
  } as const
  const told = tellCampaign(stage, cast, miProducts.tripod, time(-22, '10:30'), plan, {
    netUnits: 178,
    incidents: ['paid late', 'paid twice', 'partly cancelled', 'cancelled', 'cancelled unpaid'],
  })
  for (const minutesAgo of [9, 4]) planUnpaid(stage, cast, told, plan, later(at, -minutesAgo * minute))
}

/** Funded and still running: it ships while orders come in. */
export function tellReceiver(stage: Stage, cast: Cast): void {
  const { time, endOf } = stage.calendar
  const plan = {
    target: units(80),
    startsAt: time(-24, '10:00'),
    endsAt: endOf(6),
    draftedAt: time(-30, '12:00'),
    launchedAt: time(-26, '09:50'),
    perSupporterLimit: 4,
    shippingPromise: { days: 10, base: 'funding' },
    offers: [
      {
        name: 'Festival sale',
        discount: { kind: 'percent', percent: 10 },
        startsAt: time(-24, '10:00'),
        endsAt: endOf(-21),
      },
      {
        name: 'Early bird',
        discount: { kind: 'amount', amount: minor(5000) },
        startsAt: time(-24, '10:00'),
        endsAt: endOf(-18),
      },
    ],
  } as const
  const { campaign } = tellCampaign(stage, cast, miProducts.receiver, time(-32, '11:15'), plan, {
    netUnits: 103,
    incidents: ['paid twice', 'paid late', 'partly cancelled', 'cancelled'],
  })
  planShipping(stage, { campaign, firstDay: -23, ordersADay: 8, held: new Set() })
}

/** Live since yesterday. It may be paid within a day, so some orders await their payment. */
export function tellLamp(stage: Stage, cast: Cast): void {
  const { time, endOf, at } = stage.calendar
  const plan = {
    target: units(150),
    startsAt: time(-1, '11:00'),
    endsAt: endOf(27),
    draftedAt: time(-4, '15:00'),
    launchedAt: time(-2, '12:20'),
    paymentWindowMinutes: 24 * 60,
    shippingPromise: { days: 15, base: 'funding' },
  } as const
  const told = tellCampaign(stage, cast, homeProducts.lamp, time(-9, '14:00'), plan, { netUnits: 13, incidents: [] })
  for (const hoursAgo of [5, 2, 0.5]) planUnpaid(stage, cast, told, plan, later(at, -hoursAgo * hour))
}

/** Ends tomorrow with little more than half of its target. */
export function tellTanpura(stage: Stage, cast: Cast): void {
  const { time, endOf } = stage.calendar
  const plan = {
    target: units(80),
    startsAt: time(-19, '09:00'),
    endsAt: endOf(1),
    draftedAt: time(-23, '16:00'),
    launchedAt: time(-20, '10:10'),
    shippingPromise: { days: 20, base: 'funding' },
  } as const
  tellCampaign(stage, cast, gadgetProducts.tanpura, time(-27, '13:40'), plan, {
    netUnits: 44,
    incidents: ['paid after cancelling', 'cancelled'],
  })
}
