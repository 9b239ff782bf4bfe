import { decayedFiles } from '../../electron/books/decayedFiles'
import { chanceFrom } from '../../electron/sample/chance'
import { CannotOpen } from '../../electron/store/store'
import { aMaker, begin, commit, someSettings } from '../electron/store/records'
import { anOrder } from '../shared/orderBuilders'
import { allowedAt, watchLife } from './life'
import { MemoryDisk } from './memoryDisk'
import { must, place, stateOn, Tries, type Proof } from './proof'

/** 1 and 2: at every deed the program is killed, and the power is lost in many ways. */
export const powerLoss: Proof = {
  fault: 2,
  name: 'power loss, and a kill, before every deed on the disk',
  async run(subject, { full, seed }) {
    const tries = new Tries()
    const { moments, states } = await watchLife(subject)
    const seeds = full ? 40 : 3
    for (const [index, moment] of moments.entries()) {
      const allowed = allowedAt(states, moment)
      for (let which = 0; which <= seeds; which += 1) {
        const chance = chanceFrom(seed + index * 1000 + which)
        const how = which === 0 ? 'kill' : `power loss, seed ${String(seed + index * 1000 + which)}`
        await tries.point(`${how} before ${moment.deed}`, async () => {
          const left = which === 0 ? moment.disk.afterKill() : moment.disk.afterPowerLoss(chance)
          const found = await stateOn(subject, left)
          must(allowed.includes(found), 'another state than any that was acknowledged or under way')
          must((await stateOn(subject, left.afterPowerLoss(chance))) === found, 'opening again gives another state')
        })
      }
    }
    return tries
  },
}

/** 3: a journal of 200 records that ends at any byte. */
export const tornTail: Proof = {
  fault: 3,
  name: 'a journal of 200 records cut at every byte',
  async run(subject, { full }) {
    const tries = new Tries()
    const disk = new MemoryDisk()
    const store = await subject.open(disk)
    const journal = [...disk.files().keys()].find((file) => /journal-.*\.log$/u.test(file)) ?? ''
    const lengthNow = (): number => disk.files().get(journal)?.length ?? 0
    const ends = [lengthNow()]
    for (let count = 1; count <= 200; count += 1) {
      await commit(store, (tx) => {
        if (count % 10 === 0) tx.makers.put(aMaker({ name: `Maker ${String(count)}` }))
        tx.settings.put({ ...someSettings, auditKey: 'a1', shopName: `After ${String(count)}` })
      })
      ends.push(lengthNow())
    }
    const whole = disk.afterKill()
    const bytes = whole.files().get(journal) ?? Buffer.alloc(0)
    for (let length = 0; length <= bytes.length; length += 1) {
      if (!full && length % 211 !== 0 && !ends.some((end) => end === length || end === length + 1)) continue
      await tries.point(`cut at byte ${String(length)}`, async () => {
        const cut = whole.copy()
        cut.replace(journal, bytes.subarray(0, length))
        if (length < (ends[0] ?? 0)) return mustBeRefused(subject.open(cut))
        const records = ends.filter((end) => end <= length).length - 1
        const opened = await subject.open(cut)
        const name = (await opened.read.settings.get())?.shopName
        must(name === (records === 0 ? undefined : `After ${String(records)}`), `it says ${String(name)}`)
        // And it goes on from there.
        await commit(opened, (tx) => tx.settings.put({ ...someSettings, shopName: 'Went on' }))
        const again = await subject.open(cut.afterKill())
        must((await again.read.settings.get())?.shopName === 'Went on', 'it does not go on from there')
      })
    }
    await store.close()
    return tries
  },
}

async function mustBeRefused(opening: Promise<unknown>): Promise<void> {
  const refused = await opening.then(
    () => null,
    (error: unknown) => error,
  )
  must(refused instanceof CannotOpen && refused.file !== '' && refused.advice !== '', 'it was opened')
}

/** 4: every bit of what is on the disk. */
export const bitRot: Proof = {
  fault: 4,
  name: 'a flipped bit anywhere in the journal and in documents',
  async run(subject, { full }) {
    const tries = new Tries()
    const disk = new MemoryDisk()
    const store = await subject.open(disk)
    await begin(store)
    await commit(store, (tx) => tx.orders.put(anOrder()))
    await store.snapshot()
    await commit(store, (tx) => tx.orders.put(anOrder({ units: 2 })))
    await commit(store, (tx) => tx.settings.put({ ...someSettings, shopName: 'Renamed' }))
    await commit(store, (tx) => tx.makers.put(aMaker({ name: 'Another' })))
    const whole = disk.afterKill()
    const right = await stateOn(subject, whole.copy())
    for (const [file, bytes] of whole.files()) {
      const step = full ? 1 : 149
      for (let bit = 0; bit < bytes.length * 8; bit += step) {
        await tries.point(`bit ${String(bit)} of ${file}`, async () => {
          const rotten = whole.copy()
          const flipped = Buffer.from(bytes)
          flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7))
          rotten.replace(file, flipped)
          const decayed = await decayedFiles(rotten, place)
          const found = await stateOn(subject, rotten).catch((error: unknown) => error)
          if (found instanceof CannotOpen) {
            must(file.startsWith(`${place}/${found.file}`), `${found.file} is blamed`)
            return
          }
          // Whoever never needed the bytes answers rightly; then it is the books that notice, and an index is made again.
          must(found === right, `it answers otherwise, or with ${String(found).slice(0, 80)}`)
          if (file.endsWith('.index')) return
          must(decayed.length === 1, 'it is not noticed')
        })
      }
    }
    await store.close()
    return tries
  },
}

/** 8: whatever recovery was doing when it was broken off, it can be done again. */
export const faultInRecovery: Proof = {
  fault: 8,
  name: 'a second loss of power, or a refused deed, during the recovery from the first',
  async run(subject, { full, seed }) {
    const tries = new Tries()
    const { moments, states } = await watchLife(subject)
    const chance = chanceFrom(seed)
    const pairs = full ? 1000 : 60
    for (let pair = 0; pair < pairs; pair += 1) {
      const moment = chance.pick(moments)
      const [first, second] = [chance.whole(0, 2 ** 31), chance.whole(0, 2 ** 31)]
      await tries.point(`before ${moment.deed}, seeds ${String(first)} and ${String(second)}`, async () => {
        const left = moment.disk.afterPowerLoss(chanceFrom(first))
        const allowed = new Set(allowedAt(states, moment))
        const at = chanceFrom(second)
        const deeds: MemoryDisk[] = []
        const refusing = at.is(0.5) ? at.whole(1, 12) : Infinity
        left.before = () => {
          deeds.push(left.copy())
          if (deeds.length === refusing) throw Object.assign(new Error('the disk refused'), { code: 'EIO' })
        }
        await stateOn(subject, left).catch(() => undefined)
        left.before = () => undefined
        const broken = deeds.length === 0 ? left : at.pick(deeds)
        const found = await stateOn(subject, broken.afterPowerLoss(at))
        must(allowed.has(found), 'another state than any that was acknowledged or under way')
        must(allowed.has(await stateOn(subject, left.afterKill())), 'the folder that was opened first is another')
      })
    }
    return tries
  },
}
