import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Discount, Offer } from '../../../shared/campaigns/campaign'
import { addOffer, withdrawOffer } from '../../../shared/campaigns/offers'
import { discounted, priceAt } from '../../../shared/campaigns/priceAt'
import { id, type OfferId } from '../../../shared/ids'
import { minor } from '../../../shared/money'
import { later, type Instant } from '../../../shared/time'
import { aCampaign, allowed, anOffer, createdAt, endsAt, midway, offerId, refusedBy, startsAt } from '../builders'

const percent = (value: number): Discount => ({ kind: 'percent', percent: value })
const off = (amount: number): Discount => ({ kind: 'amount', amount: minor(amount) })

describe('a discount', () => {
  test('is rounded down once per unit, to the last paisa', () => {
    expect(discounted(minor(109_900), percent(10))).toBe(98_910)
    expect(discounted(minor(99_999), percent(10))).toBe(89_999)
    expect(discounted(minor(999), percent(33.33))).toBe(666)
    expect(discounted(minor(109_900), off(20_000))).toBe(89_900)
  })

  test('with two decimals is exact although such percents are no binary fractions', () => {
    // 0.29 * 100 is 28.999999999999996 in floating point.
    expect(discounted(minor(1_000_000), percent(0.29))).toBe(997_100)
    expect(discounted(minor(1_000_000), percent(12.34))).toBe(876_600)
  })

  test('never takes the price below zero', () => {
    expect(discounted(minor(100), off(101))).toBe(0)
    expect(discounted(minor(100), percent(100))).toBe(0)
  })

  test('lies between nothing and the list price, within a unit of the exact share', () => {
    const prices = fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER })
    const hundredths = fc.integer({ min: 1, max: 10_000 })
    fc.assert(
      fc.property(prices, hundredths, (price, share) => {
        const paid = discounted(minor(price), percent(share / 100))
        const exact = BigInt(price) * BigInt(10_000 - share)
        expect(paid >= 0 && paid <= price).toBe(true)
        expect(BigInt(paid) * 10_000n <= exact && exact < (BigInt(paid) + 1n) * 10_000n).toBe(true)
      }),
    )
  })
})

describe('the price', () => {
  const priceWith = (offers: readonly Offer[], at: Instant) => priceAt(aCampaign({ offers }), at)

  test('is the list price without an offer', () => {
    expect(priceWith([], midway)).toEqual({ unitPrice: 109_900, offer: null })
  })

  test('follows an offer between its instants, both inclusive', () => {
    const offer = anOffer()
    const unitPriceAt = (at: Instant) => priceWith([offer], at).unitPrice
    expect(unitPriceAt(later(offer.startsAt, -1))).toBe(109_900)
    expect(unitPriceAt(offer.startsAt)).toBe(98_910)
    expect(unitPriceAt(offer.endsAt)).toBe(98_910)
    expect(unitPriceAt(later(offer.endsAt, 1))).toBe(109_900)
  })

  test('is the better one for the supporter where offers overlap, whichever kind it is', () => {
    const tenth = anOffer()
    const two = anOffer({ id: id<OfferId>('offer-two-hundred'), discount: off(20_000) })
    expect(priceWith([tenth, two], midway)).toEqual({ unitPrice: 89_900, offer: two })
    expect(priceWith([two, tenth], midway)).toEqual({ unitPrice: 89_900, offer: two })
  })

  test('names the earlier offer on a tie', () => {
    const tenth = anOffer()
    const same = anOffer({ id: id<OfferId>('offer-same'), discount: off(10_990) })
    expect(priceWith([tenth, same], midway).offer).toEqual(tenth)
  })

  test('does not follow an offer before it was added or once it is withdrawn', () => {
    const offer = anOffer({ addedAt: later(startsAt, 10), withdrawnAt: later(startsAt, 20) })
    const unitPriceAt = (after: number) => priceWith([offer], later(startsAt, after)).unitPrice
    expect([9, 10, 19, 20].map(unitPriceAt)).toEqual([109_900, 98_910, 98_910, 109_900])
  })
})

describe('an offer', () => {
  const newId = id<OfferId>('offer-new')
  const add = (overrides: Partial<Offer>, at: Instant = midway) => {
    const { name, discount, startsAt: from, endsAt: until } = anOffer({ endsAt, ...overrides })
    return addOffer(aCampaign(), { id: newId, offer: { name, discount, startsAt: from, endsAt: until } }, at)
  }

  test('may be added while the campaign is live, and applies from then on', () => {
    const campaign = allowed(add({}))
    expect(campaign.offers).toEqual([anOffer({ id: newId, endsAt, addedAt: midway })])
    expect(campaign.revision).toBe(2)
    expect(priceAt(campaign, midway).unitPrice).toBe(98_910)
    expect(priceAt(campaign, later(midway, -1)).unitPrice).toBe(109_900)
  })

  test.each([
    ['offer.name', { name: ' ' }],
    ['offer.discount.amount', { discount: off(0) }],
    ['offer.discount.percent', { discount: percent(0) }],
    ['offer.discount.percent', { discount: percent(100.01) }],
    ['offer.discount.percent', { discount: percent(Number.NaN) }],
    ['offer.discount.percent', { discount: percent(12.345) }],
    ['offer.endsAt', { startsAt: endsAt, endsAt }],
    ['offer.endsAt', { endsAt: later(midway, -1) }],
    ['offer.startsAt', { startsAt: later(endsAt, 1), endsAt: later(endsAt, 1000) }],
  ] as const)('is refused at %s for %j', (field, overrides) => {
    expect(refusedBy(add(overrides)).field).toBe(field)
  })

  test('is refused when it would be over before the campaign starts', () => {
    const refusal = refusedBy(add({ startsAt: createdAt, endsAt: later(startsAt, -1) }, createdAt))
    expect(refusal.field).toBe('offer.endsAt')
  })

  test('may take any percent with two decimals', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000 }), (share) => {
        expect(add({ discount: percent(share / 100) }).ok).toBe(true)
      }),
    )
  })

  test('is one of at most fifty', () => {
    const offers = Array.from({ length: 50 }, (_, index) => anOffer({ id: id<OfferId>(`offer-number-${index}`) }))
    const { name, discount } = anOffer()
    const result = addOffer(aCampaign({ offers }), { id: newId, offer: { name, discount, startsAt, endsAt } }, midway)
    expect(refusedBy(result).code).toBe('too-many-offers')
  })

  test('is withdrawn once and stays on record', () => {
    const campaign = allowed(withdrawOffer(aCampaign({ offers: [anOffer()] }), offerId, midway))
    expect(campaign.offers).toEqual([anOffer({ withdrawnAt: midway })])
    expect(refusedBy(withdrawOffer(campaign, offerId, midway)).code).toBe('already-withdrawn')
    expect(refusedBy(withdrawOffer(campaign, newId, midway)).field).toBe('offerId')
  })
})
