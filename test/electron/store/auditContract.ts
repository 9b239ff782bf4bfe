import { expect, test } from 'vitest'
import type { AuditQuery, Store } from '../../../electron/store/store'
import { id, type CommandId, type StaffId } from '../../../shared/ids'
import { instant } from '../../../shared/time'
import { campaignId, inIndia, midway, productId } from '../../shared/builders'
import { anOrder } from '../../shared/orderBuilders'
import type { NewPlace } from './contract'
import { openStores } from './openStores'
import { anEntry, anyEntry, commit } from './records'

const may = inIndia('2018-05-02T09:00:00')

const entries = [
  anEntry(2, { subject: { productId }, action: 'products.save', summary: 'Saved the tripod' }),
  anEntry(3, {
    subject: { campaignId, orderId: anOrder().id },
    byId: null,
    byName: 'Programme',
    action: 'orders.lapse',
  }),
  // The clock was put back, and then a month went by.
  anEntry(4, { at: instant(midway - 1), byId: id<StaffId>('staff-ravi'), byName: 'Ravi Shah' }),
  anEntry(5, { at: may, changes: [{ record: 'order', fact: 'carrier', before: null, after: 'Blue Dart' }] }),
]

export function auditContract(newPlace: NewPlace): void {
  const stores = openStores(newPlace)

  async function withEntries() {
    const opened = await stores.begun()
    for (const entry of entries) await commit(opened.store, (tx) => tx.audit.append(entry))
    return opened
  }

  async function found(store: Store, query: Partial<AuditQuery>): Promise<readonly number[]> {
    const { rows, total } = await store.read.audit.page({ ...anyEntry, ...query })
    expect(total).toBe(rows.length)
    return rows.map(({ sequence }) => sequence)
  }

  test('the trail is read newest first, through every filter', async () => {
    const { reopen } = await withEntries()
    const opened = await reopen()
    expect(await found(opened, {})).toEqual([5, 4, 3, 2, 1])
    expect(await found(opened, { byId: id<StaffId>('staff-ravi') })).toEqual([4])
    expect(await found(opened, { byProgram: true })).toEqual([3])
    expect(await found(opened, { action: 'products.save' })).toEqual([2])
    expect(await found(opened, { from: may })).toEqual([5])
    expect(await found(opened, { to: instant(midway - 1) })).toEqual([4])
    expect(await found(opened, { productId })).toEqual([2])
    expect(await found(opened, { campaignId })).toEqual([3])
    expect(await found(opened, { orderId: anOrder().id })).toEqual([3])
    expect(await found(opened, { text: 'TRIPOD' })).toEqual([2])
    expect(await found(opened, { text: 'blue dart' })).toEqual([5])
    const page = await opened.read.audit.page({ ...anyEntry, offset: 1, limit: 2 })
    expect([page.rows.map(({ sequence }) => sequence), page.total]).toEqual([[4, 3], 5])
  })

  test('a row leaves out what only the program needs', async () => {
    const { store } = await stores.begun()
    const [row] = (await store.read.audit.page(anyEntry)).rows
    const { reply: _reply, inputDigest: _digest, seal: _seal, ...shown } = anEntry(1)
    expect(row).toEqual(shown)
  })

  test('a command is found by its id with what it answered', async () => {
    const { store, reopen } = await withEntries()
    expect(await store.read.audit.byCommand(id<CommandId>('command-3'))).toEqual(entries[1])
    expect(await store.read.audit.byCommand(id<CommandId>('command-none'))).toBeNull()
    expect(await (await reopen()).read.audit.byCommand(id<CommandId>('command-3'))).toEqual(entries[1])
  })

  test('the last entry is the one counted last, whatever the clock did', async () => {
    const { store, reopen } = await stores.begun()
    await commit(store, (tx) => tx.audit.append(anEntry(2, { at: may })))
    await commit(store, (tx) => tx.audit.append(anEntry(3)))
    expect((await store.read.audit.last())?.sequence).toBe(3)
    expect((await (await reopen()).read.audit.last())?.sequence).toBe(3)
  })

  test('everyone and every action of the trail is offered for its filters', async () => {
    const { store } = await withEntries()
    expect(await store.read.audit.facets()).toEqual({
      people: [
        { id: 'staff-meera', name: 'Meera Iyer' },
        { id: null, name: 'Programme' },
        { id: 'staff-ravi', name: 'Ravi Shah' },
      ],
      actions: ['orders.lapse', 'orders.place', 'products.save'],
    })
  })

  test('an entry that would leave a gap is refused', async () => {
    const { store } = await stores.begun()
    await expect(commit(store, (tx) => tx.audit.append(anEntry(3)))).rejects.toThrow('no gaps')
    await commit(store, (tx) => {
      tx.audit.append(anEntry(2))
      tx.audit.append(anEntry(3))
    })
    expect((await store.read.audit.last())?.sequence).toBe(3)
  })
}
