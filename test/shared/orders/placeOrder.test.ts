import { describe, expect, test } from 'vitest'
import type { Campaign } from '../../../shared/campaigns/campaign'
import { id, orderCountOf, type OfferId, type ProductId, type VariantId } from '../../../shared/ids'
import { minor } from '../../../shared/money'
import { placeOrder, type PlaceOrderAsk } from '../../../shared/orders/placeOrder'
import { quoteOrder } from '../../../shared/orders/quoteOrder'
import { later, minute, type Instant } from '../../../shared/time'
import { aCampaign, aCount, aProduct, aTally, anActor, blackId, endsAt, midway, startsAt, staffId } from '../builders'
import { aSupporter, unitPrice } from '../orderBuilders'

interface Case extends Partial<PlaceOrderAsk> {
  readonly campaign?: Campaign
  readonly tally?: ReturnType<typeof aTally>
  readonly held?: number
  readonly at?: Instant
}

function place({ campaign = aCampaign(), tally = aTally(), held = 0, at = midway, ...ask }: Case) {
  const product = aProduct()
  const units = ask.units ?? 1
  return placeOrder(
    {
      campaign,
      tally,
      product,
      heldBySupporter: held,
      sequence: 42,
      ask: {
        campaignId: campaign.id,
        productId: product.id,
        variantId: blackId,
        units,
        total: ask.total ?? minor(units * campaign.price),
        supporter: aSupporter({ phone: '098450 12345' }),
        ...ask,
      },
    },
    anActor(),
    at,
  )
}

const refusal = (facts: Case) => {
  const done = place(facts)
  return done.ok ? null : done.refusal
}

const festival = (percent: number): Partial<Campaign> => ({
  offers: [
    {
      id: id<OfferId>('offer-festival'),
      name: 'Festival',
      discount: { kind: 'percent', percent },
      startsAt,
      endsAt: midway,
      addedAt: startsAt,
      withdrawnAt: null,
    },
  ],
})

describe('placing an order', () => {
  test('keeps the price shown, the normalised supporter, a readable number and the instant to pay by', () => {
    const done = place({ units: 2 })
    expect(done).toMatchObject({
      ok: true,
      value: {
        id: 'o0000000042',
        sequence: 42,
        units: 2,
        listPrice: unitPrice,
        total: 2 * unitPrice,
        offerId: null,
        placedAt: midway,
        placedBy: 'Meera Iyer',
        payBy: later(midway, 30 * minute),
        currency: 'INR',
        supporter: { phone: '+919845012345' },
        payments: [],
        lapsedAt: null,
      },
    })
    expect(done.ok && orderCountOf(done.value.number) === done.value.sequence).toBe(true)
  })

  test('the payment window never reaches beyond the end', () => {
    const at = later(endsAt, -10 * minute)
    expect(place({ at })).toMatchObject({ value: { payBy: endsAt } })
  })

  test('the last day counts: orders are taken at exactly endsAt, and not a millisecond later (complaint)', () => {
    expect(place({ at: endsAt }).ok).toBe(true)
    expect(refusal({ at: later(endsAt, 1) })).toMatchObject({ code: 'campaign-closed', field: 'campaignId' })
  })

  test('orders are taken from exactly startsAt', () => {
    expect(place({ at: startsAt }).ok).toBe(true)
    expect(refusal({ at: later(startsAt, -1) })).toMatchObject({ code: 'campaign-closed' })
  })

  test('a funded campaign goes on taking orders; a draft or one called off takes none', () => {
    expect(place({ campaign: aCampaign({ fundedAt: startsAt }) }).ok).toBe(true)
    expect(refusal({ campaign: aCampaign({ launchedAt: null }) })).toMatchObject({ code: 'campaign-closed' })
    const calledOff = { at: startsAt, by: staffId, byName: 'Meera Iyer', reason: 'No parts' }
    expect(refusal({ campaign: aCampaign({ calledOff }) })).toMatchObject({ code: 'campaign-closed' })
  })

  test('the price paid is the one with the offer of the moment, rounded down once per unit', () => {
    const campaign = aCampaign(festival(33.33))
    expect(place({ campaign, units: 3, total: minor(3 * 73_270) })).toMatchObject({
      value: { total: 3 * 73_270, listPrice: unitPrice, offerId: 'offer-festival' },
    })
  })

  test('a price that has changed since it was shown is refused with the price of now', () => {
    const campaign = aCampaign(festival(50))
    expect(refusal({ campaign })).toEqual({
      code: 'price-changed',
      field: 'total',
      message: 'The price has changed: it is ₹549.50 now.',
    })
    expect(refusal({ campaign, at: later(midway, 1) })).toBeNull()
  })

  test('only the variants of the product can be ordered', () => {
    expect(refusal({ variantId: id<VariantId>('variant-red') })).toMatchObject({ field: 'variantId' })
    expect(refusal({ productId: id<ProductId>('product-other') })).toMatchObject({ field: 'productId' })
  })

  test('the cap counts what is placed and what is paid', () => {
    const campaign = aCampaign({ cap: 10 })
    const tally = aTally({ awaiting: aCount({ units: 3 }), net: aCount({ units: 5 }), lapsed: aCount({ units: 9 }) })
    expect(place({ campaign, tally, units: 2 }).ok).toBe(true)
    expect(refusal({ campaign, tally, units: 3 })).toMatchObject({
      code: 'beyond-cap',
      field: 'units',
      message: 'Only 2 units of this campaign are left.',
    })
  })

  test('the limit counts all that the phone number holds', () => {
    const campaign = aCampaign({ perSupporterLimit: 3 })
    expect(place({ campaign, held: 1, units: 2 }).ok).toBe(true)
    expect(refusal({ campaign, held: 2, units: 2 })).toMatchObject({ code: 'beyond-limit', field: 'units' })
  })

  test('an amount that cannot be counted exactly is refused', () => {
    const campaign = aCampaign({ price: minor(9_007_199_254_740) })
    expect(refusal({ campaign, units: 1001, total: minor(1) })).toMatchObject({ code: 'amount-too-large' })
    const tally = aTally({ placed: aCount({ amount: minor(Number.MAX_SAFE_INTEGER) }) })
    expect(refusal({ tally })).toMatchObject({ code: 'amount-too-large' })
  })

  test.each([
    [{ phone: '12345' }, 'supporter.phone'],
    [{ email: 'asha' }, 'supporter.email'],
    [{ address: { ...aSupporter().address, postalCode: '012345' } }, 'supporter.address.postalCode'],
  ])('a supporter who cannot be reached is refused at the field: %j', (wrong, field) => {
    expect(refusal({ supporter: aSupporter(wrong) })).toMatchObject({ field })
  })
})

describe('a quote', () => {
  test('shows list price, price with the offer, total and the instant to pay by', () => {
    expect(quoteOrder(aCampaign(festival(50)), 3, midway)).toEqual({
      ok: true,
      value: {
        listPrice: unitPrice,
        unitPrice: 54_950,
        total: 164_850,
        offerName: 'Festival',
        payBy: later(midway, 30 * minute),
      },
    })
  })
})
