import { NotSaved } from '../../electron/store/store'
import { anOrder } from '../shared/orderBuilders'
import { begin, commit } from '../electron/store/records'
import { life } from './life'
import { FailedSync, MemoryDisk, ShortWrite, type Deed } from './memoryDisk'
import { must, stateOf, stateOn, Tries, type Outcome, type Proof, type Scale, type Subject } from './proof'
import { chanceFrom } from '../../electron/sample/chance'

/** Lives a life in which the disk refuses from the nth of such deeds on, `times` times. Answers whether it came to that. */
async function liveWithRefusals(
  subject: Subject,
  refused: { readonly deeds: ReadonlySet<Deed>; readonly from: number; readonly times: number },
  refusal: () => Error,
  mayReappear: boolean,
  seed: number,
): Promise<boolean> {
  const disk = new MemoryDisk()
  const store = await subject.open(disk)
  let count = 0
  let room = false
  disk.before = (deed) => {
    if (room || !refused.deeds.has(deed)) return
    count += 1
    if (count >= refused.from && count < refused.from + refused.times) throw refusal()
  }
  for (const live of life.slice(0, -1)) {
    const before = await stateOf(store)
    const failed = await live(store).then(
      () => null,
      (error: unknown) => error,
    )
    const after = await stateOf(store)
    const onDisk = await stateOn(subject, disk.afterKill())
    if (failed === null) {
      must(onDisk === after, 'what was acknowledged is not on the disk')
      const afterLoss = await stateOn(subject, disk.afterPowerLoss(chanceFrom(seed)))
      must(afterLoss === after, 'what was acknowledged is lost with the power')
      continue
    }
    must(after === before, 'what was not saved is seen')
    // What a disk that fails for good was told to forget may still be there, whole.
    must(onDisk === before || (mayReappear && !room), 'what was not saved is on the disk')
    room = true
    await live(store)
    must((await stateOn(subject, disk.afterKill())) === (await stateOf(store)), 'it does not go on afterwards')
    must(
      (await stateOn(subject, disk.afterPowerLoss(chanceFrom(seed)))) === (await stateOf(store)),
      'what was saved afterwards is lost with the power',
    )
  }
  const last = await stateOf(store)
  await store.close()
  must((await stateOn(subject, disk.afterKill())) === last, 'closing lost something')
  return count >= refused.from
}

/** In words, and as what the disk throws. */
type Refusal = readonly [string, () => Error]

async function refuseEach(
  subject: Subject,
  { seed }: Scale,
  deeds: readonly Deed[],
  refusals: readonly Refusal[],
): Promise<Outcome> {
  const tries = new Tries()
  const refused = new Set(deeds)
  for (const [words, refusal] of refusals) {
    for (const times of [1, Infinity]) {
      let reached = true
      for (let from = 1; reached; from += 1) {
        const often = times === 1 ? 'once' : 'for good'
        reached = false
        await tries.point(`${words} ${often}, at the ${String(from)}th`, async () => {
          // A failure says nothing of whether there are further ones, but then one is told already.
          reached = await liveWithRefusals(subject, { deeds: refused, from, times }, refusal, times !== 1, seed + from)
        })
      }
    }
  }
  return tries
}

const allRefusals: readonly Refusal[] = [
  ['room for half', () => new ShortWrite(0.5)],
  ['no room at all', () => new ShortWrite(0)],
  ['room for all but the end', () => new ShortWrite(0.99)],
  ['room for all, and yet an error', () => new ShortWrite(1)],
]

/** 5: the disk is full, at every write. */
export const diskFull: Proof = {
  fault: 5,
  name: 'a full disk and a short write at every write',
  run: (subject, scale) => refuseEach(subject, scale, ['append', 'create'], allRefusals.slice(0, scale.full ? 4 : 1)),
}

/** 6: a sync that fails leaves pages that are never written, though they are seen. */
export const syncFails: Proof = {
  fault: 6,
  name: 'every sync fails, once and for good, and its pages are forgotten',
  run: (subject, scale) =>
    refuseEach(subject, scale, ['sync', 'syncFolder'], [['a sync that fails', () => new FailedSync()]]),
}

/** So many times in a row a rename may be refused within one attempt to save. */
const mostTries = 20

/** 7: renames are refused for a while, as Windows does while another program looks into a file. */
export const renameRefused: Proof = {
  fault: 7,
  name: 'renames refused 1 … 600 times',
  async run(subject, { full }) {
    const tries = new Tries()
    for (let refusals = 1; refusals <= 600; refusals += full ? 1 : 37) {
      await tries.point(`${String(refusals)} refusals`, () => refuseRenames(subject, refusals))
    }
    return tries
  },
}

async function refuseRenames(subject: Subject, refusals: number): Promise<void> {
  const disk = new MemoryDisk()
  const store = await subject.open(disk)
  await begin(store)
  await store.snapshot()
  let left = refusals
  let inARow = 0
  const removed: string[] = []
  disk.before = (deed, file) => {
    if (deed === 'remove' && file.endsWith('.json')) removed.push(file)
    if (deed !== 'rename' || left === 0) return
    left -= 1
    inARow += 1
    throw Object.assign(new Error('another program has the file open'), { code: left % 2 === 0 ? 'EPERM' : 'EBUSY' })
  }
  for (let sequence = 1, saved = false; !saved; sequence += 1) {
    must(sequence <= refusals + 2, 'it never ends')
    // What people do goes on being saved in the journal all the while.
    await commit(store, (tx) => tx.orders.put(anOrder({ sequence })))
    inARow = 0
    saved = await store.snapshot().then(
      () => true,
      () => false,
    )
    must(inARow <= mostTries, `it was tried ${String(inARow)} times without an end`)
    must(saved || inARow > 1, 'it was not tried again')
    must((await stateOn(subject, disk.afterKill())) === (await stateOf(store)), 'the disk says something else')
  }
  must(left === 0 && removed.length === 0, `removed: ${removed.join(', ')}`)
  await store.close()
}

/** What a store that cannot write answers: that it was not saved. Also at the port, where other errors would be bugs. */
export const saysNotSaved: Proof = {
  fault: 5,
  name: 'what cannot be written is said to be not saved',
  async run(subject) {
    const tries = new Tries()
    for (const deed of ['append', 'sync'] as const) {
      await tries.point(deed, async () => {
        const disk = new MemoryDisk()
        const store = await subject.open(disk)
        await begin(store)
        disk.before = (each) => {
          if (each === deed) throw new ShortWrite(0.5)
        }
        const error = await commit(store, (tx) => tx.orders.put(anOrder())).catch((thrown: unknown) => thrown)
        must(error instanceof NotSaved, `it said ${String(error)}`)
        disk.before = () => undefined
        await store.close()
      })
    }
    return tries
  },
}
