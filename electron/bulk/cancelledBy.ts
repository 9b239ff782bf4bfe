import type { BulkJob } from '../../shared/bulk/job'
import type { Order } from '../../shared/orders/order'
import { orderId } from '../../shared/orders/placeOrder'
import { assert } from '../../shared/result'
import type { Reads } from '../store/store'
import type { ChosenOrders } from './chosenBy'
import { jobLines } from './report'

/** The orders that a job has cancelled, in its order. */
export async function cancelledBy(read: Reads, job: BulkJob): Promise<ChosenOrders> {
  const lines = [...jobLines(job, await read.bulk.parts(job.id), 'done')]
  return { scope: { kind: 'job', jobId: job.id }, total: lines.length, orders: all() }

  async function* all(): AsyncGenerator<Order> {
    for (const { sequence } of lines) {
      const order = await read.orders.one(orderId(sequence))
      assert(order !== null, 'the orders of a job are on record')
      yield order
    }
  }
}
