import type { OfferId } from '../ids'
import { assert, ok, refuse, type Refused, type Result } from '../result'
import { fullTime, type Instant } from '../time'
import type { Campaign, CampaignState, Discount, Offer } from './campaign'
import { campaignState } from './campaignState'

interface NewOffer {
  readonly id: OfferId
  readonly offer: Pick<Offer, 'name' | 'discount' | 'startsAt' | 'endsAt'>
}

const mostOffers = 50

/** Why offers of a campaign in each state no longer change; null while they do. */
const closedBecause: Record<CampaignState, string | null> = {
  draft: null,
  scheduled: null,
  live: null,
  funded: null,
  'ended, to be settled': 'This campaign has ended, so its offers no longer change.',
  settling: 'This campaign is being settled, so its offers no longer change.',
  succeeded: 'This campaign is over, so its offers no longer change.',
  failed: 'This campaign is over, so its offers no longer change.',
}

function refuseClosed(campaign: Campaign, at: Instant): Refused | undefined {
  const reason = closedBecause[campaignState(campaign, at)]
  return reason === null ? undefined : refuse('offers-closed', reason)
}

/**
 * Adds an offer, also while the campaign is live. Refused when it could never apply: a discount of nothing, an end before
 * its start, an end that has passed, times outside the campaign's.
 */
export function addOffer(campaign: Campaign, { id, offer }: NewOffer, at: Instant): Result<Campaign> {
  const refused = refuseClosed(campaign, at) ?? refuseDiscount(offer.discount) ?? refuseTimes(campaign, offer, at)
  if (refused) return refused
  if (offer.name.trim() === '') return refuse('no-name', 'An offer needs a name.', 'offer.name')
  if (campaign.offers.length >= mostOffers)
    return refuse('too-many-offers', `A campaign has at most ${mostOffers} offers.`, 'offer')
  assert(
    campaign.offers.every((known) => known.id !== id),
    'a new offer has an id of its own',
  )
  const added: Offer = {
    id,
    name: offer.name.trim(),
    discount: offer.discount,
    startsAt: offer.startsAt,
    endsAt: offer.endsAt,
    addedAt: at,
    withdrawnAt: null,
  }
  return ok({ ...campaign, offers: [...campaign.offers, added], revision: campaign.revision + 1 })
}

/** More decimals than a price has would be rounded away unseen. */
const hasTwoDecimals = (percent: number): boolean => Math.abs(percent * 100 - Math.round(percent * 100)) < 1e-6

function refuseDiscount(discount: Discount): Refused | undefined {
  if (discount.kind === 'amount')
    return discount.amount > 0
      ? undefined
      : refuse('no-discount', 'The discount must be above zero.', 'offer.discount.amount')
  const { percent } = discount
  if (!(percent > 0 && percent <= 100))
    return refuse('percent-out-of-range', 'A percentage is above 0 and at most 100.', 'offer.discount.percent')
  return hasTwoDecimals(percent)
    ? undefined
    : refuse('percent-too-fine', 'A percentage has at most two decimals.', 'offer.discount.percent')
}

function refuseTimes(campaign: Campaign, offer: NewOffer['offer'], at: Instant): Refused | undefined {
  const shown = (time: Instant): string => fullTime(time, campaign.zone)
  if (offer.endsAt <= offer.startsAt)
    return refuse('end-before-start', `The end must be after the start, ${shown(offer.startsAt)}.`, 'offer.endsAt')
  if (offer.endsAt < at) return refuse('offer-over', 'An offer must end in the future.', 'offer.endsAt')
  if (offer.startsAt > campaign.endsAt)
    return refuse('after-campaign', `The campaign ends before that, ${shown(campaign.endsAt)}.`, 'offer.startsAt')
  return offer.endsAt < campaign.startsAt
    ? refuse('before-campaign', `The campaign starts after that, ${shown(campaign.startsAt)}.`, 'offer.endsAt')
    : undefined
}

/** Ends an offer at once; it stays on record, and orders placed with it keep their price. */
export function withdrawOffer(campaign: Campaign, offerId: OfferId, at: Instant): Result<Campaign> {
  const refused = refuseClosed(campaign, at)
  if (refused) return refused
  const offer = campaign.offers.find((known) => known.id === offerId)
  if (!offer) return refuse('no-such-offer', 'This campaign has no such offer.', 'offerId')
  if (offer.withdrawnAt !== null)
    return refuse(
      'already-withdrawn',
      `${offer.name} was withdrawn already, ${fullTime(offer.withdrawnAt, campaign.zone)}.`,
    )
  const offers = campaign.offers.map((known) => (known.id === offerId ? { ...known, withdrawnAt: at } : known))
  return ok({ ...campaign, offers, revision: campaign.revision + 1 })
}
