import { everyRefund } from '../../../shared/refunds/requests'
import { everyOrder } from '../../../shared/orders/requests'
import type { AuditEntry } from '../../../shared/audit/entry'
import { id, type CommandId, type StaffId } from '../../../shared/ids'
import type { Maker } from '../../../shared/makers/maker'
import type { Account } from '../../../shared/staff/account'
import type { OrderQuery, AuditQuery, RefundQuery, Settings, Store, Transaction } from '../../../electron/store/store'
import { firstReportSettings } from '../../../shared/reports/schedules/schedule'
import { firstImportSettings } from '../../../shared/sheets/importState'
import { firstSupportSettings } from '../../../shared/settings/settings'
import { instant } from '../../../shared/time'
import { aCampaign, aProduct, createdAt, makerId, midway, staffId } from '../../shared/builders'

export const someSettings: Settings = {
  shopName: 'Tripods and more',
  auditKey: 'a1'.repeat(32),
  ...firstSupportSettings,
  ...firstImportSettings,
  ...firstReportSettings,
}

export const aMaker = (overrides: Partial<Maker> = {}): Maker => ({
  id: makerId,
  name: 'iShot',
  about: 'Makes tripods.',
  createdAt,
  ...overrides,
})

export const anAccount = (overrides: Partial<Account> = {}): Account => ({
  id: staffId,
  signInName: 'meera',
  name: 'Meera Iyer',
  roles: ['manager'],
  active: true,
  password: { n: 2 ** 17, r: 8, p: 1, salt: '00', hash: '11' },
  createdAt,
  failures: 0,
  lastFailureAt: null,
  views: [],
  dashboards: [],
  ...overrides,
})

export const anEntry = (sequence: number, overrides: Partial<AuditEntry> = {}): AuditEntry => ({
  sequence,
  commandId: id<CommandId>(`command-${String(sequence)}`),
  inputDigest: 'd1',
  action: 'orders.place',
  at: instant(midway + sequence),
  byId: id<StaffId>('staff-meera'),
  byName: 'Meera Iyer',
  subject: {},
  summary: `Did the ${String(sequence)}th thing`,
  changes: [{ record: 'order', fact: 'units', before: null, after: '2' }],
  reply: { number: sequence },
  seal: 's1',
  ...overrides,
})

/** Every filter open. */
export const anyOrder: OrderQuery = { ...everyOrder, limit: 500 }

export const anyRefund: RefundQuery = { ...everyRefund, limit: 500 }

export const anyEntry: AuditQuery = {
  byId: null,
  byProgram: false,
  action: null,
  from: null,
  to: null,
  text: '',
  productId: null,
  campaignId: null,
  orderId: null,
  offset: 0,
  limit: 500,
}

/** One commit in which `put` says what happens. */
export const commit = (store: Store, put: (tx: Transaction) => void): Promise<void> =>
  store.transact(async (tx) => {
    put(tx)
  })

/** A shop with a product in a campaign. */
export const begin = (store: Store): Promise<void> =>
  commit(store, (tx) => {
    tx.settings.put(someSettings)
    tx.makers.put(aMaker())
    tx.products.put(aProduct())
    tx.campaigns.put(aCampaign())
    tx.staff.put(anAccount())
    tx.audit.append(anEntry(1))
  })

/** Everything that the store answers, to compare two states. */
export async function everything({ read }: Store): Promise<unknown> {
  const entries = await read.audit.page(anyEntry)
  return {
    settings: await read.settings.get(),
    products: await read.products.all(),
    makers: await read.makers.all(),
    campaigns: await read.campaigns.all(),
    breakdowns: [...(await read.campaigns.breakdowns())].sort(([left], [right]) => (left < right ? -1 : 1)),
    orders: { rows: await read.orders.page(anyOrder, midway), total: await read.orders.count(anyOrder, midway) },
    refunds: await read.refunds.page(anyRefund, midway),
    refundCounts: await read.refunds.counts(midway),
    batches: await read.batches.all(),
    toLapse: await read.orders.campaignsToLapse(instant(8.64e15)),
    staff: await read.staff.all(),
    entries,
    replies: await Promise.all(entries.rows.map(({ commandId }) => read.audit.byCommand(commandId))),
    facets: await read.audit.facets(),
  }
}
