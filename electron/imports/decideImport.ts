import path from 'node:path'
import type { Tally } from '../../shared/campaigns/tally'
import type { CampaignId } from '../../shared/ids'
import type { Order, Payment } from '../../shared/orders/order'
import { inTimePayment } from '../../shared/orders/orderState'
import { unitsTaken } from '../../shared/orders/room'
import { ok, refuse, type Refused, type Result } from '../../shared/result'
import { signatureOf } from '../../shared/sheets/fields'
import type { ImportMapping } from '../../shared/sheets/importFields'
import type { ImportUnderWay } from '../../shared/sheets/importState'
import { fundedBy } from '../../shared/sheets/planImport'
import type { ImportedOrder } from '../../shared/sheets/readImportRow'
import { remembering } from '../../shared/sheets/remembered'
import type { StaffActor } from '../../shared/staff/actor'
import type { Instant } from '../../shared/time'
import type { Progress } from '../longDeed'
import { refuseNotSaved } from '../requests/notSaved'
import { settingsOf } from '../settings'
import type { Shop } from '../shop'
import type { Files } from '../store/embedded/files'
import { inSlices } from '../store/embedded/reads'
import { sortInSteps } from '../store/embedded/sortInSteps'
import { NotSaved, type CampaignWithTally, type Transaction } from '../store/store'
import { checkFile } from './checkFile'
import { note } from './runImport'
import { dropStaged, stageOrders } from './stagedOrders'

export interface ImportOrder {
  readonly shop: Shop
  readonly files: Files
  readonly by: StaffActor
  readonly path: string
  readonly header: readonly string[]
  readonly mapping: ImportMapping
  readonly orders: number
  readonly at: Instant
  readonly progress: Progress
}

/** What a file's orders come to, until they are kept on the disk. */
class Collected {
  readonly payments = new Map<CampaignId, Pick<Payment, 'paidAt' | 'units' | 'amount'>[]>()
  readonly #lines: string[] = []
  readonly #placed: number[] = []

  take(asked: ImportedOrder, order: Order): void {
    this.#lines.push(JSON.stringify(asked))
    this.#placed.push(asked.placedAt)
    const payments = this.payments.get(asked.campaignId) ?? []
    this.payments.set(asked.campaignId, payments)
    const payment = inTimePayment(order)
    if (payment !== null) payments.push({ paidAt: payment.paidAt, units: payment.units, amount: payment.amount })
  }

  /** In the order in which they were placed, which is the order of their numbers here. */
  async lines(): Promise<readonly string[]> {
    const placed = this.#placed
    const order = await inSlices(
      sortInSteps(placed.length, (left, right) => (placed[left] ?? 0) - (placed[right] ?? 0) || left - right),
    )
    return Array.from(order, (place) => this.#lines[place] ?? '')
  }
}

/**
 * Goes through the file once more, keeps its orders beside the shop's data, and decides the import in one commit. Nothing has changed unless
 * that commit is durable; from then on every order comes.
 */
export async function decideImport(order: ImportOrder): Promise<Result<true>> {
  const { shop, files, by, mapping, at, progress, orders } = order
  const { read } = shop.store
  if ((await settingsOf(read)).importUnderWay !== null) return refuseBusy()
  const before = new Map((await read.campaigns.all()).map(({ campaign, tally }) => [campaign.id, tally]))
  const collected = new Collected()
  const take = collected.take.bind(collected)
  const checked = await checkFile({ read, path: order.path, mapping, by, at, progress, take })
  if (!checked.ok) return checked
  if (checked.value.bad > 0 || checked.value.ready !== orders) return refuseChanged()
  const importId = shop.newId()
  const lines = await collected.lines()
  await dropStaged(files, shop.folder, null)
  const sha256 = await stageOrders(files, shop.folder, importId, lines, (done) => progress(done, lines.length))
  const file = path.basename(order.path)
  const plan = { id: importId, file, sha256, orders, done: 0, byId: by.staffId, byName: by.name, at }
  try {
    return await shop.store.transact((tx) => commitDecision(tx, order, plan, collected, before))
  } catch (error) {
    if (error instanceof NotSaved) return refuseNotSaved()
    throw error
  }
}

async function commitDecision(
  tx: Transaction,
  { shop, by, header, mapping }: ImportOrder,
  plan: Omit<ImportUnderWay, 'campaignIds' | 'fundedAt'>,
  { payments }: Collected,
  before: ReadonlyMap<CampaignId, Tally>,
): Promise<Result<true>> {
  const settings = await settingsOf(tx.read)
  if (settings.importUnderWay !== null) return refuseBusy()
  const fundedAt: Record<CampaignId, Instant> = {}
  for (const [campaignId, paid] of payments) {
    const found = await tx.campaigns.get(campaignId)
    if (found === null || !isAsChecked(found, before.get(campaignId))) return refuseChanged()
    const funded = fundedBy(found.campaign, found.tally, paid)
    if (funded !== null) fundedAt[campaignId] = funded
  }
  const signature = signatureOf(header)
  tx.settings.put({
    ...settings,
    importUnderWay: { ...plan, campaignIds: [...payments.keys()], fundedAt },
    importMappings: remembering(settings.importMappings, { signature, mapping }),
  })
  const facts = [
    { record: 'Import', fact: 'orders', before: null, after: String(plan.orders) },
    { record: 'Import', fact: 'digest of what was checked', before: null, after: plan.sha256 },
  ]
  await note(shop, tx, 'sheets.import', `Began to import ${plan.orders} orders`, facts, by)
  return ok(true)
}

/** Whether nobody has taken room or paid in the campaign since, and it still takes what was ordered in time. */
const isAsChecked = ({ campaign, tally }: CampaignWithTally, before: Tally | undefined): boolean =>
  campaign.calledOff === null &&
  campaign.settlement === null &&
  before !== undefined &&
  tally.placed.orders === before.placed.orders &&
  tally.paid.orders === before.paid.orders &&
  tally.late.orders === before.late.orders &&
  unitsTaken(tally) <= unitsTaken(before)

const refuseBusy = (): Refused => refuse('busy', 'An import is under way. Wait for it.')

const refuseChanged = (): Refused =>
  refuse('changed-since', 'The file or the shop has changed since the rehearsal. Nothing was imported. Rehearse again.')
