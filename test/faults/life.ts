import type { EmbeddedStore } from '../../electron/store/embedded/openEmbeddedStore'
import { id, type CampaignId } from '../../shared/ids'
import { aCampaign, aProduct, inIndia } from '../shared/builders'
import { aCancellation, anOrder, aPaidOrder, aRefund } from '../shared/orderBuilders'
import { anEntry, begin, commit, someSettings } from '../electron/store/records'
import { MemoryDisk } from './memoryDisk'
import { stateOf, type Subject } from './proof'

const elsewhere = id<CampaignId>('campaign-elsewhere')

/** What a shop lives through: commits across campaigns and months, snapshots between them, and its closing. */
export const life: readonly ((store: EmbeddedStore) => Promise<void>)[] = [
  begin,
  (store) =>
    commit(store, (tx) => {
      tx.campaigns.put(aCampaign({ id: elsewhere }))
      tx.orders.put(anOrder())
      tx.orders.put(aPaidOrder({ sequence: 2, campaignId: elsewhere }))
      tx.audit.append(anEntry(2))
    }),
  (store) => store.snapshot(),
  (store) =>
    commit(store, (tx) => {
      tx.orders.put(aPaidOrder({ units: 3 }))
      tx.audit.append(anEntry(3, { at: inIndia('2018-05-02T09:00:00') }))
    }),
  (store) =>
    commit(store, (tx) => {
      tx.orders.put(aPaidOrder({ units: 3, cancellations: [aCancellation()], refunds: [aRefund()] }))
      tx.settings.put({ ...someSettings, shopName: 'Renamed' })
      tx.audit.append(anEntry(4, { at: inIndia('2018-05-02T10:00:00') }))
    }),
  (store) => store.snapshot(),
  (store) => commit(store, (tx) => tx.products.put(aProduct({ name: 'Renamed' }))),
  // Longer than the unit that a disk loses.
  (store) =>
    commit(store, (tx) => {
      for (const sequence of [3, 4, 5]) tx.orders.put(anOrder({ sequence, campaignId: elsewhere }))
    }),
  (store) => store.close(),
]

/** The disk at a moment, and how many steps of the life were over. */
export interface Moment {
  readonly disk: MemoryDisk
  readonly steps: number
  readonly deed: string
}

/** Lives the life and keeps the disk before each deed, and what the store said after each step. */
export async function watchLife(subject: Subject): Promise<{ readonly moments: Moment[]; readonly states: string[] }> {
  const disk = new MemoryDisk()
  const moments: Moment[] = []
  const states: string[] = []
  disk.before = (deed, file) => void moments.push({ disk: disk.copy(), steps: states.length, deed: `${deed} ${file}` })
  const store = await subject.open(disk)
  states.push(await stateOf(store))
  for (const live of life.slice(0, -1)) {
    await live(store)
    states.push(await stateOf(store))
  }
  await store.close()
  states.push(states.at(-1) ?? '')
  return { moments, states }
}

/** What may be found at that moment: all that was acknowledged, and at most, whole, what was under way. */
export const allowedAt = (states: readonly string[], { steps }: Moment): readonly string[] => [
  states[Math.max(steps - 1, 0)] ?? '',
  states[steps] ?? '',
]
