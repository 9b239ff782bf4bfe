import type { CampaignId, OrderId } from '../../shared/ids'
import { addNote } from '../../shared/orders/addNote'
import { assignOrder, looksAfterOrders } from '../../shared/orders/assignOrder'
import { cancelOrder } from '../../shared/orders/cancelOrder'
import { deliverOrder } from '../../shared/orders/deliverOrder'
import type { Order } from '../../shared/orders/order'
import { orderState } from '../../shared/orders/orderState'
import { placeOrder } from '../../shared/orders/placeOrder'
import { quoteOrder } from '../../shared/orders/quoteOrder'
import { recordPayment } from '../../shared/orders/recordPayment'
import { orderRow, type OrderRow } from '../../shared/orders/row'
import { shipOrder } from '../../shared/orders/shipOrder'
import { normalisePhone } from '../../shared/orders/supporter'
import { trackOrder } from '../../shared/orders/trackOrder'
import { undoCancellation } from '../../shared/orders/undoCancellation'
import { emptyBreakdown } from '../../shared/reports/breakdown/breakdown'
import { ok, refuse, type Result } from '../../shared/result'
import { knownReason } from '../../shared/settings/cancelReasons'
import type { Instant } from '../../shared/time'
import { settingsOf } from '../settings'
import type { CampaignWithTally, Reads } from '../store/store'
import type { CommandDesk, CommitDesk, Done, FeatureHandlers } from './handler'
import { campaignAtRest, campaignIn, orderIn, productIn } from './record'
import { campaignView, productNames } from './views'

const othersShown = 10

export const ordersHandlers: FeatureHandlers<'orders'> = {
  'orders.page': async (query, { read, at }) => {
    return ok({ rows: await orderRows(read, await read.orders.page(query, at), at) })
  },

  'orders.count': async (filter, { read, at }) => ok(await read.orders.count(filter, at)),

  'orders.choices': async ({ campaignId }, { read }) => {
    const found = campaignId === null ? null : await read.campaigns.one(campaignId)
    const product = found === null ? null : await read.products.one(found.campaign.productId)
    const breakdowns =
      campaignId === null
        ? [...(await read.campaigns.breakdowns()).values()]
        : [(await read.campaigns.breakdown(campaignId)) ?? emptyBreakdown]
    const keysOf = (name: 'regions' | 'reasons'): readonly string[] =>
      [...new Set(breakdowns.flatMap(({ groups }) => Object.keys(groups[name])))].filter((key) => key !== '').sort()
    return ok({
      variants: product?.variants.map(({ id, name }) => ({ id, name })) ?? [],
      offers: found?.campaign.offers.map(({ id, name }) => ({ id, name })) ?? [],
      regions: keysOf('regions'),
      reasons: keysOf('reasons'),
    })
  },

  'orders.one': async ({ id: orderId }, { read, at }) => {
    const order = await read.orders.one(orderId)
    const found = order === null ? null : await read.campaigns.one(order.campaignId)
    if (order === null || found === null) return ok(null)
    const [product, names, sameNumber] = await Promise.all([
      read.products.one(order.productId),
      productNames(read),
      read.orders.ofSupporter(order.supporter.phone, othersShown + 1),
    ])
    const others = sameNumber.filter((other) => other.id !== order.id).slice(0, othersShown)
    return ok({
      order,
      state: orderState(order, at),
      campaign: campaignView(found, names, at),
      productName: product?.name ?? '',
      variantName: product?.variants.find((variant) => variant.id === order.variantId)?.name ?? '',
      others: await orderRows(read, others, at),
    })
  },

  'orders.quote': async ({ campaignId, units }, { read, at }) => {
    const found = await read.campaigns.one(campaignId)
    return found === null
      ? refuse('no-such-campaign', 'There is no such campaign.', 'campaignId')
      : quoteOrder(found.campaign, units, at)
  },

  'orders.place': ({ commandId: _, ...ask }, desk) =>
    desk.commit(async ({ tx, at, by, lapseDue }) => {
      await lapseDue(ask.campaignId)
      const found = await campaignAtRest(tx, ask.campaignId, 'campaignId')
      if (!found.ok) return found
      const { campaign, tally } = found.value
      const product = await productIn(tx, campaign.productId, 'productId')
      if (!product.ok) return product
      const phone = normalisePhone(ask.supporter.phone, campaign.market, 'supporter.phone')
      if (!phone.ok) return phone
      const heldBySupporter = await tx.read.orders.unitsHeld(campaign.id, phone.value, at)
      const sequence = await tx.orders.nextSequence()
      const facts = { campaign, tally, product: product.value, heldBySupporter, sequence, ask }
      const placed = placeOrder(facts, by, at)
      if (!placed.ok) return placed
      const order = placed.value
      tx.orders.put(order)
      return ok({
        reply: { id: order.id, number: order.number, payBy: order.payBy },
        subject: subjectOf(order),
        summary: `Placed ${order.number}, ${unitsInWords(order.units)}`,
      })
    }),

  'orders.recordPayment': ({ id: orderId, mode, reference, amount, paidAt }, desk) =>
    change(desk, orderId, async (order, { campaign, tally }, { tx, at, by }) => {
      const atRest = await campaignAtRest(tx, campaign.id)
      if (!atRest.ok) return atRest
      const known = await tx.read.orders.byPaymentReference(mode, reference)
      if (known !== null && known !== orderId) {
        const other = await tx.orders.get(known)
        const where = other === null ? 'another order' : `order ${other.number}`
        return refuse('payment-known', `A payment with this reference is already on ${where}.`, 'reference')
      }
      const product = await productIn(tx, order.productId)
      if (!product.ok) return product
      const heldBySupporter = await tx.read.orders.unitsHeld(order.campaignId, order.supporter.phone, at)
      const facts = { order, campaign, tally, product: product.value, heldBySupporter }
      const recorded = recordPayment(facts, { mode, reference, amount, paidAt }, by, at)
      if (!recorded.ok) return recorded
      if (recorded.value.campaign !== campaign) tx.campaigns.put(recorded.value.campaign)
      if (recorded.value.product !== product.value) tx.products.put(recorded.value.product)
      const late = recorded.value.order.payments.at(-1)?.late ?? null
      const what = late === null ? 'Recorded a payment' : `Recorded late money (${late})`
      return ok({ order: recorded.value.order, reply: { id: orderId, late }, summary: `${what} for ${order.number}` })
    }),

  'orders.cancel': ({ id: orderId, units, reason, note }, desk) =>
    change(desk, orderId, async (order, { campaign }, { tx, at, by }) => {
      const settings = await settingsOf(tx.read)
      const known = knownReason(settings, reason)
      if (!known.ok) return known
      const ask = { units, reason: known.value, note, undoMinutes: settings.undoMinutes }
      const cancelled = cancelOrder(order, campaign, ask, by, at)
      if (!cancelled.ok) return cancelled
      const cancellation = cancelled.value.cancellations.at(-1)
      if (cancellation === undefined) throw new Error('a cancelled order has its cancellation')
      const { id: cancellationId, owed, undoUntil } = cancellation
      const summary = `Cancelled ${unitsInWords(units)} of ${order.number}`
      return ok({ order: cancelled.value, reply: { id: orderId, owed, cancellationId, undoUntil }, summary })
    }),

  'orders.undoCancel': ({ id: orderId, cancellationId }, desk) =>
    change(desk, orderId, async (order, { campaign, tally }, { tx, at, by }) => {
      const atRest = await campaignAtRest(tx, campaign.id)
      if (!atRest.ok) return atRest
      const product = await productIn(tx, order.productId)
      if (!product.ok) return product
      const heldBySupporter = await tx.read.orders.unitsHeld(order.campaignId, order.supporter.phone, at)
      const facts = { order, campaign, tally, product: product.value, heldBySupporter }
      const undone = undoCancellation(facts, cancellationId, by, at)
      if (!undone.ok) return undone
      if (undone.value.campaign !== campaign) tx.campaigns.put(undone.value.campaign)
      if (undone.value.product !== product.value) tx.products.put(undone.value.product)
      const summary = `Undid a cancellation of ${order.number}`
      return ok({ order: undone.value.order, reply: { id: orderId }, summary })
    }),

  'orders.ship': ({ id: orderId, carrier, trackingNumber }, desk) =>
    change(desk, orderId, async (order, { campaign }, { at, by }) => {
      const shipped = shipOrder(order, campaign, { carrier, trackingNumber }, by, at)
      if (!shipped.ok) return shipped
      return ok({ order: shipped.value, reply: { id: orderId }, summary: `Shipped ${order.number} with ${carrier}` })
    }),

  'orders.track': ({ id: orderId, carrier, trackingNumber }, desk) =>
    change(desk, orderId, async (order, _campaign, { at, by }) => {
      const tracked = trackOrder(order, { carrier, trackingNumber }, by, at)
      if (!tracked.ok) return tracked
      const summary = `Noted the tracking number of ${order.number}`
      return ok({ order: tracked.value, reply: { id: orderId }, summary })
    }),

  'orders.deliver': ({ id: orderId }, desk) =>
    change(desk, orderId, async (order, _campaign, { at, by }) => {
      const delivered = deliverOrder(order, by, at)
      if (!delivered.ok) return delivered
      return ok({ order: delivered.value, reply: { id: orderId }, summary: `Noted ${order.number} as delivered` })
    }),

  'orders.addNote': ({ id: orderId, text }, desk) =>
    change(desk, orderId, async (order, _campaign, { at, by }) => {
      const noted = addNote(order, text, by, at)
      if (!noted.ok) return noted
      return ok({ order: noted.value, reply: { id: orderId }, summary: `Wrote a note on ${order.number}` })
    }),

  'orders.assignees': async (_input, { read }) => {
    const accounts = (await read.staff.all()).filter(looksAfterOrders)
    const named = accounts.map(({ id: staffId, name }) => ({ id: staffId, name }))
    return ok(named.sort((left, right) => left.name.localeCompare(right.name)))
  },

  'orders.assign': ({ id: orderId, to }, desk) =>
    change(desk, orderId, async (order, _campaign, { tx, at, by }) => {
      const account = to === null ? null : await tx.staff.get(to)
      if (to !== null && account === null) return refuse('no-such-account', 'There is no such account.', 'to')
      const assigned = assignOrder(order, account, by, at)
      if (!assigned.ok) return assigned
      const whom = account === null ? 'nobody' : account.name
      return ok({ order: assigned.value, reply: { id: orderId }, summary: `Assigned ${order.number} to ${whom}` })
    }),
}

interface Changed<Output> {
  readonly order: Order
  readonly reply: Output
  readonly summary: string
}

/** Takes note of due lapses, reads the order and its campaign, has `decide` decide, and saves the order it answers. */
const change = <Output>(
  desk: CommandDesk,
  orderId: OrderId,
  decide: (order: Order, campaign: CampaignWithTally, desk: CommitDesk) => Promise<Result<Changed<Output>>>,
): Promise<Result<Output>> =>
  desk.commit<Output>(async (commit): Promise<Result<Done<Output>>> => {
    const before = await orderIn(commit.tx, orderId)
    if (!before.ok) return before
    await commit.lapseDue(before.value.campaignId)
    const order = await orderIn(commit.tx, orderId)
    if (!order.ok) return order
    const campaign = await campaignIn(commit.tx, order.value.campaignId)
    if (!campaign.ok) return campaign
    const decided = await decide(order.value, campaign.value, commit)
    if (!decided.ok) return decided
    const { order: changed, reply, summary } = decided.value
    commit.tx.orders.put(changed)
    return ok({ reply, subject: subjectOf(changed), summary })
  })

const subjectOf = ({ id: orderId, campaignId, productId }: Order) => ({ orderId, campaignId, productId })

const unitsInWords = (units: number): string => `${units} unit${units === 1 ? '' : 's'}`

export async function orderRows(read: Reads, orders: readonly Order[], at: Instant): Promise<readonly OrderRow[]> {
  const names = await productNames(read)
  const campaigns = await campaignsNamed(read, orders)
  return orders.flatMap((order) => {
    const found = campaigns.get(order.campaignId)
    return found === undefined ? [] : [orderRow(order, found.campaign, names.get(order.productId) ?? '', at)]
  })
}

export async function campaignsNamed(
  read: Reads,
  named: readonly { readonly campaignId: CampaignId }[],
): Promise<ReadonlyMap<CampaignId, CampaignWithTally>> {
  const ids = [...new Set(named.map(({ campaignId }) => campaignId))]
  const found = await Promise.all(ids.map((campaignId) => read.campaigns.one(campaignId)))
  return new Map(found.flatMap((one) => (one === null ? [] : [[one.campaign.id, one]])))
}
