import { ok, refuse, type Refused, type Result } from '../result'
import { fullTime, instant, type Instant } from '../time'
import type { CampaignTerms } from './campaign'

/** Outside these an instant is a slip of the hand, and calendars and charts would have to cope with it. */
const earliest = instant(Date.UTC(2000, 0, 1))
const latest = instant(Date.UTC(2100, 0, 1))

const isCount = (value: number): boolean => Number.isSafeInteger(value) && value > 0

const outside = (at: Instant): boolean => at < earliest || at > latest

function checkTimes({ startsAt, endsAt, zone, paymentWindowMinutes }: CampaignTerms): Refused | undefined {
  const when = 'Choose a day between the years 2000 and 2100.'
  if (outside(startsAt)) return refuse('start-out-of-range', when, 'terms.startsAt')
  if (outside(endsAt)) return refuse('end-out-of-range', when, 'terms.endsAt')
  if (endsAt <= startsAt)
    return refuse('end-before-start', `The end must be after the start, ${fullTime(startsAt, zone)}.`, 'terms.endsAt')
  return isCount(paymentWindowMinutes)
    ? undefined
    : refuse('no-payment-window', 'Supporters need at least a minute to pay.', 'terms.paymentWindowMinutes')
}

function checkTarget({ target, price }: CampaignTerms): Refused | undefined {
  if (price <= 0) return refuse('no-price', 'The price must be above zero.', 'terms.price')
  if (target.kind === 'amount')
    return target.amount > 0 ? undefined : refuse('no-target', 'The target must be above zero.', 'terms.target.amount')
  if (!isCount(target.units)) return refuse('no-target', 'The target is at least 1 unit.', 'terms.target.units')
  return Number.isSafeInteger(target.units * price)
    ? undefined
    : refuse('target-too-large', 'Target and price come to more than can be counted exactly.', 'terms.target.units')
}

function checkLimits({ target, price, cap, perSupporterLimit, shippingPromise }: CampaignTerms): Refused | undefined {
  if (cap !== null && !isCount(cap)) return refuse('no-cap', 'A cap is at least 1 unit.', 'terms.cap')
  if (cap !== null && target.kind === 'units' && cap < target.units)
    return refuse('cap-below-target', `The cap must not be below the target of ${target.units} units.`, 'terms.cap')
  // Offers only lower what the cap can bring in, so this is the most generous reading.
  if (cap !== null && target.kind === 'amount' && BigInt(cap) * BigInt(price) < BigInt(target.amount))
    return refuse('cap-below-target', 'With this cap and price the target could never be reached.', 'terms.cap')
  if (perSupporterLimit !== null && !isCount(perSupporterLimit))
    return refuse('no-limit', 'A limit is at least 1 unit.', 'terms.perSupporterLimit')
  return isCount(shippingPromise.days)
    ? undefined
    : refuse('no-promise', 'The shipping promise is at least 1 day.', 'terms.shippingPromise.days')
}

/** Terms that a campaign can run on. Each refusal names the field it belongs to. */
export const checkTerms = (terms: CampaignTerms): Result<CampaignTerms> =>
  checkTimes(terms) ?? checkTarget(terms) ?? checkLimits(terms) ?? ok(terms)
