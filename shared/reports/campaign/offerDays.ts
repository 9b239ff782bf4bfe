import type { Campaign, Offer } from '../../campaigns/campaign'
import { dayOf, laterOf, type Day } from '../../time'
import { offerEnd } from './offerEffects'

/** An offer on a campaign's time line: the first and the last day, in the campaign's zone, on which it applied or will. */
export interface OfferDays {
  readonly offer: Offer
  readonly from: Day
  readonly to: Day
}

/** The offers of a campaign that applied at any time of it or still will, in the order of their starts. */
export function offerDays(campaign: Campaign): readonly OfferDays[] {
  const { offers, startsAt, zone } = campaign
  return offers
    .toSorted((left, right) => left.startsAt - right.startsAt)
    .flatMap((offer): readonly OfferDays[] => {
      const [from, to] = [laterOf(offer.startsAt, startsAt), offerEnd(offer, campaign)]
      return to < from ? [] : [{ offer, from: dayOf(from, zone), to: dayOf(to, zone) }]
    })
}
