import type { Campaign, Outcome, OutcomeReason } from '../../shared/campaigns/campaign'
import { progressOf } from '../../shared/campaigns/progress'
import type { Tally } from '../../shared/campaigns/tally'
import { formatMoney, minor } from '../../shared/money'
import { fullTime } from '../../shared/time'

const inMeasure = (campaign: Campaign, count: number): string =>
  campaign.target.kind === 'units' ? String(count) : formatMoney(minor(count), campaign.currency)

const measure = ({ target }: Campaign): string => (target.kind === 'units' ? ' units' : '')

/** Why a campaign came out as it did, as a sentence with the facts it follows from. */
export function outcomeWords(campaign: Campaign, tally: Tally, reason: OutcomeReason): string {
  const { reached, target } = progressOf(campaign, tally)
  const words: Record<OutcomeReason, () => string> = {
    'target met': () =>
      campaign.fundedAt === null
        ? 'The target was met.'
        : `The bar reached its target of ${inMeasure(campaign, target)}${measure(campaign)} on ${fullTime(campaign.fundedAt, campaign.zone)}. Later cancellations do not undo it.`,
    'target missed': () =>
      `${inMeasure(campaign, reached)} of ${inMeasure(campaign, target)}${measure(campaign)} were paid in time and not cancelled by the end, ${fullTime(campaign.endsAt, campaign.zone)}.`,
    'called off': () =>
      campaign.calledOff === null
        ? 'The campaign was called off.'
        : `Called off by ${campaign.calledOff.byName} on ${fullTime(campaign.calledOff.at, campaign.zone)}: ${campaign.calledOff.reason}`,
  }
  return words[reason]()
}

/** What follows for the product and the orders. */
export const outcomeFollows: Record<Outcome, string> = {
  succeeded: 'The product is fit for sale. Paid orders stay as they are and ship; nobody is owed anything by this.',
  failed:
    'The product goes off the market, unless an earlier campaign made it fit for sale. Every supporter who paid is owed all of it back.',
}
