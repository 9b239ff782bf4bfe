import fc from 'fast-check'
import { expect, test } from 'vitest'
import { overdueIfPlacedBy } from '../../../shared/orders/overdueToShip'
import { shipBy } from '../../../shared/orders/shipBy'
import { dayLength, instant, zone } from '../../../shared/time'
import { aCampaign, endsAt, startsAt } from '../builders'
import { anOrder } from '../orderBuilders'

const wholeSeconds = (from: number, to: number) =>
  fc.integer({ min: Math.ceil(from / 1000), max: Math.floor(to / 1000) }).map((seconds) => instant(seconds * 1000))

test('counts exactly the orders whose shipping promise is over, to the second', () => {
  fc.assert(
    fc.property(
      wholeSeconds(startsAt, endsAt),
      wholeSeconds(startsAt, endsAt),
      wholeSeconds(startsAt, endsAt + 40 * dayLength),
      fc.integer({ min: 1, max: 20 }),
      fc.constantFrom('order' as const, 'funding' as const),
      fc.constantFrom('Asia/Kolkata', 'America/Sao_Paulo', 'Europe/Berlin'),
      (placedAt, fundedAt, at, days, base, place) => {
        const campaign = aCampaign({ fundedAt, zone: zone(place), shippingPromise: { days, base } })
        const promised = shipBy(anOrder({ placedAt }), campaign)
        const placedBy = overdueIfPlacedBy(campaign, at)
        expect(placedBy !== null && placedAt <= placedBy).toBe(promised !== null && at > promised)
      },
    ),
  )
})

test('nothing is overdue before a campaign is funded', () => {
  expect(overdueIfPlacedBy(aCampaign({ fundedAt: null }), endsAt)).toBeNull()
})
