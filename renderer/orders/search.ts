import { z } from 'zod'
import { paymentModes } from '../../shared/campaigns/paymentMode'
import { idSchema, type CampaignId, type ViewId } from '../../shared/ids'
import { orderStates } from '../../shared/orders/order'
import { orderSorts } from '../../shared/orders/requests'
import { daySchema } from '../../shared/request'

/**
 * What the address of the order list holds. A part that cannot be read is left out rather than refused: an old bookmark still opens
 * the list. Days are days of the chosen campaign's zone, or of the home market's while no campaign is chosen.
 */
export const ordersSearch = z.object({
  text: z.string().max(200).optional().catch(undefined),
  states: z.array(z.enum(orderStates)).optional().catch(undefined),
  campaignId: idSchema<CampaignId>().optional().catch(undefined),
  mode: z.enum(paymentModes).optional().catch(undefined),
  placedFrom: daySchema.optional().catch(undefined),
  placedTo: daySchema.optional().catch(undefined),
  toShip: z.boolean().optional().catch(undefined),
  overdue: z.boolean().optional().catch(undefined),
  sort: z.enum(orderSorts).optional().catch(undefined),
  descending: z.boolean().optional().catch(undefined),
  /** The saved view that the list was opened by. */
  view: idSchema<ViewId>().optional().catch(undefined),
  /** The form for placing an order stands open. */
  placing: z.boolean().optional().catch(undefined),
})

export type OrdersSearch = z.output<typeof ordersSearch>
