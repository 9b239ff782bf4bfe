import type { Office } from '../../../electron/office'

/** All that is in the open shop's store, as text to compare. */
export async function storeFacts(office: Office): Promise<string> {
  if (office.shop === null) return 'no shop is open'
  const { read } = office.shop.store
  const at = office.shop.clock.now()
  const everyOrder = {
    text: '',
    states: [],
    campaignId: null,
    mode: null,
    placedFrom: null,
    placedTo: null,
    toShip: false,
    overdue: false,
    sort: 'sequence',
    descending: false,
    offset: 0,
    limit: 500,
  } as const
  return JSON.stringify([
    await read.settings.get(),
    await read.products.all(),
    await read.makers.all(),
    await read.campaigns.all(),
    await read.staff.all(),
    await read.orders.page(everyOrder, at),
    await read.audit.last(),
  ])
}
