import type { BulkDeed, BulkJob } from '../../shared/bulk/job'
import type { Order } from '../../shared/orders/order'
import { unitsLeft } from '../../shared/orders/orderState'

/** In the trail an order's deed is named alike, whether it was done alone or with others. */
export const deedAction = {
  cancel: 'orders.cancel',
  ship: 'orders.ship',
  deliver: 'orders.deliver',
} as const satisfies Record<BulkDeed['kind'], string>

const counted = (count: number, one: string): string => `${String(count)} ${one}${count === 1 ? '' : 's'}`

/** What was done to the order, without personal data. */
export function deedOn(deed: BulkDeed, before: Order): string {
  switch (deed.kind) {
    case 'cancel':
      return `Cancelled ${counted(unitsLeft(before), 'unit')} of ${before.number}, in bulk`
    case 'ship':
      return `Shipped ${before.number} with ${deed.carrier}, in bulk`
    case 'deliver':
      return `Noted ${before.number} as delivered, in bulk`
  }
}

const infinitive: Record<BulkDeed['kind'], string> = {
  cancel: 'to cancel',
  ship: 'to ship',
  deliver: 'to note as delivered',
}

/** "to cancel 998 orders", "to cancel 998 orders, 990 done, 8 refused". */
export const startInWords = ({ deed, possible }: Pick<BulkJob, 'deed' | 'possible'>): string =>
  `${infinitive[deed.kind]} ${counted(possible, 'order')}`

export function jobInWords(job: BulkJob): string {
  const refusedInRun = job.refused - (job.orders - job.possible)
  return `${startInWords(job)}, ${String(job.done)} done, ${String(refusedInRun)} refused`
}
