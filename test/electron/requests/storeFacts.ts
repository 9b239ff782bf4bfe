import { everyOrder } from '../../../shared/orders/requests'
import type { Office } from '../../../electron/office'

/** All that is in the open shop's store, as text to compare. */
export async function storeFacts(office: Office): Promise<string> {
  if (office.shop === null) return 'no shop is open'
  const { read } = office.shop.store
  const at = office.shop.clock.now()
  return JSON.stringify([
    await read.settings.get(),
    await read.products.all(),
    await read.makers.all(),
    await read.campaigns.all(),
    await read.staff.all(),
    await read.batches.all(),
    await read.orders.page({ ...everyOrder, limit: 500 }, at),
    await read.audit.last(),
  ])
}
