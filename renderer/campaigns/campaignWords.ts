import type { Campaign, CampaignState, Discount, Target } from '../../shared/campaigns/campaign'
import type { Count } from '../../shared/campaigns/tally'
import { formatMoney, minor, type Currency } from '../../shared/money'
import { timeLeft, type Instant } from '../../shared/time'
import { grouped, unitCount } from '../ui/counts'

/** "200 units" or "₹5,00,000". */
export const targetWords = (target: Target, currency: Currency): string =>
  target.kind === 'units' ? unitCount(target.units) : formatMoney(target.amount, currency)

/** A number of the target's measure in words: units, or an amount. */
export const measureWords = (value: number, { target, currency }: Campaign): string =>
  target.kind === 'units' ? unitCount(value) : formatMoney(minor(value), currency)

/** What has been reached against the target: "128 of 200 units", "₹1,40,000 of ₹5,00,000". */
export const reachedWords = (net: Count, { target, currency }: Campaign): string =>
  target.kind === 'units'
    ? `${grouped(net.units)} of ${unitCount(target.units)}`
    : `${formatMoney(net.amount, currency)} of ${formatMoney(target.amount, currency)}`

/** What staff want to know of a campaign's time: how long until its start, its end, or that it is over. */
export function timeWords(campaign: Campaign, state: CampaignState, at: Instant): string {
  const words: Record<CampaignState, () => string> = {
    draft: () => 'not launched',
    scheduled: () => timeLeft(campaign.startsAt, at).replace(/^(.*) left$/u, 'starts in $1'),
    live: () => timeLeft(campaign.endsAt, at),
    funded: () => timeLeft(campaign.endsAt, at),
    'ended, to be settled': () => 'ended',
    settling: () => 'ended',
    succeeded: () => 'ended',
    failed: () => (campaign.calledOff === null ? 'ended' : 'called off'),
  }
  return words[state]()
}

/** "15 % off" or "₹100 off", each unit. */
export const discountWords = (discount: Discount, currency: Currency): string =>
  discount.kind === 'percent' ? `${String(discount.percent)} % off` : `${formatMoney(discount.amount, currency)} off`

const counted = (count: number, unit: string): string => `${count} ${unit}${count === 1 ? '' : 's'}`

/** "30 minutes", "24 hours", "2 days": in the largest unit that is exact, days from two on. */
export function windowWords(minutes: number): string {
  if (minutes % 60 !== 0) return counted(minutes, 'minute')
  const hours = minutes / 60
  return hours % 24 === 0 && hours > 24 ? counted(hours / 24, 'day') : counted(hours, 'hour')
}
