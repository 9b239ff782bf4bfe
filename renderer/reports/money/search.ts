import { z } from 'zod'
import { markets } from '../../../shared/campaigns/market'
import { daySchema } from '../../../shared/request'

/** What the address of the money report holds: a market and a period of days, both inclusive. */
export const moneySearch = z.object({
  market: z.enum(markets).optional().catch(undefined),
  from: daySchema.optional().catch(undefined),
  to: daySchema.optional().catch(undefined),
})

export type MoneySearch = z.output<typeof moneySearch>
