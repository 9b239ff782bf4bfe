import type { BulkScope } from '../../shared/bulk/job'
import type { FilterNames } from '../../shared/orders/details'
import { orderFilterWords, orderSortWords } from '../../shared/orders/filterWords'
import type { Order } from '../../shared/orders/order'
import type { OrderSort } from '../../shared/orders/requests'
import { orderSortValue } from '../../shared/orders/sortValue'
import type { ParsedInput } from '../../shared/requests'
import type { Instant, Zone } from '../../shared/time'
import { chosenBy } from '../bulk/chosenBy'
import { campaignsNamed } from '../requests/orders'
import type { Reads, WalkedList } from '../store/store'

interface Sorting {
  readonly sort: OrderSort
  readonly descending: boolean
}

interface ListOfOrders extends Sorting {
  /** Which of the orders that were chosen one by one belong into it; a filter says so by itself. */
  readonly fits?: (order: Order) => boolean
}

interface ScopedOrders {
  readonly scope: BulkScope
  /** In the order of the list; some of a matching list are not wanted. */
  readonly walked: WalkedList<Order>
  readonly wanted: (order: Order) => boolean
  /** How many are wanted. */
  readonly total: number
}

/** The orders that are meant, as the list on screen sorts them at `at`. */
export async function scopedOrders(
  read: Reads,
  asked: ParsedInput<'bulk.rehearse'>['scope'],
  { sort, descending, fits = () => true }: ListOfOrders,
  at: Instant,
): Promise<ScopedOrders> {
  if (asked.kind === 'matching') {
    const walked = await read.orders.walk({ ...asked.filter, sort, descending }, at)
    const except = new Set(asked.except)
    const scope = { kind: 'matching', filter: asked.filter, except: except.size } as const
    return { scope, walked, wanted: ({ id }) => !except.has(id), total: walked.total - except.size }
  }
  const { scope, orders } = await chosenBy(read, asked, at)
  const found: Order[] = []
  for await (const order of orders) if (fits(order)) found.push(order)
  const sorted = await inOrder(read, found, { sort, descending })
  const walked = {
    total: sorted.length,
    slice: async (offset: number, limit: number) => sorted.slice(offset, offset + limit),
  }
  return { scope, walked, wanted: () => true, total: sorted.length }
}

async function inOrder(
  read: Reads,
  orders: readonly Order[],
  { sort, descending }: Sorting,
): Promise<readonly Order[]> {
  const campaigns = await campaignsNamed(read, orders)
  const ranked = orders.flatMap((order) => {
    const found = campaigns.get(order.campaignId)
    return found === undefined ? [] : [{ order, rank: orderSortValue(order, found.campaign, sort) }]
  })
  const sign = descending ? -1 : 1
  return ranked
    .sort(
      (left, right) => sign * compared(left.rank, right.rank) || sign * (left.order.sequence - right.order.sequence),
    )
    .map(({ order }) => order)
}

/** What is said of the list in its file, and the same without what may name a person. */
export function scopeWords(
  scope: BulkScope,
  { sort, descending }: Sorting,
  zone: Zone,
  names: FilterNames,
): { readonly words: readonly string[]; readonly impersonal: readonly string[] } {
  const sorted = orderSortWords(sort, descending)
  if (scope.kind !== 'matching') {
    const words = ['Chosen one by one', sorted]
    return { words, impersonal: words }
  }
  const filters = orderFilterWords(scope.filter, zone, names)
  const except = scope.except === 0 ? [] : [`Without ${String(scope.except)} of them`]
  return {
    words: [...filters.map(({ words }) => words), ...except, sorted],
    impersonal: [...filters.map(({ name, words }) => (name === 'text' ? 'Search' : words)), ...except, sorted],
  }
}

/** Not promised yet is the same for all: `Infinity - Infinity` would be no answer. */
const compared = (left: number, right: number): number => (left === right ? 0 : left - right)
