import { z } from 'zod'
import { markets } from '../../shared/campaigns/market'
import { idSchema, type CampaignId, type MakerId } from '../../shared/ids'
import { compareAxes, compareMeasures, compareOutcomes, mostLines } from '../../shared/reports/compare/compare'
import { categorySchema } from '../../shared/products/requests'
import { seasonSchema } from '../../shared/reports/compare/requests'
import type { RequestInput } from '../../shared/requests'

/** What the address of the comparison holds; a part that cannot be read is left out. */
export const compareSearch = z.object({
  axis: z.enum(compareAxes).optional().catch(undefined),
  measure: z.enum(compareMeasures).optional().catch(undefined),
  /** Empty for campaigns whose product has none. */
  category: categorySchema.optional().catch(undefined),
  makerId: idSchema<MakerId>().optional().catch(undefined),
  market: z.enum(markets).optional().catch(undefined),
  season: seasonSchema.optional().catch(undefined),
  outcome: z.enum(compareOutcomes).optional().catch(undefined),
  chosen: z.array(idSchema<CampaignId>()).max(mostLines).optional().catch(undefined),
})

export type CompareSearch = z.output<typeof compareSearch>

export const compareAsk = (search: CompareSearch): RequestInput<'reports.compare'> => ({
  axis: search.axis ?? 'share',
  measure: search.measure ?? 'target',
  category: search.category ?? null,
  makerId: search.makerId ?? null,
  market: search.market ?? null,
  season: search.season ?? null,
  outcome: search.outcome ?? null,
  chosen: search.chosen ?? [],
})
