import { z } from 'zod'
import { idSchema, type CampaignId } from '../../ids'
import { output, query } from '../../request'
import type { CampaignFacts, SupporterFacts } from './facts'

const one = z.strictObject({ id: idSchema<CampaignId>() })

export const campaignReportRequests = {
  'reports.campaign': query(['manager'], one, output<CampaignFacts | null>()),
  /** By itself: it goes through the campaign's orders, which the charts do not wait for. */
  'reports.supporters': query(['manager'], one, output<SupporterFacts | null>()),
}
