import { z } from 'zod'
import { bulkScopeSchema } from '../bulk/requests'
import type { OrderId, OrderNumber } from '../ids'
import type { Supporter } from '../orders/order'
import { output, query } from '../request'

/** What goes into one parcel and to whom. */
export interface Parcel {
  readonly orderId: OrderId
  readonly number: OrderNumber
  readonly supporter: Supporter
  readonly productName: string
  readonly variantName: string
  /** Those that are not cancelled. */
  readonly units: number
}

/** As many as are printed at once: a hundred sheets of labels. */
export const mostParcels = 1400

export const shippingRequests = {
  /** The parcels of those orders that can ship now, the first promised first. Refused where they are more than are printed at once. */
  'shipping.parcels': query(
    ['support'],
    z.strictObject({ scope: bulkScopeSchema }),
    output<{ readonly parcels: readonly Parcel[]; readonly leftOut: number }>(),
  ),
}
