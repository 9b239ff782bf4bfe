import type { BulkScope } from '../../shared/bulk/job'
import type { OrderId } from '../../shared/ids'
import type { Order } from '../../shared/orders/order'
import type { ParsedInput } from '../../shared/requests'
import type { Instant } from '../../shared/time'
import type { Reads } from '../store/store'

export interface ChosenOrders {
  readonly scope: BulkScope
  readonly total: number
  /** To be gone through once. */
  readonly orders: AsyncIterable<Order>
}

/** The orders that are meant, fixed at `at`: each once, in the order in which they were placed. Ids of no order are left out. */
export async function chosenBy(
  read: Reads,
  asked: ParsedInput<'bulk.rehearse'>['scope'],
  at: Instant,
): Promise<ChosenOrders> {
  if (asked.kind === 'chosen') {
    const ids = [...new Set(asked.ids)].sort()
    return { scope: { kind: 'chosen' }, total: ids.length, orders: named(read, ids) }
  }
  const { filter, except } = asked
  const list = await read.orders.walk({ ...filter, sort: 'sequence', descending: false }, at)
  const left = new Set(except)
  const scope = { kind: 'matching', filter, except: left.size } as const
  return { scope, total: list.total - left.size, orders: all() }

  async function* all(): AsyncGenerator<Order> {
    for (let offset = 0; offset < list.total; offset += atOnce)
      for (const order of await list.slice(offset, atOnce)) if (!left.has(order.id)) yield order
  }
}

/** Orders that are read together. */
const atOnce = 50

async function* named(read: Reads, ids: readonly OrderId[]): AsyncGenerator<Order> {
  for (const id of ids) {
    const order = await read.orders.one(id)
    if (order !== null) yield order
  }
}
