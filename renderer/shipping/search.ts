import { z } from 'zod'
import { idSchema, type CampaignId } from '../../shared/ids'

export const shippingLists = ['to ship', 'shipped'] as const
export type ShippingList = (typeof shippingLists)[number]

/** What the address of the shipping page holds. A part that cannot be read is left out rather than refused. */
export const shippingSearch = z.object({
  list: z.enum(shippingLists).optional().catch(undefined),
  campaignId: idSchema<CampaignId>().optional().catch(undefined),
})

export type ShippingSearch = z.output<typeof shippingSearch>
