import type { CampaignView } from '../../../shared/campaigns/requests'
import type { ForecastModel } from '../../../shared/reports/forecast/model'
import { pastOfShop } from '../../../shared/reports/forecast/ofShop'
import { modelOf } from '../../../shared/reports/forecast/ownRecord'
import type { Instant } from '../../../shared/time'

let known: { readonly ended: string; readonly model: ForecastModel } | null = null

/**
 * What the shop's past campaigns teach. Nothing that happens after a campaign's end moves what a forecast knows of it, so the model is
 * fitted anew only when another one is over.
 */
export function forecastModel(views: readonly CampaignView[], at: Instant): ForecastModel {
  const over = views.filter(
    ({ campaign }) => campaign.launchedAt !== null && campaign.calledOff === null && at > campaign.endsAt,
  )
  const ended = over.map(({ campaign }) => campaign.id).join(' ')
  if (known?.ended !== ended) {
    const past = over.flatMap(({ campaign, tally }) => pastOfShop(campaign, tally, at) ?? [])
    known = { ended, model: modelOf(past) }
  }
  return known.model
}
