import type { BulkStep } from '../../shared/bulk/decideBulk'
import type { BulkDeed, BulkJob } from '../../shared/bulk/job'
import type { Order } from '../../shared/orders/order'
import { unitsLeft } from '../../shared/orders/orderState'
import { assigneeOf } from '../../shared/orders/assignOrder'

const counted = (count: number, one: string): string => `${String(count)} ${one}${count === 1 ? '' : 's'}`

/** What was done to the order, without personal data. */
export function stepOn({ action, order }: BulkStep, before: Order): string {
  const { number, shipment } = order
  switch (action) {
    case 'cancel':
      return `Cancelled ${counted(unitsLeft(before), 'unit')} of ${number}, in bulk`
    case 'undoCancel':
      return `Undid a cancellation of ${number}, in bulk`
    case 'ship':
      return `Shipped ${number} with ${shipment?.carrier ?? ''}, in bulk`
    case 'track':
      return `Noted the tracking number of ${number}, in bulk`
    case 'deliver':
      return `Noted ${number} as delivered, in bulk`
    case 'addNote':
      return `Wrote a note on ${number}, in bulk`
    case 'assign':
      return `Assigned ${number} to ${assigneeOf(order)?.name ?? 'nobody'}, in bulk`
  }
}

const infinitive: Record<BulkDeed['kind'], (orders: string) => string> = {
  cancel: (orders) => `to cancel ${orders}`,
  ship: (orders) => `to ship ${orders}`,
  deliver: (orders) => `to note ${orders} as delivered`,
  note: (orders) => `to write a note on ${orders}`,
  assign: (orders) => `to assign ${orders}`,
  track: (orders) => `to note the tracking of ${orders}`,
  undo: (orders) => `to undo the cancellation of ${orders}`,
}

/** "to cancel 998 orders", "to cancel 998 orders, 990 done, 8 refused". */
export const startInWords = ({ deed, possible }: Pick<BulkJob, 'deed' | 'possible'>): string =>
  infinitive[deed.kind](counted(possible, 'order'))

export function jobInWords(job: BulkJob): string {
  const refusedInRun = job.refused - (job.orders - job.possible)
  return `${startInWords(job)}, ${String(job.done)} done, ${String(refusedInRun)} refused`
}
