import { z } from 'zod'
import { markets } from '../../shared/campaigns/market'
import { paymentModes } from '../../shared/campaigns/paymentMode'
import { idSchema, type CampaignId } from '../../shared/ids'
import { refundStates } from '../../shared/orders/order'
import { refundAgeIds } from '../../shared/refunds/age'
import { refundCauses } from '../../shared/refunds/requests'
import { stoodSchema } from '../../shared/refunds/stood'

/** What the address of the refund queue holds; a part that cannot be read is left out. */
export const refundsSearch = z.object({
  states: z.array(z.enum(refundStates)).optional().catch(undefined),
  cause: z.enum(refundCauses).optional().catch(undefined),
  campaignId: idSchema<CampaignId>().optional().catch(undefined),
  market: z.enum(markets).optional().catch(undefined),
  mode: z.enum(paymentModes).optional().catch(undefined),
  overdue: z.boolean().optional().catch(undefined),
  aging: z.boolean().optional().catch(undefined),
  age: z.enum(refundAgeIds).optional().catch(undefined),
  stood: stoodSchema.optional().catch(undefined),
  text: z.string().max(200).optional().catch(undefined),
})

export type RefundsSearch = z.output<typeof refundsSearch>

export type RefundFilterName = keyof RefundsSearch

/** The address without these filters. */
export function without(search: RefundsSearch, ...names: readonly RefundFilterName[]): RefundsSearch {
  const left = { ...search }
  for (const name of names) Reflect.deleteProperty(left, name)
  return left
}
