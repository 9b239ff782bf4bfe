import { chanceFrom, type Chance } from '../../electron/sample/chance'
import { firstShares, minor, subtract, type Minor } from '../../shared/money'
import type { Order } from '../../shared/orders/order'
import { oweRefund } from '../../shared/orders/oweRefund'
import { balances } from '../../shared/refunds/balances'
import type { RefundBatch } from '../../shared/refunds/batches/batch'
import { refundState } from '../../shared/refunds/refundState'
import { hour, later } from '../../shared/time'
import { aPaidOrder, paidAt } from '../shared/orderBuilders'
import { RefundDesk } from './refundDesk'
import { SimulatedGateway } from './simulatedGateway'

export interface GatewayRun {
  readonly refunds: number
  readonly batches: number
  /** Refunds that were paid out more than once. */
  readonly doubleRefunds: number
  /** Refunds whose supporter has no money although the books say so, or has it although they do not, or whom nobody would ever pay. */
  readonly forgotten: number
  /** What else must not be: a file that changed, a refund sent by hand out of a batch. */
  readonly troubles: readonly string[]
}

const noisyRounds = 5
/** Within so many rounds with a gateway that fails nothing, everyone has their money. */
const calmRounds = 12

/** Staff refund some orders in batches through a gateway whose replies are lost, repeated, late and out of order. */
export async function runGateway(seed: number): Promise<GatewayRun> {
  const chance = chanceFrom(seed)
  const orders = Array.from({ length: chance.whole(2, 8) }, (_, index) => anOwedOrder(chance, index + 1))
  const captured = new Map(
    orders.flatMap(({ payments }) => payments.map((payment) => [payment.reference, payment.amount])),
  )
  const gateway = new SimulatedGateway(captured, chance)
  const desk = new RefundDesk(orders, later(paidAt, hour))
  const troubles: string[] = []
  const mailbox: { readonly batch: RefundBatch; readonly report: string }[] = []
  for (let round = 0; round < noisyRounds; round += 1) await noisyRound({ chance, gateway, desk, troubles, mailbox })
  gateway.calm = true
  for (let round = 0; round < calmRounds && !everyoneIsPaid(desk); round += 1)
    await calmRound({ gateway, desk, troubles })
  // What was held up on the way comes after all.
  for (const { batch, report } of chance.shuffled(mailbox)) await desk.read(batch, report)
  return judged(desk, gateway, troubles)
}

function anOwedOrder(chance: Chance, sequence: number): Order {
  const units = chance.whole(1, 3)
  const order = aPaidOrder({ sequence, units, total: minor(chance.whole(100, 400_000)) })
  const [payment] = order.payments
  if (payment === undefined) throw new Error('a paid order has its payment')
  const paid = { ...order, payments: [{ ...payment, reference: `pay_${String(sequence)}` }] }
  // Unit by unit, so that several refunds of one payment come to the same amount.
  let owed: Order = paid
  let before: Minor = minor(0)
  for (let unit = 1; unit <= units; unit += 1) {
    const upTo = firstShares(order.total, units, unit)
    const own = paid.payments[0] ?? payment
    owed = oweRefund(owed, own, subtract(upTo, before), 'cancelled', paidAt)
    before = upTo
  }
  return owed
}

interface Round {
  readonly gateway: SimulatedGateway
  readonly desk: RefundDesk
  readonly troubles: string[]
}

async function noisyRound({
  chance,
  mailbox,
  ...round
}: Round & { readonly chance: Chance; readonly mailbox: { batch: RefundBatch; report: string }[] }): Promise<void> {
  const { gateway, desk } = round
  const made = desk.make(() => chance.is(0.8))
  if (made !== null) {
    for (const candidate of desk.refunds) {
      const held = made.lines.some(({ refundId }) => refundId === candidate.refund.id)
      if (held && chance.is(0.2) && desk.sendByHand(candidate)) round.troubles.push('sent by hand out of a batch')
    }
    if (chance.is(0.15)) desk.withdraw(made)
    else handOver(round, made, chance.is(0.4) ? 2 : 1)
  }
  gateway.pass()
  for (const batch of desk.batches) {
    if (batch.sentAt !== null && chance.is(0.7)) {
      mailbox.push({
        batch: chance.is(0.05) ? chance.pick(desk.batches) : batch,
        report: gateway.noisyReport(nameOf(desk, batch)),
      })
    }
  }
  // Some replies are read now, some twice, some later, and some never.
  for (const reply of chance.shuffled(mailbox.splice(0))) {
    if (chance.is(0.5)) await desk.read(reply.batch, reply.report)
    if (chance.is(0.4)) mailbox.push(reply)
  }
  if (chance.is(0.3)) desk.manage()
}

async function calmRound(round: Round): Promise<void> {
  const { gateway, desk } = round
  desk.manage()
  for (const batch of desk.batches) if (batch.sentAt === null && batch.withdrawnAt === null) handOver(round, batch, 1)
  const made = desk.make(() => true)
  if (made !== null) handOver(round, made, 1)
  gateway.pass()
  // Whoever wants to know asks for the report again.
  for (const batch of desk.batches)
    if (batch.sentAt !== null) await desk.read(batch, gateway.report(nameOf(desk, batch)), true)
}

const nameOf = (desk: RefundDesk, batch: RefundBatch): string => desk.file(batch).name

/** Uploads the file, again where nobody remembers having done it, and marks it as sent, twice where someone presses twice. */
function handOver({ gateway, desk, troubles }: Round, batch: RefundBatch, times: number): void {
  const first = desk.file(batch)
  for (let time = 0; time < times; time += 1) {
    const { name, text } = desk.file(batch)
    if (text !== first.text) troubles.push('a file was not the same again')
    gateway.upload(name, text)
  }
  desk.send(batch)
  if (times > 1 && desk.send(batch) !== null) troubles.push('a batch was sent twice')
  if (desk.file(batch).text !== first.text) troubles.push('a file was not the same after it was sent')
}

const everyoneIsPaid = (desk: RefundDesk): boolean =>
  desk.refunds.every(({ refund }) => refundState(refund) === 'settled')

function judged(desk: RefundDesk, gateway: SimulatedGateway, troubles: readonly string[]): GatewayRun {
  const paidOut = new Map<string, number>()
  for (const { file, payment } of gateway.payouts) {
    const batch = desk.batches.find((each) => nameOf(desk, each) === file)
    const line = batch?.lines.find(({ orderId }) => desk.orders.get(orderId)?.payments[0]?.reference === payment)
    const refundId = line?.refundId ?? `unknown ${payment}`
    paidOut.set(refundId, (paidOut.get(refundId) ?? 0) + 1)
  }
  for (const order of desk.orders.values()) balances(order)
  const refunds = desk.refunds
  const known = new Set<string>(refunds.map(({ refund }) => refund.id))
  return {
    refunds: refunds.length,
    batches: desk.batches.length,
    doubleRefunds: [...paidOut].filter(([refundId, times]) => times > 1 || !known.has(refundId)).length,
    forgotten: refunds.filter(({ refund }) => refundState(refund) !== 'settled' || !paidOut.has(refund.id)).length,
    troubles,
  }
}
