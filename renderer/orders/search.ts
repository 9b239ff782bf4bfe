import { z } from 'zod'
import { paymentModes } from '../../shared/campaigns/paymentMode'
import { idSchema, type CampaignId, type ViewId } from '../../shared/ids'
import { orderDetailShape } from '../../shared/orders/details'
import { orderStates } from '../../shared/orders/order'
import { orderSorts } from '../../shared/orders/requests'
import { daySchema } from '../../shared/request'

/** As the filter has them, but for its instants, which are days in an address. */
const details = {
  market: orderDetailShape.market.catch(undefined),
  variantId: orderDetailShape.variantId.catch(undefined),
  offerId: orderDetailShape.offerId.catch(undefined),
  region: orderDetailShape.region.catch(undefined),
  postalArea: orderDetailShape.postalArea.catch(undefined),
  postalAreasBut: orderDetailShape.postalAreasBut.catch(undefined),
  postalZone: orderDetailShape.postalZone.catch(undefined),
  reason: orderDetailShape.reason.catch(undefined),
  wait: orderDetailShape.wait.catch(undefined),
  event: orderDetailShape.event.catch(undefined),
  eventHour: orderDetailShape.eventHour.catch(undefined),
  eventWeekday: orderDetailShape.eventWeekday.catch(undefined),
}

/**
 * What the address of the order list holds. A part that cannot be read is left out rather than refused: an old bookmark still opens
 * the list. Days are days of the chosen campaign's zone, or else of the chosen market's, or of the home market's.
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
  ...details,
  startedFrom: daySchema.optional().catch(undefined),
  startedTo: daySchema.optional().catch(undefined),
  eventFrom: daySchema.optional().catch(undefined),
  eventTo: daySchema.optional().catch(undefined),
  sort: z.enum(orderSorts).optional().catch(undefined),
  descending: z.boolean().optional().catch(undefined),
  /** The saved view that the list was opened by. */
  view: idSchema<ViewId>().optional().catch(undefined),
  /** The form for placing an order stands open. */
  placing: z.boolean().optional().catch(undefined),
})

export type OrdersSearch = z.output<typeof ordersSearch>
