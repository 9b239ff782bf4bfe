import { everyOrder } from '../../../shared/orders/requests'
import type { Office } from '../../../electron/office'
import { sealOf } from '../../../electron/audit/seal'
import { countedCampaigns, type CountedCampaign } from '../../../electron/books/checkCampaign'
import type { AuditEntry } from '../../../shared/audit/entry'
import type { Maker } from '../../../shared/makers/maker'
import type { Order } from '../../../shared/orders/order'
import type { Product } from '../../../shared/products/product'
import type { Account } from '../../../shared/staff/account'
import type { Instant } from '../../../shared/time'

/** Everything in a shop at one moment, read through the store's own questions. */
export interface Facts {
  readonly at: Instant
  readonly products: readonly Product[]
  readonly makers: readonly Maker[]
  readonly campaigns: readonly CountedCampaign[]
  readonly orders: readonly Order[]
  readonly accounts: readonly Account[]
  /** Oldest first. */
  readonly entries: readonly AuditEntry[]
  readonly auditKey: string
}

const newestEntries = {
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
} as const

/** Reads all. `known` are entries that were read before: the trail only grows, so only newer ones are asked for. */
export async function readFacts(office: Office, known: readonly AuditEntry[] = []): Promise<Facts> {
  if (office.shop === null) throw new Error('a shop is open')
  const { read } = office.shop.store
  const at = office.shop.clock.now()
  const last = await read.audit.last()
  const newer = (last?.sequence ?? 0) - known.length
  const rows = newer > 0 ? (await read.audit.page({ ...newestEntries, limit: newer })).rows : []
  const entries = await Promise.all(rows.toReversed().map(({ commandId }) => read.audit.byCommand(commandId)))
  return {
    at,
    products: await read.products.all(),
    makers: await read.makers.all(),
    campaigns: await countedCampaigns(read),
    orders: await read.orders.page({ ...everyOrder, limit: 500 }, at),
    accounts: await read.staff.all(),
    entries: [...known, ...entries.flatMap((entry) => entry ?? [])],
    auditKey: (await read.settings.get())?.auditKey ?? '',
  }
}

/** The facts as text to compare: whatever the clock says. */
export const sameness = ({ products, makers, campaigns, orders, accounts, entries }: Facts): string =>
  JSON.stringify([products, makers, campaigns, orders, accounts, entries.length, entries.at(-1)])

/** The first entry from `from` on that does not seal what came before it, or null. */
export function firstBrokenSeal({ entries, auditKey }: Facts, from: number): number | null {
  for (let index = from; index < entries.length; index += 1) {
    const entry = entries[index]
    if (entry === undefined) return index + 1
    const { seal, ...sealed } = entry
    const before = index === 0 ? '' : (entries[index - 1]?.seal ?? '')
    if (entry.sequence !== index + 1 || sealOf(sealed, before, auditKey) !== seal) return index + 1
  }
  return null
}
