import { expect, test } from 'vitest'
import { id, type OfferId, type PaymentId } from '../../../../shared/ids'
import type { Order } from '../../../../shared/orders/order'
import { offerDays } from '../../../../shared/reports/campaign/offerDays'
import { offerEffects } from '../../../../shared/reports/campaign/offerEffects'
import type { Instant } from '../../../../shared/time'
import { aCampaign, anOffer, inIndia, offerId } from '../../builders'
import { anOrder, aPayment } from '../../orderBuilders'
import { factsOf } from './campaignFacts'

const paid = (at: Instant, sequence: number, units: number, offered: boolean): Order => {
  const order = anOrder({ sequence, units, placedAt: at, payBy: at, offerId: offered ? offerId : null })
  return { ...order, payments: [aPayment({ id: id<PaymentId>(`${order.id}-p1`), paidAt: at, units })] }
}

const flash = anOffer({ startsAt: inIndia('2018-04-10T12:00:00'), endsAt: inIndia('2018-04-10T17:59:59') })

const orders = [
  paid(inIndia('2018-04-10T05:59:00'), 1, 50, false),
  paid(inIndia('2018-04-10T06:10:00'), 2, 3, false),
  paid(inIndia('2018-04-10T12:00:00'), 3, 5, true),
  paid(inIndia('2018-04-10T17:30:00'), 4, 4, true),
  paid(inIndia('2018-04-10T18:00:00'), 5, 60, false),
]

test('the pace with an offer stands against as many whole hours right before it', () => {
  const facts = factsOf(orders, aCampaign({ offers: [flash] }))
  expect(offerEffects(facts, inIndia('2018-04-12T00:00:00'))).toMatchObject([
    { bought: { units: 9 }, pace: { hours: 6, before: 0.5, during: 1.5, times: 3, mixed: false } },
  ])
})

test('while it runs only its whole hours so far are compared', () => {
  const facts = factsOf(orders, aCampaign({ offers: [flash] }))
  expect(offerEffects(facts, inIndia('2018-04-10T14:30:00'))[0]?.pace).toEqual({
    hours: 2,
    before: 0,
    during: 2.5,
    times: null,
    mixed: false,
  })
})

test.each([
  ['has not begun', flash, '2018-04-10T11:00:00', 'not begun'],
  ['has run for minutes', flash, '2018-04-10T12:40:00', 'under an hour'],
  ['began with the campaign', anOffer(), '2018-04-08T12:00:00', 'nothing before it'],
])('it is too early to say, or there is nothing to compare with, where it %s', (_case, offer, at, tooEarly) => {
  const facts = factsOf(orders, aCampaign({ offers: [offer] }))
  expect(offerEffects(facts, inIndia(at))[0]?.pace).toEqual({ tooEarly })
})

test('another offer in the hours that are compared is told', () => {
  const other = anOffer({
    id: id<OfferId>('offer-morning'),
    startsAt: inIndia('2018-04-10T08:00:00'),
    endsAt: inIndia('2018-04-10T08:59:59'),
  })
  const [, effect] = offerEffects(
    factsOf(orders, aCampaign({ offers: [flash, other] })),
    inIndia('2018-04-12T00:00:00'),
  )
  expect(effect).toMatchObject({ offer: { id: offerId }, pace: { mixed: true } })
})

test('an offer stands on the days on which it applied: from the campaign’s start, until it was withdrawn', () => {
  const early = anOffer({ startsAt: inIndia('2018-04-01T00:00:00'), withdrawnAt: inIndia('2018-04-07T09:00:00') })
  const never = anOffer({ startsAt: inIndia('2018-04-15T00:00:00'), withdrawnAt: inIndia('2018-04-12T09:00:00') })
  expect(offerDays(aCampaign({ offers: [early, never] })).map(({ from, to }) => [from, to])).toEqual([
    ['2018-04-05', '2018-04-07'],
  ])
})
