import { campaignLabel } from '../../shared/campaigns/campaignLabel'
import type { PaymentMode } from '../../shared/campaigns/paymentMode'
import { comparableName } from '../../shared/comparableName'
import type { CampaignId } from '../../shared/ids'
import { add, nothing, type Minor } from '../../shared/money'
import type { Order, Payment } from '../../shared/orders/order'
import { inTimePayment } from '../../shared/orders/orderState'
import { assert, ok, refuse, type Refused, type Result } from '../../shared/result'
import {
  importFieldIds,
  importMappingProblem,
  type ImportFieldId,
  type ImportMapping,
} from '../../shared/sheets/importFields'
import { planOrder } from '../../shared/sheets/planImport'
import {
  readImportRow,
  type FieldProblem,
  type ImportCampaign,
  type ImportedOrder,
} from '../../shared/sheets/readImportRow'
import type { ImportReport, RowProblem } from '../../shared/sheets/requests'
import type { StaffActor } from '../../shared/staff/actor'
import type { Instant } from '../../shared/time'
import type { Progress } from '../longDeed'
import { bytesOf } from '../sheets/bytesOf'
import { openCsv, type CsvRow } from '../sheets/readCsv'
import type { CampaignWithTally, Reads } from '../store/store'
import { breath } from './breath'
import { contradicts, knownOrders } from './knownOrders'
import { Room } from './room'

/** Beyond so many rows a file is to be split; all of them are held in memory while they are put in order. */
const mostRows = 200_000

/** Of so many rows the problems are told; who mends those finds the rest the next time. */
const mostProblems = 1000

export interface CheckOrder {
  readonly read: Reads
  readonly path: string
  readonly mapping: ImportMapping
  readonly by: StaffActor
  readonly at: Instant
  readonly progress: Progress
  /** Given every order that would be imported. */
  readonly take?: (asked: ImportedOrder, order: Order) => void
}

interface Sum {
  readonly label: string
  readonly currency: ImportCampaign['campaign']['currency']
  orders: number
  units: number
  amount: Minor
}

/** Goes through a file by every rule of placing and paying by hand, and writes nothing. */
export async function checkFile(order: CheckOrder): Promise<Result<ImportReport>> {
  const { path, mapping, progress } = order
  const opened = await openCsv(bytesOf(path, progress))
  if (!opened.ok) return opened
  const wrong = importMappingProblem(mapping, opened.value.header)
  if (wrong !== null) return wrong
  return new FileCheck(order, await campaignsIn(order.read)).run(opened.value.header, opened.value.rows)
}

interface Campaigns {
  readonly byProduct: ReadonlyMap<string, readonly ImportCampaign[]>
  readonly withTally: ReadonlyMap<CampaignId, CampaignWithTally>
}

/** Campaigns that can still take what was ordered while they ran: launched, not called off, not settled. */
async function campaignsIn(read: Reads): Promise<Campaigns> {
  const [campaigns, products] = await Promise.all([read.campaigns.all(), read.products.all()])
  const byProduct = new Map<string, ImportCampaign[]>()
  for (const { campaign } of campaigns) {
    const product = products.find(({ id }) => id === campaign.productId)
    if (!product || campaign.launchedAt === null || campaign.calledOff !== null || campaign.settlement !== null)
      continue
    const name = comparableName(product.name)
    byProduct.set(name, [...(byProduct.get(name) ?? []), { campaign, product }])
  }
  return { byProduct, withTally: new Map(campaigns.map((found) => [found.campaign.id, found])) }
}

class FileCheck {
  readonly #order: CheckOrder
  readonly #campaigns: Campaigns
  readonly #room: Room
  readonly #problems: RowProblem[] = []
  readonly #seen = new Map<string, number>()
  readonly #payments = new Map<string, number>()
  readonly #sums = new Map<CampaignId, Sum>()
  #counts = { rows: 0, bad: 0, known: 0, ready: 0, paid: 0, late: 0 }

  constructor(order: CheckOrder, campaigns: Campaigns) {
    this.#order = order
    this.#campaigns = campaigns
    this.#room = new Room(order.read, order.at)
  }

  async run(header: readonly string[], rows: AsyncIterable<CsvRow>): Promise<Result<ImportReport>> {
    const { read, at, mapping } = this.#order
    let last = 0
    const known = await knownOrders(read, at, () => this.#order.progress(last, 0))
    const places = new Map<ImportFieldId, number>(
      importFieldIds.map((field) => [field, header.indexOf(mapping[field] ?? '')]),
    )
    const pause = breath()
    for await (const row of rows) {
      this.#counts.rows += 1
      last = row.line
      if (this.#counts.rows > mostRows) return refuseLong()
      const cell = (field: ImportFieldId): string => row.cells[places.get(field) ?? -1] ?? ''
      const whole = row.problem === null ? null : { field: null, what: row.problem }
      const problems = whole === null ? await this.#check(row.line, cell, known) : [whole]
      if (problems.length > 0) this.#bad(row.line, problems)
      await pause()
    }
    return ok(this.#report())
  }

  /** What is wrong with a row; counts it where nothing is. */
  async #check(
    line: number,
    cell: (field: ImportFieldId) => string,
    known: Awaited<ReturnType<typeof knownOrders>>,
  ): Promise<readonly FieldProblem[]> {
    const found = readImportRow(cell, this.#campaigns.byProduct)
    if (!found.ok) return found.problems
    const { order: asked, into } = found
    const twice = this.#seen.get(asked.reference)
    if (twice !== undefined)
      return [{ field: 'reference', what: `Line ${twice} has this order already. Leave one of them.` }]
    this.#seen.set(asked.reference, line)
    const before = known.get(asked.reference)
    if (before !== undefined) {
      const what = contradicts(before, asked)
      if (what !== null) return [{ field: 'reference', what }]
      this.#counts.known += 1
      return []
    }
    const { by, at } = this.#order
    // The number comes with the import itself.
    const planned = planOrder(asked, into, 1, by, at)
    return planned.ok ? this.#fit(line, asked, planned.order) : [planned.problem]
  }

  async #fit(line: number, asked: ImportedOrder, order: Order): Promise<readonly FieldProblem[]> {
    if (asked.payment !== null) {
      const what = await this.#paidElsewhere(line, asked.payment.mode, asked.payment.reference)
      if (what !== null) return [{ field: 'paymentReference', what }]
    }
    const campaign = this.#campaigns.withTally.get(asked.campaignId)
    assert(campaign !== undefined, 'an order was read into a campaign that there is')
    const full = await this.#room.take(order, campaign)
    if (full !== null) return [{ field: 'units', what: full.message }]
    this.#count(order, campaign, inTimePayment(order))
    if (this.#counts.bad === 0) this.#order.take?.(asked, order)
    return []
  }

  async #paidElsewhere(line: number, mode: PaymentMode, reference: string): Promise<string | null> {
    const key = `${mode} ${reference}`
    const other = this.#payments.get(key)
    if (other !== undefined) return `Line ${other} has a payment with this reference.`
    this.#payments.set(key, line)
    const known = await this.#order.read.orders.byPaymentReference(mode, reference)
    return known === null ? null : 'A payment with this reference is on record on another order.'
  }

  #count(order: Order, { campaign }: CampaignWithTally, payment: Payment | null): void {
    this.#counts.ready += 1
    if (payment !== null) this.#counts.paid += 1
    else if (order.payments.length > 0) this.#counts.late += 1
    const sum = this.#sums.get(campaign.id) ?? this.#emptySum(order)
    sum.orders += 1
    sum.units += order.units
    sum.amount = add(sum.amount, order.total)
    this.#sums.set(campaign.id, sum)
  }

  #emptySum(order: Order): Sum {
    const all = [...this.#campaigns.byProduct.values()].flat()
    const of = all.find(({ campaign }) => campaign.id === order.campaignId)
    const label = of === undefined ? '' : campaignLabel({ campaign: of.campaign, productName: of.product.name })
    return { label, currency: order.currency, orders: 0, units: 0, amount: nothing }
  }

  #bad(line: number, problems: readonly { readonly field: ImportFieldId | null; readonly what: string }[]): void {
    this.#counts.bad += 1
    if (this.#counts.bad > mostProblems) return
    const { mapping } = this.#order
    for (const { field, what } of problems) {
      this.#problems.push({ line, column: field === null ? null : mapping[field], field, what })
    }
  }

  #report(): ImportReport {
    return { ...this.#counts, problems: this.#problems, campaigns: [...this.#sums.values()] }
  }
}

const refuseLong = (): Refused =>
  refuse('too-long', 'This file has more than 2,00,000 rows. Split it, and import one part after the other.')
