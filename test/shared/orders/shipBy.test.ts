import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shipBy, shipByRank } from '../../../shared/orders/shipBy'
import { instant } from '../../../shared/time'
import { aCampaign, endsAt, midway, startsAt } from '../builders'
import { anOrder } from '../orderBuilders'

test('orders sorted by rank stand in the order of their shipping promises', () => {
  const placed = fc.integer({ min: startsAt, max: endsAt }).map(instant)
  const campaigns = fc
    .record({ days: fc.integer({ min: 1, max: 60 }), base: fc.constantFrom('order' as const, 'funding' as const) })
    .map((shippingPromise) => aCampaign({ shippingPromise, fundedAt: midway }))
  fc.assert(
    fc.property(placed, campaigns, placed, campaigns, (first, one, second, other) => {
      const [sooner, later] = [shipBy(anOrder({ placedAt: first }), one), shipBy(anOrder({ placedAt: second }), other)]
      if (sooner === null || later === null || sooner >= later) return
      expect(shipByRank(first, one)).toBeLessThan(shipByRank(second, other))
    }),
  )
})

test('what is promised from a funding that has not come stands last', () => {
  const unfunded = aCampaign({ shippingPromise: { days: 1, base: 'funding' } })
  expect(shipByRank(midway, unfunded)).toBe(Infinity)
})
