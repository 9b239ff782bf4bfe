import { z } from 'zod'
import { markets } from '../../campaigns/market'
import { idSchema, type CampaignId, type MakerId } from '../../ids'
import { categorySchema } from '../../products/requests'
import { output, query } from '../../request'
import { compareAxes, compareMeasures, compareOutcomes, mostLines, type CompareReport } from './compare'

export const seasonSchema = z.string().regex(/^\d{4}-Q[1-4]$/u)

export const compareRequests = {
  /** Campaigns laid over each other. */
  'reports.compare': query(
    ['manager'],
    z.strictObject({
      axis: z.enum(compareAxes),
      measure: z.enum(compareMeasures),
      category: categorySchema.nullable(),
      makerId: idSchema<MakerId>().nullable(),
      market: z.enum(markets).nullable(),
      season: seasonSchema.nullable(),
      outcome: z.enum(compareOutcomes).nullable(),
      chosen: z.array(idSchema<CampaignId>()).max(mostLines),
    }),
    output<CompareReport>(),
  ),
}
