import type { Changed } from '../../shared/changed'

/** Commits come in bursts (a settlement's batches); windows are told of them at most this often, in milliseconds. */
const pause = 50

/** Beyond so many, naming orders costs more than asking for all again. */
const mostNamed = 100

const union = <Item>(left: readonly Item[], right: readonly Item[]): readonly Item[] => [
  ...new Set([...left, ...right]),
]

/** One change that says what both say. No order named counts as all. */
export function unite(left: Changed, right: Changed): Changed {
  const allOrders = [left, right].some(({ topics, orderIds }) => topics.includes('orders') && orderIds.length === 0)
  const orderIds = allOrders ? [] : union(left.orderIds, right.orderIds)
  return {
    topics: union(left.topics, right.topics),
    productIds: union(left.productIds, right.productIds),
    campaignIds: union(left.campaignIds, right.campaignIds),
    orderIds: orderIds.length > mostNamed ? [] : orderIds,
  }
}

/**
 * Passes changes on: those of one commit together and at once, those that follow within the pause united at its end.
 */
export function gather(pass: (changed: Changed) => void): (changed: Changed) => void {
  let waiting: Changed | null = null
  let scheduled = false
  const passWaiting = (): void => {
    scheduled = waiting !== null
    if (waiting === null) return
    const united = waiting
    waiting = null
    pass(united)
    setTimeout(passWaiting, pause)
  }
  return (changed) => {
    waiting = waiting === null ? changed : unite(waiting, changed)
    if (scheduled) return
    scheduled = true
    // One commit is told of several times over, by the store and by whoever watches what it saves.
    queueMicrotask(passWaiting)
  }
}
