import { afterEach, beforeEach, expect, test } from 'vitest'
import type { AnswerPreview } from '../../shared/refunds/batches/requests'
import { everyRefund } from '../../shared/refunds/requests'
import type { Asker } from '../../electron/office'
import type { CampaignId, OrderId, ProductId } from '../../shared/ids'
import type { RequestInput } from '../../shared/requests'
import { dayLength, hour, later } from '../../shared/time'
import { allowed, refusedBy, startsAt } from '../shared/builders'
import { aLaunchedCampaign, anOffice, anOrder, aReadyProduct, command, done, pay, type TestOffice } from './anOffice'

let shop: TestOffice
const saved: { readonly name: string; readonly text: string }[] = []

beforeEach(async () => {
  saved.length = 0
  const saveFile = async (name: string, bytes: Uint8Array) => {
    saved.push({ name, text: Buffer.from(bytes).toString('utf8') })
    return name
  }
  shop = await anOffice({ saveFile })
})
afterEach(() => shop.end())

const owed = { ...everyRefund, states: ['owed' as const] }
const { offset: _, ...filter } = owed
const chosen: RequestInput<'batches.draft'>['chosen'] = { kind: 'matching', filter, except: [] }

interface Sale {
  readonly campaignId: CampaignId
  readonly productId: ProductId
}

async function aSale(desk: Asker): Promise<Sale> {
  const productId = await aReadyProduct(desk)
  const campaignId = await aLaunchedCampaign(desk, productId, { perSupporterLimit: 5 })
  shop.clock.set(startsAt)
  return { campaignId, productId }
}

/** Paid orders of two units, one of which was cancelled. */
async function owedOrders(desk: Asker, { campaignId, productId }: Sale, count: number): Promise<readonly OrderId[]> {
  // Nothing waits for its cancellation to be undone.
  await done(desk, 'settings.setUndo', { minutes: 0 })
  const orders: OrderId[] = []
  for (let index = 0; index < count; index += 1) {
    const phone = `98450 ${String(12_345 + index)}`
    const order = await anOrder(desk, campaignId, productId, { units: 2, phone })
    await pay(desk, shop.clock, order)
    await done(desk, 'orders.cancel', { id: order.id, units: 1, reason: 'Changed their mind', note: '' })
    orders.push(order.id)
  }
  // Until then the cancellations can be undone, and nothing is sent.
  shop.clock.set(later(shop.clock.now(), hour))
  return orders
}

async function aSentBatch(desk: Asker) {
  const [draft] = allowed(await desk.ask('batches.draft', { chosen })).batches
  if (draft === undefined) throw new Error('there is something to send')
  const { count, total, ...kind } = draft
  const made = await done(desk, 'batches.make', {
    route: kind.route,
    currency: kind.currency,
    chosen,
    expected: { count, total },
  })
  allowed(await desk.ask('batches.saveFile', { id: made.id }))
  await done(desk, 'batches.send', { id: made.id })
  return made
}

const header = 'Payment Id,Amount,Refund Id,Refunded Amount,status,speed,Error Code,Error Description'

/** The gateway's report on the file that was saved last; `fate` says of each line what became of it. */
function reportOn(fate: (payment: string, index: number) => string): string {
  const lines = (saved.at(-1)?.text ?? '').trim().split('\r\n').slice(1)
  return [
    header,
    ...lines.map((line, index) => `${line.split(',').slice(0, 2).join(',')},${fate(line.split(',')[0] ?? '', index)}`),
  ].join('\r\n')
}

const paid = (payment: string): string => `rfnd_${payment.replace('upi-', '')},109900,processed,normal,,`
const refused = ',,failure,normal,BAD_REQUEST_ERROR,Account closed'

const encoded = (report: string | Buffer): string => Buffer.from(report).toString('base64')

const preview = async (desk: Asker, id: string, report: string | Buffer) =>
  allowed(await desk.ask('batches.previewResult', { id, file: encoded(report), vouched: false }))

const apply = (desk: Asker, id: string, report: string) =>
  done(desk, 'batches.applyResult', { id, file: encoded(report), vouched: false, from: 0 })

const verdictsOf = (answers: readonly AnswerPreview[]) => answers.map(({ verdict }) => verdict)

test('owed refunds go out in one file, and its report settles, fails and leaves unknown what it should', async () => {
  const desk = shop.office.as(shop.manager)
  const [first] = await owedOrders(desk, await aSale(desk), 4)
  const made = await aSentBatch(desk)
  expect(saved[0]).toMatchObject({ name: 'refunds-batch-1-gateway.csv' })
  expect(saved[0]?.text).toMatch(/^Payment Id,amount,speed\r\n(?:upi-\d+,109900,normal\r\n){4}$/u)

  const report = reportOn((payment, index) => (index === 1 ? refused : index === 2 ? ',,,,,' : paid(payment)))
  const seen = await preview(desk, made.id, report)
  expect(verdictsOf(seen.answers)).toEqual(['settled', 'failed', 'no answer', 'settled'])
  expect([seen.unread, seen.unanswered]).toEqual([[], 1])
  // Looking changed nothing.
  expect(allowed(await desk.ask('refunds.page', { ...everyRefund, limit: 10 })).counts).toMatchObject({ sent: 4 })

  expect(await apply(desk, made.id, report)).toEqual({
    verdicts: { settled: 2, failed: 1, 'no answer': 1 },
    next: null,
  })
  const { counts } = allowed(await desk.ask('refunds.page', { ...everyRefund, limit: 10 }))
  expect(counts).toEqual({ owed: 1, sent: 1, settled: 2, failed: 0 })
  const again = await preview(desk, made.id, report)
  expect(verdictsOf(again.answers)).toEqual(['already known', 'already known', 'no answer', 'already known'])
  const { batch, rows } = allowed(await desk.ask('batches.one', { id: made.id })) ?? { batch: null, rows: [] }
  expect(batch).toMatchObject({ state: 'sent', answered: 3, count: 4 })
  expect(rows.find(({ orderId }) => orderId === first)?.batch?.name).toBe('Batch 1')
})

test('the file is the same each time, also after a restart and after its answers', async () => {
  const desk = shop.office.as(shop.manager)
  await owedOrders(desk, await aSale(desk), 3)
  const made = await aSentBatch(desk)
  await apply(desk, made.id, reportOn(paid))
  await shop.restart()
  const reopened = shop.office.as(shop.manager)
  allowed(await reopened.ask('batches.saveFile', { id: made.id }))
  expect(saved[1]).toEqual(saved[0])
  expect(allowed(await reopened.ask('batches.list', {}))).toMatchObject([{ state: 'answered', answered: 3 }])
})

test('a batch pressed twice is one batch, and its refunds are nobody else’s (saleor-dashboard 4474)', async () => {
  const desk = shop.office.as(shop.manager)
  await owedOrders(desk, await aSale(desk), 2)
  const wish = { route: 'gateway', currency: 'INR', chosen, expected: { count: 2, total: 219_800 } } as const
  const press = async () => allowed(await desk.ask('batches.make', { commandId: 'one-press-of-it', ...wish }))
  const made = await press()
  expect(await press()).toEqual(made)
  expect(refusedBy(await command(desk, 'batches.make', wish)).code).toBe('nothing-to-send')
  expect(allowed(await desk.ask('batches.list', {}))).toHaveLength(1)
  const [row] = allowed(await desk.ask('refunds.page', { ...owed, limit: 1 })).rows
  if (row === undefined) throw new Error('there is a refund in the queue')
  const which = { orderId: row.orderId, refundId: row.refund.id }
  expect(refusedBy(await command(desk, 'refunds.send', { ...which, reference: 'rfnd-1' })).code).toBe('refund-in-batch')
  await done(desk, 'batches.withdraw', { id: made.id })
  expect(refusedBy(await desk.ask('batches.saveFile', { id: made.id })).code).toBe('batch-withdrawn')
  await done(desk, 'refunds.send', { ...which, reference: 'rfnd-1' })
})

test('results that are cut off, foreign, repeated or in another encoding change nothing wrongly', async () => {
  const desk = shop.office.as(shop.manager)
  await owedOrders(desk, await aSale(desk), 3)
  const made = await aSentBatch(desk)
  const report = reportOn(paid)
  const unsent = await desk.ask('batches.previewResult', {
    id: made.id,
    file: encoded('Order,Total\r\n1,2'),
    vouched: false,
  })
  expect(refusedBy(unsent).code).toBe('no-result')

  const cut = await preview(desk, made.id, report.slice(0, report.lastIndexOf('processed') + 4))
  expect(verdictsOf(cut.answers)).toEqual(['settled', 'settled'])
  expect(cut.unread).toHaveLength(1)

  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(report, 'utf16le')])
  expect(verdictsOf((await preview(desk, made.id, utf16)).answers)).toEqual(['settled', 'settled', 'settled'])
  const marked = `\uFEFF${report.replaceAll('\r\n', '\n')}`
  expect(verdictsOf((await preview(desk, made.id, marked)).answers)).toEqual(['settled', 'settled', 'settled'])

  const [head = '', line = ''] = report.split('\r\n')
  const noisy = [
    head,
    line,
    line,
    'pay_other,109900,rfnd_x,109900,processed,normal,,',
    line.replace('processed', 'failure'),
  ]
  expect(verdictsOf((await preview(desk, made.id, noisy.join('\r\n'))).answers)).toEqual([
    'contradiction',
    'not in this batch',
  ])
})

test('what contradicts is kept for a manager, and counted where the day begins (gumroad 6193)', async () => {
  const desk = shop.office.as(shop.manager)
  await owedOrders(desk, await aSale(desk), 1)
  const made = await aSentBatch(desk)
  await apply(
    desk,
    made.id,
    reportOn(() => refused),
  )
  const late = await preview(desk, made.id, reportOn(paid))
  expect(verdictsOf(late.answers)).toEqual(['contradiction'])
  await apply(desk, made.id, reportOn(paid))
  expect(allowed(await desk.ask('overview.today', {})).attention.refundsDoubted).toBe(1)
  expect(allowed(await desk.ask('batches.draft', { chosen })).batches).toEqual([])
  const [row] = allowed(await desk.ask('refunds.page', { ...owed, limit: 1 })).rows
  if (row === undefined) throw new Error('it is owed again')
  const which = { orderId: row.orderId, refundId: row.refund.id }
  await done(desk, 'refunds.clearUp', { ...which, note: 'The gateway says it was not paid' })
  expect(allowed(await desk.ask('overview.today', {})).attention.refundsDoubted).toBe(0)
  expect(allowed(await desk.ask('batches.draft', { chosen })).batches).toMatchObject([{ count: 1 }])
})

test('payments that the gateway no longer takes go to the bank, whose file says so', async () => {
  const desk = shop.office.as(shop.manager)
  await owedOrders(desk, await aSale(desk), 1)
  shop.clock.set(later(startsAt, 160 * dayLength))
  expect(allowed(await desk.ask('overview.today', {})).attention.refundsAging).toBe(1)
  shop.clock.set(later(startsAt, 200 * dayLength))
  const made = await aSentBatch(desk)
  const { name, text } = saved[0] ?? { name: '', text: '' }
  expect(name).toBe('refunds-batch-1-bank-transfer.csv')
  expect(text.startsWith('\uFEFFRefund key,Batch,Order number,Beneficiary name')).toBe(true)
  // Its desk fills in what is empty and gives it back.
  const filled = text.replace(/,,,\r\n$/u, ',Paid,UTR 77,\r\n')
  const seen = await preview(desk, made.id, filled)
  expect(verdictsOf(seen.answers)).toEqual(['settled'])
  await apply(desk, made.id, filled)
  const { rows } = allowed(await desk.ask('refunds.page', { ...everyRefund, limit: 1 }))
  expect(rows[0]?.refund.events.at(-1)).toMatchObject({ kind: 'settled', bankReference: 'UTR 77' })
})
