import { everyRefund } from '../../shared/refunds/requests'
import { chanceFrom } from '../../electron/sample/chance'
import type { Refund } from '../../shared/orders/order'
import { afterEnd } from '../shared/builders'
import type { MemoryDisk } from './memoryDisk'
import { aFailingShop, approve, booksOf, run, type Running, type Shop } from './officeOn'
import { must, Tries, type Proof } from './proof'

const orders = 500

/** The first refunds of the queue, whatever their state. */
async function refundsOf({ desk }: Running, limit: number) {
  const page = await desk.ask('refunds.page', { ...everyRefund, limit })
  must(page.ok && page.value.rows.length > 0, 'the queue of refunds is not shown')
  return page.ok ? page.value.rows : []
}

/** A bank that pays once for a key. */
type Bank = Map<string, Map<string, number>>

const payOut = (bank: Bank, { key, paymentId, amount }: Refund): void =>
  void bank.set(paymentId, (bank.get(paymentId) ?? new Map<string, number>()).set(key, amount))

/** Settles, and sends refunds, of which one fails and is tried again. Goes on wherever an earlier try of it was broken off. */
async function settleAndRefund(running: Running, shop: Shop, bank: Bank): Promise<void> {
  const { desk, office } = running
  const found = await desk.ask('campaigns.one', { id: shop.campaignId })
  const decided = found.ok && found.value !== null && found.value.campaign.settlement !== null
  if (!decided) {
    const refusal = await approve(running, shop.campaignId, 'approve-1')
    must(refusal === null, `the settlement is not approved: ${String(refusal)}`)
  }
  await office.doDuties()
  for (const { orderId, refund, state } of await refundsOf(running, 4)) {
    const which = { orderId, refundId: refund.id }
    const send = async (commandId: string): Promise<void> => {
      payOut(bank, refund)
      await desk.ask('refunds.send', { ...which, commandId, reference: 'out' })
    }
    if (state === 'owed') await send(`send-${refund.id}-${String(refund.events.length)}`)
    await desk.ask('refunds.fail', { ...which, commandId: `fail-${refund.id}`, reason: 'The account is closed.' })
    await desk.ask('refunds.retry', { ...which, commandId: `retry-${refund.id}` })
    const again = (await refundsOf(running, 500)).find((row) => row.refund.id === refund.id)
    if (again?.state === 'owed') {
      payOut(bank, again.refund)
      const commandId = `send-${refund.id}-${String(again.refund.events.length)}`
      await desk.ask('refunds.send', { ...which, commandId, reference: 'out' })
    }
  }
}

async function mustBeSettled(running: Running, shop: Shop, bank: Bank): Promise<void> {
  const { findings } = await booksOf(running)
  must(findings.length === 0, findings[0]?.what ?? '')
  const found = await running.desk.ask('campaigns.one', { id: shop.campaignId })
  const view = found.ok ? found.value : null
  const statement = view?.campaign.settlement?.statement
  must(statement?.ordersVoided === orders, `of ${String(orders)} orders ${String(statement?.ordersVoided)} are voided`)
  must(view?.tally.voided.orders === orders, 'the tally says another number of voided orders')
  for (const [payment, keys] of bank) must(keys.size === 1, `${payment} was given back under ${String(keys.size)} keys`)
}

/** 12: a settlement of 500 orders, broken off at every deed on the disk. */
export const crashInSettlement: Proof = {
  fault: 12,
  name: 'a settlement of 500 orders, with refunds sent and retried, broken off at every write',
  async run(subject, { full, seed }) {
    const tries = new Tries()
    const shop = await aFailingShop(subject, orders, 3)
    const moments: { readonly disk: MemoryDisk; readonly deed: string; readonly bank: Bank }[] = []
    const disk = shop.disk.afterKill()
    const bank: Bank = new Map()
    const copyOfBank = (): Bank => new Map(Array.from(bank, ([payment, keys]) => [payment, new Map(keys)]))
    disk.before = (deed, file) => void moments.push({ disk: disk.copy(), deed: `${deed} ${file}`, bank: copyOfBank() })
    await tries.point('undisturbed', async () => {
      const whole = await run(subject, { ...shop, disk }, afterEnd)
      await settleAndRefund(whole, shop, bank)
      await mustBeSettled(whole, shop, bank)
      await whole.office.close()
    })
    const step = full ? 1 : Math.ceil(moments.length / 8)
    for (let index = 0; index < moments.length; index += step) {
      const moment = moments[index]
      if (!moment) break
      const chance = chanceFrom(seed + index)
      for (const left of [moment.disk.afterKill(), moment.disk.afterPowerLoss(chance)]) {
        await tries.point(`before ${moment.deed}, seed ${String(seed + index)}`, async () => {
          const paidOut: Bank = new Map(Array.from(moment.bank, ([payment, keys]) => [payment, new Map(keys)]))
          const next = await run(subject, { ...shop, disk: left }, afterEnd)
          await settleAndRefund(next, shop, paidOut)
          await mustBeSettled(next, shop, paidOut)
          must(next.bugs.length === 0, `a bug: ${String(next.bugs[0])}`)
          await next.office.close()
        })
      }
    }
    return tries
  },
}
