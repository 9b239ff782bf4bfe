import { z } from 'zod'
import { campaignStates } from '../../shared/campaigns/campaign'
import { idSchema, type ProductId } from '../../shared/ids'

/** What the address of the campaigns' list holds. Anything that does not fit is left out, so an old address still opens. */
export const campaignsSearch = z.object({
  text: z.string().max(200).optional().catch(undefined),
  states: z.array(z.enum(campaignStates)).optional().catch(undefined),
  productId: idSchema<ProductId>().optional().catch(undefined),
})

/** A new campaign is begun for a product, or for one that is chosen in the form. */
export const newCampaignSearch = z.object({
  productId: idSchema<ProductId>().optional().catch(undefined),
})

export type CampaignsSearch = z.output<typeof campaignsSearch>
