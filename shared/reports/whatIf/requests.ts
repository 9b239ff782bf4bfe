import { z } from 'zod'
import { markets } from '../../campaigns/market'
import { targetSchema } from '../../campaigns/requests'
import { minorSchema, output, query } from '../../request'
import type { WhatIf } from './replay'

export interface WhatIfAnswer extends WhatIf {
  /**
   * Where the shop's own campaigns are too few: the share of the built-in public campaigns of that length that were funded, and how many
   * there are. They know nothing of this target or price. Null where the own ones are enough.
   */
  readonly elsewhere: { readonly funded: number; readonly campaigns: number } | null
}

/** The longest timeline that is replayed, in days. */
export const mostDays = 180

export const whatIfRequests = {
  /** Replays the campaigns of one market that are over under other terms. */
  'reports.whatIf': query(
    ['manager'],
    z.strictObject({
      market: z.enum(markets),
      target: targetSchema,
      days: z.number().int().min(1).max(mostDays),
      price: minorSchema.refine((price) => price > 0, 'The price is above zero.').nullable(),
      elasticity: z.number().min(0).max(5),
      weekday: z.number().int().min(0).max(6).nullable(),
      quarter: z.number().int().min(0).max(3).nullable(),
    }),
    output<WhatIfAnswer>(),
  ),
}
