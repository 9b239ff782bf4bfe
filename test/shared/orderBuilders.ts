import type { PaymentMode } from '../../shared/campaigns/paymentMode'
import {
  id,
  orderNumber,
  type CancellationId,
  type OrderId,
  type PaymentId,
  type RefundBatchId,
  type RefundId,
} from '../../shared/ids'
import { minor, times } from '../../shared/money'
import type { Cancellation, Order, Payment, Refund, RefundEvent, Supporter } from '../../shared/orders/order'
import { later, minute } from '../../shared/time'
import { blackId, campaignId, midway, productId } from './builders'

export const unitPrice = minor(109_900)

/** `anOrder()` is placed `midway`, paid five minutes later where it is paid, and can be paid for half an hour. */
export const placedAt = midway
export const paidAt = later(midway, 5 * minute)
export const payBy = later(midway, 30 * minute)

export const aSupporter = (overrides: Partial<Supporter> = {}): Supporter => ({
  name: 'Asha Rao',
  phone: '+919845012345',
  email: 'asha@example.com',
  address: {
    line1: '12 Church Street',
    line2: '',
    city: 'Bengaluru',
    region: 'Karnataka',
    postalCode: '560001',
  },
  ...overrides,
})

/** An order that awaits payment. Its total follows from its units unless it is given. */
export const anOrder = (overrides: Partial<Order> = {}): Order => {
  const sequence = overrides.sequence ?? 1
  const units = overrides.units ?? 1
  return {
    id: id<OrderId>(`o${String(sequence).padStart(10, '0')}`),
    number: orderNumber(sequence),
    sequence,
    campaignId,
    productId,
    variantId: blackId,
    currency: 'INR',
    supporter: aSupporter(),
    units,
    listPrice: unitPrice,
    total: times(unitPrice, units),
    offerId: null,
    placedAt,
    placedBy: 'Meera Iyer',
    storefrontReference: null,
    payBy,
    payments: [],
    cancellations: [],
    refunds: [],
    lapsedAt: null,
    shipment: null,
    deliveredAt: null,
    deliveredBy: null,
    voidedAt: null,
    notes: [],
    assignments: [],
    ...overrides,
  }
}

/** A payment in time for one unit, unless it is said otherwise. */
export const aPayment = (overrides: Partial<Payment> = {}): Payment => ({
  id: id<PaymentId>('o0000000001-p1'),
  mode: 'UPI',
  reference: 'pay_7Rk2',
  amount: unitPrice,
  units: 1,
  paidAt,
  recordedAt: overrides.paidAt ?? paidAt,
  recordedBy: 'Meera Iyer',
  late: null,
  ...overrides,
})

/** An order that was paid in time, whole. */
export const aPaidOrder = (overrides: Partial<Order> & { readonly mode?: PaymentMode } = {}): Order => {
  const { mode = 'UPI', ...rest } = overrides
  const order = anOrder(rest)
  const payment = aPayment({ id: id<PaymentId>(`${order.id}-p1`), amount: order.total, units: order.units, mode })
  return { ...order, payments: [payment, ...order.payments] }
}

export const aCancellation = (overrides: Partial<Cancellation> = {}): Cancellation => ({
  id: id<CancellationId>('o0000000001-c1'),
  units: 1,
  reason: 'Changed their mind',
  note: '',
  at: later(placedAt, 10 * minute),
  by: 'Meera Iyer',
  owed: minor(0),
  refundId: null,
  undoUntil: null,
  undone: null,
  ...overrides,
})

export const aRefund = (overrides: Partial<Refund> = {}): Refund => ({
  id: id<RefundId>('o0000000001-r1'),
  key: 'refund-o0000000001-r1',
  paymentId: id<PaymentId>('o0000000001-p1'),
  amount: unitPrice,
  cause: 'cancelled',
  owedAt: later(placedAt, 10 * minute),
  events: [],
  ...overrides,
})

export const aBatchId = id<RefundBatchId>('refund-batch-7')

const eventAt = later(placedAt, 20 * minute)

/** What has happened to a refund so far, by what happened. */
export const anEvent = (kind: RefundEvent['kind'], at = eventAt): RefundEvent => {
  const by = 'Meera Iyer'
  const events: Record<RefundEvent['kind'], RefundEvent> = {
    sent: { kind: 'sent', at, by, reference: 'rfnd_51' },
    settled: { kind: 'settled', at, by, bankReference: 'RRN 810212' },
    failed: { kind: 'failed', at, by, reason: 'Account closed' },
    'owed again': { kind: 'owed again', at, by },
    batched: { kind: 'batched', at, by, batchId: aBatchId },
    'taken out': { kind: 'taken out', at, by, batchId: aBatchId },
    acknowledged: { kind: 'acknowledged', at, by, batchId: aBatchId, reference: 'rfnd_52' },
    doubted: { kind: 'doubted', at, by, batchId: aBatchId, why: 'Two references' },
    'cleared up': { kind: 'cleared up', at, by, note: 'Asked the gateway' },
    released: { kind: 'released', at, by },
    withdrawn: { kind: 'withdrawn', at, by },
  }
  return events[kind]
}

export const aShipment = () => ({ carrier: 'Blue Dart', trackingNumber: 'BD123', at: eventAt, by: 'Meera Iyer' })
