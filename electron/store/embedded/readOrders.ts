import type { Slice } from '../../../shared/request'
import type { Instant } from '../../../shared/time'
import type { Order, OrderState } from '../../../shared/orders/order'
import { orderState } from '../../../shared/orders/orderState'
import { overdueIfPlacedBy } from '../../../shared/orders/overdueToShip'
import type { OrderQuery, OrderReads } from '../store'
import type { Memory } from './memory'
import type { OrderEntry } from './orderShelf'
import type { Answers } from './reads'
import { matcher } from './searchText'
import { sliceInOrder } from './sorted'

export const orderAnswers = (memory: Memory): Answers<OrderReads> => ({
  one: (id) => memory.orders.one(id),
  page: (query, at) => page(memory, query, at),
  ofSupporter: (phone, limit) => {
    const entries = memory.orders.ofPhone(phone)
    return entries
      .slice(Math.max(0, entries.length - limit))
      .map(orderOf)
      .reverse()
  },
  unitsHeld: (campaignId, phone, at) => memory.orders.held.count(campaignId, phone, at),
  toLapse: (campaignId, at, limit) => memory.orders.awaiting.due(campaignId, at, limit),
  campaignsToLapse: (at) => memory.orders.awaiting.campaignsWithDue(at),
  toVoid: (campaignId, after, limit) => {
    const entries = memory.orders.ofCampaign(campaignId)
    const last = after === null ? null : memory.orders.one(after)
    const found: Order[] = []
    for (let place = last ? memory.orders.placeAfter(campaignId, last) : 0; place < entries.length; place += 1) {
      const entry = entries[place]
      if (found.length === limit) break
      if (entry?.standing === 'paid') found.push(entry.order)
    }
    return found
  },
  byPaymentReference: (mode, reference) => memory.orders.references.find(mode, reference),
})

const orderOf = ({ order }: OrderEntry): Order => order

/** Only what awaits payment by its facts can have another state at another instant. */
const stateAt = ({ order, standing }: OrderEntry, at: Instant): OrderState =>
  standing === 'awaiting payment' ? orderState(order, at) : standing

const sortValues: Record<OrderQuery['sort'], (order: Order) => number> = {
  sequence: ({ sequence }) => sequence,
  total: ({ total }) => total,
  units: ({ units }) => units,
  payBy: ({ payBy }) => payBy,
}

function page(memory: Memory, query: OrderQuery, at: Instant): Slice<Order> {
  const entries = query.campaignId === null ? memory.orders.all() : memory.orders.ofCampaign(query.campaignId)
  const fits = filterOf(memory, query, at)
  const { offset, limit, descending, sort } = query
  if (sort === 'sequence') return inSequence(entries, fits, descending, offset, limit)
  const value = sortValues[sort]
  const sign = descending ? -1 : 1
  const compare = (left: OrderEntry, right: OrderEntry): number =>
    sign * (value(left.order) - value(right.order) || left.sequence - right.sequence)
  const matching = fits === null ? entries : entries.filter(fits)
  return { rows: sliceInOrder(matching, compare, offset, limit).map(orderOf), total: matching.length }
}

/** The entries stand in their sequence already: walks them from the end that comes first. */
function inSequence(
  entries: readonly OrderEntry[],
  fits: ((entry: OrderEntry) => boolean) | null,
  descending: boolean,
  offset: number,
  limit: number,
): Slice<Order> {
  const rows: Order[] = []
  let total = fits === null ? offset : 0
  for (let step = fits === null ? offset : 0; step < entries.length; step += 1) {
    if (fits === null && rows.length === limit) break
    const entry = entries[descending ? entries.length - 1 - step : step]
    if (entry === undefined || (fits !== null && !fits(entry))) continue
    if (total >= offset && rows.length < limit) rows.push(entry.order)
    total += 1
  }
  return { rows, total: fits === null ? entries.length : total }
}

/** Whether an entry fits all of the query, what is cheap to tell first; null where everything does. */
function filterOf(memory: Memory, query: OrderQuery, at: Instant): ((entry: OrderEntry) => boolean) | null {
  const { states, mode, placedFrom, placedTo, toShip, overdue } = query
  const matches = matcher(query.text)
  const wanted = states.length === 0 ? null : new Set(states)
  if (!wanted && mode === null && placedFrom === null && placedTo === null && !toShip && !overdue && !matches)
    return null
  const funded = new Set(
    Array.from(memory.campaigns.values(), ({ campaign }) => (campaign.fundedAt === null ? null : campaign.id)),
  )
  const overdueIfBy = new Map(
    Array.from(memory.campaigns.values(), ({ campaign }) => [campaign.id, overdueIfPlacedBy(campaign, at)]),
  )
  return (entry) => {
    const { order, standing, text } = entry
    if (placedFrom !== null && order.placedAt < placedFrom) return false
    if (placedTo !== null && order.placedAt > placedTo) return false
    if (toShip && (standing !== 'paid' || !funded.has(order.campaignId))) return false
    if (overdue && (standing !== 'paid' || order.placedAt > (overdueIfBy.get(order.campaignId) ?? -Infinity)))
      return false
    if (wanted && !wanted.has(stateAt(entry, at))) return false
    if (mode !== null && !order.payments.some((payment) => payment.mode === mode)) return false
    return !matches || matches(text)
  }
}
