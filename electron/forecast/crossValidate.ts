import { fitModel } from '../../shared/reports/forecast/fit'
import type { ForecastModel } from '../../shared/reports/forecast/model'
import type { PastCampaign } from '../../shared/reports/forecast/seen'

/**
 * For each campaign a model that has not seen it: the campaigns are dealt into `folds` parts by their place in the list, and each part is
 * forecast by a model of the others.
 */
export function crossFitted(past: readonly PastCampaign[], folds: number): (campaign: PastCampaign) => ForecastModel {
  const models = Array.from({ length: folds }, (_none, fold) =>
    fitModel(
      past.filter((_campaign, place) => place % folds !== fold),
      { kind: 'public' },
    ),
  )
  const places = new Map(past.map((campaign, place) => [campaign, place]))
  return (campaign) => {
    const model = models[(places.get(campaign) ?? 0) % folds]
    if (model === undefined) throw new Error('every fold has a model')
    return model
  }
}
