import { setImmediate } from 'node:timers/promises'
import type { AuditSubject, Change } from '../../shared/audit/entry'
import { measured, targetNumber } from '../../shared/campaigns/progress'
import { id, type CampaignId, type CommandId } from '../../shared/ids'
import { assert } from '../../shared/result'
import type { ImportUnderWay } from '../../shared/sheets/importState'
import { planOrder } from '../../shared/sheets/planImport'
import type { ImportedOrder } from '../../shared/sheets/readImportRow'
import { actorName, program, type StaffActor } from '../../shared/staff/actor'
import type { Instant } from '../../shared/time'
import { openTrail } from '../audit/trail'
import { settingsOf } from '../settings'
import type { Shop } from '../shop'
import type { Transaction } from '../store/store'
import { stagedAreSound, stagedOrders } from './stagedOrders'

/** Orders of one commit: some milliseconds of work, so that nobody at the window notices. */
const ordersInPart = 64

/** What was kept is no longer as it was: the import stands where it stood, and a backup has the kept orders. */
export class ImportDamaged extends Error {
  override readonly name = 'ImportDamaged'
}

/**
 * Brings the orders of a decided import in, part by part, to its end. Each part is one commit that says where the import goes on; so it
 * goes on there after a crash, nothing comes twice and nothing is left out.
 */
export async function runImport(
  shop: Shop,
  stopped: () => boolean,
  progress: (done: number, total: number) => void,
): Promise<void> {
  const job = (await settingsOf(shop.store.read)).importUnderWay
  if (job === null) return
  if (!(await stagedAreSound(shop.folder, job.id, job.sha256))) throw new ImportDamaged()
  let { done } = job
  let part: ImportedOrder[] = []
  const bring = async (): Promise<void> => {
    const orders = part
    part = []
    await shop.store.transact((tx) => bringPart(shop, tx, orders, done))
    done += orders.length
    progress(done, job.orders)
    await setImmediate()
  }
  for await (const order of stagedOrders(shop.folder, job.id, done)) {
    part.push(order)
    if (part.length < ordersInPart) continue
    if (stopped()) return
    await bring()
  }
  if (stopped()) return
  if (part.length > 0) await bring()
  await shop.store.transact((tx) => end(shop, tx))
}

/** One commit. `done` says where whoever brings them believes the import to be. */
async function bringPart(shop: Shop, tx: Transaction, orders: readonly ImportedOrder[], done: number): Promise<void> {
  const settings = await settingsOf(tx.read)
  const job = settings.importUnderWay
  assert(job !== null && job.done === done, 'an import goes on where it stands')
  const by: StaffActor = { kind: 'staff', staffId: job.byId, name: job.byName, roles: [] }
  for (const asked of orders) await bringOrder(tx, asked, by, job.at)
  for (const campaignId of new Set(orders.map((order) => order.campaignId))) await fund(tx, campaignId, job)
  const next = done + orders.length
  tx.settings.put({
    ...settings,
    importUnderWay: { ...job, done: next },
    importedOrders: settings.importedOrders + orders.length,
  })
  await note(shop, tx, 'sheets.importPart', `Imported orders ${done + 1} to ${next} of ${job.orders}`, [])
}

async function bringOrder(tx: Transaction, asked: ImportedOrder, by: StaffActor, at: Instant): Promise<void> {
  const found = await tx.campaigns.get(asked.campaignId)
  const product = found === null ? null : await tx.products.get(found.campaign.productId)
  assert(found !== null && product !== null, 'the campaign of a checked order is on record')
  const sequence = await tx.orders.nextSequence()
  const planned = planOrder(asked, { campaign: found.campaign, product }, sequence, by, at)
  assert(planned.ok, 'a checked order can be placed and paid as it was')
  tx.orders.put(planned.order)
}

/** In the commit that takes the bar to 100 %, so that a campaign is never full and not funded. */
async function fund(tx: Transaction, campaignId: CampaignId, job: ImportUnderWay): Promise<void> {
  const found = await tx.campaigns.get(campaignId)
  const fundedAt = job.fundedAt[campaignId]
  if (found === null || fundedAt === undefined || found.campaign.fundedAt !== null) return
  const { campaign, tally } = found
  if (measured(tally.net, campaign.target) < targetNumber(campaign.target)) return
  tx.campaigns.put({ ...campaign, fundedAt })
  const product = await tx.products.get(campaign.productId)
  if (product !== null && product.fitForSaleAt === null) tx.products.put({ ...product, fitForSaleAt: fundedAt })
}

async function end(shop: Shop, tx: Transaction): Promise<void> {
  const settings = await settingsOf(tx.read)
  const job = settings.importUnderWay
  if (job === null) return
  tx.settings.put({ ...settings, importUnderWay: null })
  await note(shop, tx, 'sheets.importEnd', `All ${job.orders} orders of an import are in`, [])
}

/** An entry of the program's own, or of whoever imports. */
export async function note(
  shop: Shop,
  tx: Transaction,
  action: string,
  summary: string,
  changes: readonly Change[],
  by: StaffActor | null = null,
  subject: AuditSubject = {},
): Promise<void> {
  const trail = await openTrail(tx)
  trail.append({
    commandId: id<CommandId>(shop.newId()),
    inputDigest: '',
    action,
    at: shop.clock.now(),
    byId: by?.staffId ?? null,
    byName: actorName(by ?? program),
    subject,
    summary,
    changes,
    reply: null,
  })
}
