import { z } from 'zod'
import { idSchema, type CampaignId, type OrderId, type ProductId, type StaffId } from '../../shared/ids'
import { daySchema } from '../../shared/request'

/** What the address of the audit trail holds; a part that cannot be read is left out. Days are days of the home market. */
export const auditSearch = z.object({
  byId: idSchema<StaffId>().optional().catch(undefined),
  byProgram: z.boolean().optional().catch(undefined),
  action: z.string().max(60).optional().catch(undefined),
  from: daySchema.optional().catch(undefined),
  to: daySchema.optional().catch(undefined),
  text: z.string().max(200).optional().catch(undefined),
  productId: idSchema<ProductId>().optional().catch(undefined),
  campaignId: idSchema<CampaignId>().optional().catch(undefined),
  orderId: idSchema<OrderId>().optional().catch(undefined),
})

export type AuditSearch = z.output<typeof auditSearch>
