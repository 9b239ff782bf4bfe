import { id, type OrderId, type RefundBatchId } from '../../shared/ids'
import type { Order } from '../../shared/orders/order'
import { applyAnswer, countedAnew, lineFinder, type Verdict } from '../../shared/refunds/batches/applyAnswer'
import { batchFile } from '../../shared/refunds/batches/batchFile'
import {
  batchName,
  batchState,
  mostInBatch,
  type OrdersById,
  type RefundBatch,
} from '../../shared/refunds/batches/batch'
import type { Candidate } from '../../shared/refunds/batches/chooseRefunds'
import { draftBatches } from '../../shared/refunds/batches/draft'
import { makeBatch, type BatchWithOrders } from '../../shared/refunds/batches/makeBatch'
import { answersAtOnce, type BatchView, type ChosenRefunds } from '../../shared/refunds/batches/requests'
import { sendBatch, withdrawBatch } from '../../shared/refunds/batches/sendBatch'
import { assert, ok, refuse, type Result } from '../../shared/result'
import type { Instant } from '../../shared/time'
import { NotWritten } from '../saveFile'
import type { Reads, Transaction } from '../store/store'
import { batchFileBytes, readResultFile } from './batchFiles'
import type { CommandDesk, CommitDesk, FeatureHandlers } from './handler'
import { refundRows } from './refunds'

const leftOutShown = 100

export const batchesHandlers: FeatureHandlers<'batches'> = {
  'batches.list': async (_input, { read }) => ok((await read.batches.all()).map(viewOf)),

  'batches.one': async ({ id: batchId }, { read, at }) => {
    const batch = await read.batches.one(batchId)
    if (batch === null) return ok(null)
    const orders = await ordersOf(batch, (orderId) => read.orders.one(orderId))
    const found = batch.lines.map(({ orderId, refundId }) => {
      const order = orders.get(orderId)
      assert(order !== undefined, 'the order of a line of a batch is on record')
      return { order, refundIndex: order.refunds.findIndex((refund) => refund.id === refundId) }
    })
    return ok({ batch: viewOf(batch), rows: await refundRows(read, found, at) })
  },

  'batches.draft': async ({ chosen }, { read, at }) => {
    const { candidates, more } = await candidatesOf(read, (orderId) => read.orders.one(orderId), chosen, at)
    const { batches, leftOut } = draftBatches(candidates, at)
    const shown = leftOut.slice(0, leftOutShown)
    return ok({
      batches,
      leftOut: shown.map(({ order, refund, why }) => ({ refundId: refund.id, orderNumber: order.number, why })),
      leftOutCount: leftOut.length,
      more,
    })
  },

  'batches.make': ({ route, currency, chosen, expected }, desk) =>
    desk.commit(async ({ tx, at, by }) => {
      const { candidates } = await candidatesOf(tx.read, (orderId) => tx.orders.get(orderId), chosen, at)
      const number = (await tx.read.batches.all()).length + 1
      const wish = { id: id<RefundBatchId>(desk.newId()), number, route, currency, candidates, expected }
      const made = makeBatch(wish, by, at)
      if (!made.ok) return made
      put(tx, made.value)
      const { batch } = made.value
      const { id: batchId, total, lines } = batch
      const reply = { id: batchId, name: batchName(batch), count: lines.length, total }
      return ok({ reply, subject: {}, summary: `Put ${refundsInWords(lines.length)} into ${reply.name}` })
    }),

  'batches.saveFile': async ({ id: batchId }, { read, saveFile }) => {
    const batch = await read.batches.one(batchId)
    if (batch === null) return refuseUnknown()
    if (batch.withdrawnAt !== null)
      return refuse('batch-withdrawn', 'This batch was withdrawn: its file must not be used.')
    const file = batchFile(batch, await ordersOf(batch, (orderId) => read.orders.one(orderId)))
    try {
      return ok({ saved: await saveFile(file.name, batchFileBytes(batch, file)) })
    } catch (error) {
      if (!(error instanceof NotWritten)) throw error
      return refuse('not-written', `The file could not be written (${error.message}). Choose another place.`)
    }
  },

  'batches.send': ({ id: batchId }, desk) => change(desk, batchId, 'Sent', sendBatch),

  'batches.withdraw': ({ id: batchId }, desk) => change(desk, batchId, 'Withdrew', withdrawBatch),

  'batches.previewResult': async ({ id: batchId, file, vouched }, { read, at, by }) => {
    const batch = await read.batches.one(batchId)
    if (batch === null) return refuseUnknown()
    if (batch.sentAt === null) return refuseUnsent()
    const result = await readResultFile(batch, Buffer.from(file, 'base64'))
    if (!result.ok) return result
    const orders = await ordersOf(batch, (orderId) => read.orders.one(orderId))
    const find = lineFinder(batch, orders)
    const named = new Set<string>()
    const answers = result.value.answers.map((answer) => {
      const { verdict, says, line, order } = applyAnswer(
        { batch, vouched },
        find(answer.subject),
        orders,
        answer,
        by,
        at,
      )
      if (order !== null) orders.set(order.id, order)
      if (line !== null && verdict !== 'no answer' && verdict !== 'unclear') named.add(line.refundId)
      return { answer, verdict, says, orderNumber: order?.number ?? null }
    })
    const after = countedAnew(batch, orders, at)
    const silent = batch.lines.filter(({ refundId }) => !named.has(refundId)).length
    return ok({
      answers,
      unread: result.value.unread,
      unanswered: Math.min(silent, batch.lines.length - after.answered),
    })
  },

  'batches.applyResult': ({ id: batchId, file, vouched, from }, desk) =>
    desk.commit(async ({ tx, at, by }) => {
      const batch = await tx.batches.get(batchId)
      if (batch === null) return refuseUnknown()
      if (batch.sentAt === null) return refuseUnsent()
      const result = await readResultFile(batch, Buffer.from(file, 'base64'))
      if (!result.ok) return result
      const answers = result.value.answers.slice(from, from + answersAtOnce)
      const orders = await ordersOf(batch, (orderId) => tx.orders.get(orderId))
      const find = lineFinder(batch, orders)
      const counts = new Map<Verdict, number>()
      const changed = new Set<OrderId>()
      for (const answer of answers) {
        const { verdict, order } = applyAnswer({ batch, vouched }, find(answer.subject), orders, answer, by, at)
        counts.set(verdict, (counts.get(verdict) ?? 0) + 1)
        if (order === null || orders.get(order.id) === order) continue
        orders.set(order.id, order)
        changed.add(order.id)
      }
      const written = new Map([...orders].filter(([orderId]) => changed.has(orderId)))
      put(tx, { batch: countedAnew(batch, orders, at), orders: written })
      const next = from + answers.length
      const words = Array.from(counts, ([verdict, count]) => `${count} ${verdict}`).join(', ')
      return ok({
        reply: { verdicts: Object.fromEntries(counts), next: next < result.value.answers.length ? next : null },
        subject: {},
        summary: `Read ${answers.length} answers to ${batchName(batch)}: ${words}`,
      })
    }),
}

const refuseUnknown = () => refuse('no-such-batch', 'There is no such batch.', 'id')

const refuseUnsent = () => refuse('batch-not-sent', 'This batch is not marked as sent, so nothing can have come of it.')

const refundsInWords = (count: number): string => `${count} refund${count === 1 ? '' : 's'}`

function viewOf(batch: RefundBatch): BatchView {
  const { lines, ...facts } = batch
  return { ...facts, name: batchName(batch), state: batchState(batch), count: lines.length }
}

type ReadOrder = (id: OrderId) => Promise<Order | null>

async function ordersOf({ lines }: Pick<RefundBatch, 'lines'>, read: ReadOrder): Promise<OrdersById> {
  const orders: OrdersById = new Map()
  for (const { orderId } of lines) {
    const order = orders.get(orderId) ?? (await read(orderId))
    if (order !== null) orders.set(orderId, order)
  }
  return orders
}

interface Candidates {
  readonly candidates: readonly Candidate[]
  readonly more: number
}

/** So many refunds are looked at for one batch: those that do not fit leave room for others. */
const mostLookedAt = 2 * mostInBatch
const pageLength = 500

async function candidatesOf(
  read: Reads,
  readOrder: ReadOrder,
  chosen: ChosenRefunds,
  at: Instant,
): Promise<Candidates> {
  if (chosen.kind === 'refunds') {
    const orders = await ordersOf({ lines: chosen.refunds }, readOrder)
    const wanted = new Set(chosen.refunds.map(({ refundId }) => refundId))
    const candidates = [...orders.values()].flatMap((order) =>
      order.refunds.flatMap((refund) => (wanted.has(refund.id) ? [{ order, refund }] : [])),
    )
    return { candidates, more: 0 }
  }
  const except = new Set(chosen.except)
  const candidates: Candidate[] = []
  for (let offset = 0; ; offset += pageLength) {
    const query = { ...chosen.filter, states: ['owed' as const], offset, limit: pageLength }
    const { rows, total } = await read.refunds.page(query, at)
    for (const { order, refundIndex } of rows) {
      const refund = order.refunds[refundIndex]
      if (refund !== undefined && !except.has(refund.id)) candidates.push({ order, refund })
    }
    const seen = offset + rows.length
    if (seen >= total || seen >= mostLookedAt || rows.length === 0) return { candidates, more: total - seen }
  }
}

function put(tx: Transaction, { batch, orders }: BatchWithOrders): void {
  tx.batches.put(batch)
  for (const order of orders.values()) tx.orders.put(order)
}

/** Reads the batch and its orders, has `decide` decide, and saves what it answers. */
const change = (
  desk: CommandDesk,
  batchId: RefundBatchId,
  what: string,
  decide: (batch: RefundBatch, orders: OrdersById, by: CommitDesk['by'], at: Instant) => Result<BatchWithOrders>,
) =>
  desk.commit(async ({ tx, at, by }) => {
    const batch = await tx.batches.get(batchId)
    if (batch === null) return refuseUnknown()
    const decided = decide(batch, await ordersOf(batch, (orderId) => tx.orders.get(orderId)), by, at)
    if (!decided.ok) return decided
    put(tx, decided.value)
    const summary = `${what} ${batchName(batch)} with ${refundsInWords(batch.lines.length)}`
    return ok({ reply: { id: batchId }, subject: {}, summary })
  })
