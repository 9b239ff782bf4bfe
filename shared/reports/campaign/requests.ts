import { z } from 'zod'
import { idSchema, type CampaignId } from '../../ids'
import { output, query } from '../../request'
import type { CampaignFacts, SupporterFacts } from './facts'
import type { ForecastRecord, Outlook } from './outlook'

const one = z.strictObject({ id: idSchema<CampaignId>() })

export const campaignReportRequests = {
  'reports.campaign': query(['manager'], one, output<CampaignFacts | null>()),
  /** By itself: it goes through the campaign's orders, which the charts do not wait for. */
  'reports.supporters': query(['manager'], one, output<SupporterFacts | null>()),
  /** Where a running campaign is going. The first answer after a campaign has ended takes as long as learning from it. */
  'reports.outlook': query(['manager'], one, output<Outlook | null>()),
  'reports.forecastRecord': query(['manager'], z.strictObject({}), output<ForecastRecord>()),
}
