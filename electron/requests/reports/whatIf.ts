import { marketFacts } from '../../../shared/campaigns/market'
import { targetNumber } from '../../../shared/campaigns/progress'
import { ok } from '../../../shared/result'
import { oddsOf } from '../../../shared/reports/forecast/odds'
import { prior } from '../../../shared/reports/forecast/prior'
import { curveOf } from '../../../shared/reports/whatIf/pastCurve'
import { fewestCurves, replay, type WhatIfTerms } from '../../../shared/reports/whatIf/replay'
import { dayLength, later, type Instant } from '../../../shared/time'
import type { FeatureHandlers } from '../handler'
import { campaignViews } from '../views'

export const whatIfHandlers: Pick<FeatureHandlers<'reports'>, 'reports.whatIf'> = {
  'reports.whatIf': async ({ market, ...terms }, { read, at }) => {
    const views = await campaignViews(read, at)
    const curves = views.flatMap(({ campaign, tally, productName }) =>
      campaign.market === market ? (curveOf(campaign, tally, productName, at) ?? []) : [],
    )
    const answer = replay(curves, terms)
    return ok({ ...answer, elsewhere: answer.replayed.length < fewestCurves ? elsewhere(terms, market, at) : null })
  },
}

/** What the built-in model says of a campaign of that length of which nothing else is known. */
function elsewhere({ target, days }: WhatIfTerms, market: keyof typeof marketFacts, at: Instant) {
  const { probability } = oddsOf(prior, {
    target: targetNumber(target),
    measure: target.kind === 'units' ? 'units' : marketFacts[market].currency,
    startsAt: at,
    endsAt: later(at, days * dayLength),
    startIsKnown: true,
    until: at,
    reachedTarget: false,
    days: [],
  })
  return { funded: probability, campaigns: prior.restsOn.public }
}
