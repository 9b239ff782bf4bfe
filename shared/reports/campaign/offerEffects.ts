import type { Campaign, Offer } from '../../campaigns/campaign'
import { noCount, type Count } from '../../campaigns/tally'
import { dayLength, earlierOf, hour, instant, type Instant } from '../../time'
import type { CampaignFacts } from './facts'
import { hoursOf } from './hours'

/** Units paid in time per hour while an offer ran, and in as many hours before it. */
export interface OfferPace {
  /** Whole hours compared on each side. */
  readonly hours: number
  readonly before: number
  readonly during: number
  /** during ÷ before; null where nothing was paid before. */
  readonly times: number | null
  /** Another offer ran in the hours that are compared, so that the change is not this one's alone. */
  readonly mixed: boolean
}

export interface OfferEffect {
  readonly offer: Offer
  readonly until: Instant
  /** Paid in time, of orders placed with it. */
  readonly bought: Count
  readonly pace: OfferPace | { readonly tooEarly: 'not begun' | 'under an hour' | 'nothing before it' }
}

/**
 * What each offer did, in the order of their starts. Compared are the whole hours from its start on with as many whole hours right
 * before it, within the campaign: where there were fewer of these than it has run, only its first ones are compared. An hour in which
 * it began belongs to neither side.
 */
export function offerEffects(facts: CampaignFacts, at: Instant): readonly OfferEffect[] {
  const { campaign, breakdown } = facts
  const hours = hoursOf(facts, at).filter(({ from, paid }) => paid !== null && from >= campaign.startsAt)
  return campaign.offers
    .toSorted((left, right) => left.startsAt - right.startsAt)
    .map((offer): OfferEffect => {
      const until = offerEnd(offer, campaign)
      return {
        offer,
        until,
        bought: breakdown.groups.offers[offer.id] ?? noCount,
        pace: paceOf(offer, until, facts, hours, at),
      }
    })
}

/** When the offer stops counting: at its own end, its withdrawal or the campaign's end. */
export function offerEnd(offer: Offer, { endsAt, calledOff }: Pick<Campaign, 'endsAt' | 'calledOff'>): Instant {
  const own = offer.withdrawnAt === null ? offer.endsAt : earlierOf(offer.endsAt, offer.withdrawnAt)
  return earlierOf(own, calledOff?.at ?? endsAt)
}

function paceOf(
  offer: Offer,
  until: Instant,
  { campaign }: CampaignFacts,
  known: ReturnType<typeof hoursOf>,
  at: Instant,
): OfferEffect['pace'] {
  if (at <= offer.startsAt || until <= offer.startsAt) return { tooEarly: 'not begun' }
  // An end at 23:59:59 includes its last second, so the hour is whole.
  const over = earlierOf(instant(until + 1000), at)
  const during = known.filter(({ from }) => from >= offer.startsAt && from + hour <= over)
  const before = known.filter(({ from }) => from + hour <= offer.startsAt)
  const hours = Math.min(during.length, before.length)
  if (during.length === 0) return { tooEarly: 'under an hour' }
  if (hours === 0) return { tooEarly: 'nothing before it' }
  const [left, right] = [before.slice(-hours), during.slice(0, hours)]
  const sum = (of: typeof known): number => of.reduce((total, { paid }) => total + (paid ?? 0), 0)
  const [from, to] = [left[0]?.from ?? offer.startsAt, (right.at(-1)?.from ?? over) + hour]
  return {
    hours,
    before: sum(left) / hours,
    during: sum(right) / hours,
    times: sum(left) === 0 ? null : sum(right) / sum(left),
    mixed: campaign.offers.some(
      (other) => other.id !== offer.id && other.startsAt < to && offerEnd(other, campaign) > from,
    ),
  }
}

/** From two days on a pace is told by day, else by hour. */
export const paceUnit = (hours: number): { readonly per: 'day' | 'hour'; readonly hours: number } =>
  hours * hour >= 2 * dayLength ? { per: 'day', hours: 24 } : { per: 'hour', hours: 1 }
