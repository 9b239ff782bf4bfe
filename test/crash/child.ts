import { writeSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { manualClock } from '../../electron/clock'
import { createOffice } from '../../electron/office'
import { chanceFrom } from '../../electron/sample/chance'
import { openEmbeddedStore } from '../../electron/store/embedded/openEmbeddedStore'
import { later } from '../../shared/time'
import { cheapPasswords } from '../journeys/anOffice'
import type { Asked, Start, Told } from './lines'
import { Work } from './work'

/** Out of this process before anything else happens: what was told is not lost with it. */
function tell(told: Told): void {
  const line = Buffer.from(`${JSON.stringify(told)}\n`)
  for (let written = 0; written < line.length;) {
    try {
      written += writeSync(1, line, written)
    } catch (error) {
      // The pipe is full until the parent has read on.
      if (!(error instanceof Error && 'code' in error && error.code === 'EAGAIN')) throw error
    }
  }
}

const wordsOf = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error))

/** Waits for its orders, opens the shop and works in it until it is killed. */
export async function runChild(): Promise<number> {
  tell({ kind: 'ready' })
  for await (const line of createInterface({ input: process.stdin })) {
    await live(JSON.parse(line) as Start)
    return 0
  }
  return 0
}

async function live({ folder, manager, seed, at, again }: Start): Promise<void> {
  const chance = chanceFrom(seed)
  const clock = manualClock(at)
  // Small, so that the moment of the kill often falls into the writing of documents.
  const snapshots = { quietMilliseconds: chance.whole(2, 40), quietBytes: 1, busyBytes: chance.whole(10_000, 300_000) }
  const office = createOffice({
    folder,
    clock,
    passwordCost: cheapPasswords,
    reportBug: (event, error) => tell({ kind: 'bug', what: `${event}: ${wordsOf(error)}` }),
    openStore: (where) =>
      openEmbeddedStore(where, { snapshots, report: (error) => tell({ kind: 'bug', what: wordsOf(error) }) }),
  })
  await office.openIn(folder)
  tell({ kind: 'open' })
  const desk = office.as(manager)
  const read = office.shop?.store.read
  if (!read) throw new Error('the shop is open')

  async function give(asked: Asked): Promise<void> {
    tell({ kind: 'asked', asked, at: clock.now() })
    const { commandId } = asked.input
    const reply = await desk.answer(asked.name, asked.input)
    if (reply.ok) tell({ kind: 'saved', commandId, reply: reply.value })
    else tell({ kind: 'refused', commandId, code: reply.refusal.code })
  }

  for (const asked of again) await give(asked)
  const work = new Work(read, desk, chance, () => clock.now())
  const member = async (): Promise<void> => {
    for (;;) {
      clock.set(later(clock.now(), chance.whole(100, 5000)))
      await work.next(async ({ name, input, paysOut }) => {
        if (paysOut) tell({ kind: 'bank', key: paysOut.key, paymentId: paysOut.paymentId, amount: paysOut.amount })
        await give({ name, input: { ...input, commandId: chance.uuid() } })
      })
    }
  }
  await Promise.all(Array.from({ length: chance.pick([1, 2, 4, 8]) }, member))
}
