import { z } from 'zod'
import { releaseChoices } from '../../campaigns/releaseDecision'
import { idSchema, type CampaignId } from '../../ids'
import { command, output, proseSchema, query } from '../../request'
import type { ForecastThen } from './forecastThen'
import type { ReleaseReport, ReleaseRow } from './releaseReport'

const campaignId = idSchema<CampaignId>()

export const releaseRequests = {
  /** Ended campaigns: those to be decided first, then the latest. */
  'reports.releases': query(['manager'], z.strictObject({}), output<readonly ReleaseRow[]>()),
  /** Null where there is no such campaign, or it has not ended. */
  'reports.release': query(['manager'], z.strictObject({ campaignId }), output<ReleaseReport | null>()),
  /** Apart from the report, since it may have to be learnt first. Empty where the campaign was called off or is not over. */
  'reports.releaseForecasts': query(['manager'], z.strictObject({ campaignId }), output<readonly ForecastThen[]>()),
  /** Takes down what becomes of the product, with the reasons. A later decision stands in its place; all of them stay. */
  'reports.decide': command(
    ['manager'],
    { campaignId, choice: z.enum(releaseChoices), reasons: proseSchema(2000), changes: proseSchema(2000) },
    output<{ readonly campaignId: CampaignId }>(),
  ),
}
