import { everyOrder } from '../../shared/orders/requests'
import type { CampaignId, OrderId } from '../../shared/ids'
import { dayLength, hour, later } from '../../shared/time'
import type { Foreseen } from './curating'
import type { Stage } from './stage'

const carriers = [
  ['Speed Post', 'EP', 'IN'],
  ['Blue Dart', '', ''],
  ['Delhivery', '14', ''],
] as const

interface Shipping {
  readonly campaign: Foreseen<CampaignId>
  /** The first working day on which anything may be shipped; before the campaign is funded nothing is. */
  readonly firstDay: number
  readonly ordersADay: number
  /** Orders that wait: something is out of stock. */
  readonly held: ReadonlySet<OrderId>
}

/** Plans the shipping of a funded campaign: on working days the oldest orders leave the house; most are noted as delivered in time. */
export function planShipping(stage: Stage, { campaign, firstDay, ordersADay, held }: Shipping): void {
  const { agenda, calendar, ravi, chance } = stage
  for (let offset = firstDay; offset <= 0; offset += 1) {
    if (!calendar.isWorkingDay(offset)) continue
    const at = calendar.time(offset, '16:10')
    agenda.plan(at, async () => {
      const toShip = { ...everyOrder, campaignId: campaign.get(), toShip: true, limit: 200 }
      const { rows } = await ravi.asks('orders.page', toShip)
      for (const { id } of rows.filter((row) => !held.has(row.id)).slice(0, ordersADay)) {
        const [carrier, prefix, suffix] = chance.pick(carriers)
        await ravi.does('orders.ship', { id, carrier, trackingNumber: `${prefix}${chance.digits(9)}${suffix}` })
        if (chance.is(0.9))
          agenda.plan(later(at, chance.whole(2, 5) * dayLength - chance.whole(0, 5) * hour), async () => {
            await ravi.does('orders.deliver', { id })
          })
      }
    })
  }
}
