import { ok, refuse, type Result } from '../../shared/result'
import type { CampaignId, OrderId, ProductId } from '../../shared/ids'
import type { Order } from '../../shared/orders/order'
import type { Product } from '../../shared/products/product'
import { doorRefusals } from '../../shared/requests'
import { refuseWhileImported } from '../../shared/sheets/importState'
import type { Account } from '../../shared/staff/account'
import { settingsOf } from '../settings'
import type { CampaignWithTally, Transaction } from '../store/store'
import type { CommitDesk } from './handler'

// A record that a command names, as the commit sees it, or the refusal of a command that names none.

/** The account of whoever gives the command; the program itself has none. */
export async function accountAsking({ tx, by }: CommitDesk): Promise<Result<Account>> {
  const account = by.kind === 'staff' ? await tx.staff.get(by.staffId) : null
  return account === null ? refuse(doorRefusals.notSignedIn, 'Sign in first.') : ok(account)
}

export async function productIn(tx: Transaction, id: ProductId, field = 'id'): Promise<Result<Product>> {
  const product = await tx.products.get(id)
  return product === null ? refuse('no-such-product', 'There is no such product.', field) : ok(product)
}

export async function campaignIn(tx: Transaction, id: CampaignId, field = 'id'): Promise<Result<CampaignWithTally>> {
  const found = await tx.campaigns.get(id)
  return found === null
    ? refuse('no-such-campaign', 'There is no such campaign. It may have been discarded.', field)
    : ok(found)
}

/** The same for a command that takes room in the campaign or closes it: refused while orders that were promised room still come in. */
export async function campaignAtRest(
  tx: Transaction,
  id: CampaignId,
  field = 'id',
): Promise<Result<CampaignWithTally>> {
  return refuseWhileImported(await settingsOf(tx.read), id) ?? campaignIn(tx, id, field)
}

export async function orderIn(tx: Transaction, id: OrderId, field = 'id'): Promise<Result<Order>> {
  const order = await tx.orders.get(id)
  return order === null ? refuse('no-such-order', 'There is no such order.', field) : ok(order)
}
