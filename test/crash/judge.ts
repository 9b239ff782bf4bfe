import { everyOrder } from '../../shared/orders/requests'
import { isDeepStrictEqual } from 'node:util'
import { checkBooks, latestFact } from '../../electron/books/checkBooks'
import { ReadOnlyFiles } from '../../electron/books/readOnlyFiles'
import { openEmbeddedStore } from '../../electron/store/embedded/openEmbeddedStore'
import type { Store } from '../../electron/store/store'
import { id, type CommandId } from '../../shared/ids'
import { laterOf, type Instant } from '../../shared/time'
import type { Told } from './lines'

/** What outlives the children of one folder: what was saved before them, and what the bank has paid out. */
export interface Memory {
  entries: number
  lastSeal: string
  at: Instant
  /** By payment: the amounts that left, each under its key. A bank pays once for a key. */
  readonly paidOut: Map<string, Map<string, number>>
}

export interface Judged {
  /** Sentences. */
  readonly lost: readonly string[]
  readonly halves: readonly string[]
  readonly doubleRefunds: readonly string[]
  readonly reopenMilliseconds: number
}

/**
 * Opens what a killed child left behind and holds it against what the child was told to be saved. Every other time the folder stays
 * as it was found, so that the next child has to recover it itself.
 */
export async function judge(folder: string, told: readonly Told[], memory: Memory, leaveIt: boolean): Promise<Judged> {
  const began = performance.now()
  const files = new ReadOnlyFiles()
  const store = await openEmbeddedStore(folder, leaveIt ? { files } : {})
  const reopenMilliseconds = performance.now() - began
  try {
    const lost = await lostOf(store, told, memory)
    const latest = told.reduce((at, each) => (each.kind === 'asked' ? laterOf(at, each.at) : at), memory.at)
    memory.at = laterOf(latest, await latestFact(store.read))
    const books = await checkBooks(store.read, memory.at)
    memory.entries = books.entries
    memory.lastSeal = books.lastSeal
    const halves = books.findings.map(({ what }) => what)
    return { lost, halves, doubleRefunds: await doubleRefundsOf(store, told, memory), reopenMilliseconds }
  } finally {
    if (leaveIt) await files.leave()
    else await store.close()
  }
}

/** The trail must go on from where it was, and hold every command that was answered with a yes, with the same answer. */
async function lostOf({ read }: Store, told: readonly Told[], memory: Memory): Promise<readonly string[]> {
  const lost: string[] = []
  const any = { byId: null, byProgram: false, action: null, from: null, to: null, text: '' }
  const { rows } = await read.audit.page({
    ...any,
    productId: null,
    campaignId: null,
    orderId: null,
    offset: 0,
    limit: 1e6,
  })
  const before = rows.find(({ sequence }) => sequence === memory.entries)
  const seal = before ? (await read.audit.byCommand(before.commandId))?.seal : undefined
  if (memory.entries > 0 && seal !== memory.lastSeal) lost.push(`The trail up to entry ${memory.entries} is another.`)
  for (const each of told) {
    if (each.kind !== 'saved') continue
    const entry = await read.audit.byCommand(id<CommandId>(each.commandId))
    if (!entry) lost.push(`Command ${each.commandId} was saved and is gone.`)
    else if (!isDeepStrictEqual(entry.reply, each.reply)) lost.push(`Command ${each.commandId} answers otherwise.`)
  }
  return lost
}

/** What the bank paid out for a payment, each key once, is never more than the payment. */
async function doubleRefundsOf({ read }: Store, told: readonly Told[], memory: Memory): Promise<readonly string[]> {
  for (const each of told) {
    if (each.kind !== 'bank') continue
    const keys = memory.paidOut.get(each.paymentId) ?? new Map<string, number>()
    memory.paidOut.set(each.paymentId, keys.set(each.key, each.amount))
  }
  const rows = await read.orders.page({ ...everyOrder, limit: 1e6 }, memory.at)
  return rows.flatMap((order) =>
    order.payments.flatMap(({ id: paymentId, amount }) => {
      const out = [...(memory.paidOut.get(paymentId)?.values() ?? [])].reduce((sum, each) => sum + each, 0)
      return out > amount ? [`Order ${order.number}: ${amount} was paid and ${out} given back.`] : []
    }),
  )
}
