import type { OrderId } from '../../ids'
import type { Minor } from '../../money'
import type { Order } from '../../orders/order'
import { isoOf } from '../../time'
import { batchName, orderOf, refundOn, type RefundBatch } from './batch'
import { paymentOf } from './chooseRefunds'

/** The file of a batch, as rows of plain text; the first row names the columns. */
export interface BatchFile {
  readonly name: string
  readonly rows: readonly (readonly string[])[]
}

/** Razorpay's own names: it takes no others (razorpay.com/docs/payments/refunds/batch). Amounts in paise. */
const gatewayColumns = ['Payment Id', 'amount', 'speed'] as const

/** Not instant, which costs a fee. */
const speed = 'normal'

/**
 * The account is not on record: the bank desk asks the supporter for it, fills in what is empty here, and gives the file back with
 * what became of each line.
 */
const bankColumns = [
  'Refund key',
  'Batch',
  'Order number',
  'Beneficiary name',
  'Beneficiary phone',
  'Account number',
  'IFSC code',
  'Amount',
  'Currency',
  'Payment mode',
  'Payment reference',
  'Paid on (UTC)',
  'Status',
  'Bank reference',
  'Reason',
] as const

/** Follows from the batch's lines and from facts that never change: the same text every time it is asked for. */
export function batchFile(batch: RefundBatch, orders: ReadonlyMap<OrderId, Order>): BatchFile {
  const name = `refunds-${batchName(batch).toLowerCase().replace(' ', '-')}-${batch.route.replace(' ', '-')}.csv`
  const found = batch.lines.map((line) => {
    const order = orderOf(orders, line)
    const refund = refundOn(order, line)
    return { order, refund, payment: paymentOf({ order, refund }) }
  })
  if (batch.route === 'gateway') {
    const lines = found.map(({ refund, payment }) => [payment.reference, String(refund.amount), speed])
    return { name, rows: [gatewayColumns, ...lines] }
  }
  const lines = found.map(({ order, refund, payment }) => [
    refund.key,
    batchName(batch),
    order.number,
    order.supporter.name,
    order.supporter.phone,
    '',
    '',
    decimals(refund.amount),
    order.currency,
    payment.mode,
    payment.reference,
    isoOf(payment.paidAt).slice(0, 10),
    '',
    '',
    '',
  ])
  return { name, rows: [bankColumns, ...lines] }
}

/** `1099.50`: every currency of the programme has a hundred of its smallest units. */
function decimals(amount: Minor): string {
  const digits = String(amount).padStart(3, '0')
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`
}
