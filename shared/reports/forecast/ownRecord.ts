import { judge, judgedShares, type Judged } from './evaluate'
import { fitModel } from './fit'
import type { ForecastModel } from './model'
import { oddsOf } from './odds'
import { prior } from './prior'
import type { PastCampaign } from './seen'

/** With fewer of its own the shop's campaigns say too little: forecasts rest on the built-in public ones alone. */
export const fewestOwn = 20

/** The model for a shop with these campaigns behind it. */
export const modelOf = (own: readonly PastCampaign[]): ForecastModel =>
  own.length < fewestOwn ? prior : fitModel(own, { kind: 'own', known: prior })

/** A forecast of the shop's own past, at one share of a campaign's timeline. */
export interface OwnJudged extends Judged {
  readonly elapsed: number
}

/**
 * What the shop's past campaigns would have been forecast, each by the model of those that were over when it began, at every judged share.
 * Models are made anew with every tenth campaign that ends.
 */
export function recordOf(own: readonly PastCampaign[]): readonly OwnJudged[] {
  const ended = own.toSorted((left, right) => left.endsAt - right.endsAt)
  const models = new Map<number, ForecastModel>()
  return own.flatMap((campaign) => {
    const before = ended.filter(({ endsAt }) => endsAt < campaign.startsAt).length
    const known = before - (before % 10)
    const model = models.get(known) ?? modelOf(ended.slice(0, known))
    models.set(known, model)
    return judgedShares.map((elapsed) => ({ elapsed, ...judge(campaign, elapsed, (seen) => oddsOf(model, seen)) }))
  })
}
