import { readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { crc32 } from 'node:zlib'
import { expect, test } from 'vitest'
import { partLength } from '../../../electron/store/embedded/auditPart'
import { decodeJournal, encodeFrame, journalHead } from '../../../electron/store/embedded/journalFormat'
import { openEmbeddedStore } from '../../../electron/store/embedded/openEmbeddedStore'
import { schema } from '../../../electron/store/embedded/upgrades/upgrade'
import { CannotOpen, type Store } from '../../../electron/store/store'
import { midway } from '../../shared/builders'
import { anOrder, aPaidOrder } from '../../shared/orderBuilders'
import { aFolder, bytesIn, copyOf, filesIn } from './folders'
import { anEntry, anyOrder, begin, commit, everything } from './records'

const countOrders = (store: Store): Promise<number> => store.read.orders.count(anyOrder, midway)

/** A folder left by a crash: documents of the first two orders, and a third order in the journal. */
async function crashedFolder(): Promise<string> {
  const folder = aFolder()
  const store = await openEmbeddedStore(folder)
  await begin(store)
  await commit(store, (tx) => {
    tx.orders.put(anOrder())
    tx.orders.put(aPaidOrder({ sequence: 2 }))
  })
  await store.snapshot()
  await commit(store, (tx) => {
    tx.orders.put(anOrder({ sequence: 3 }))
    tx.audit.append(anEntry(2))
  })
  const crashed = copyOf(folder)
  await store.close()
  return crashed
}

const journalOf = (folder: string): string => {
  const name = filesIn(folder).findLast((file) => file.startsWith('journal-'))
  return path.join(folder, name ?? 'journal')
}

/** Opening must be refused, by the name of the file, and must not touch a byte. */
async function isRefused(folder: string): Promise<CannotOpen> {
  const before = bytesIn(folder)
  const error: unknown = await openEmbeddedStore(folder).then(
    async (store) => store.close(),
    (refused: unknown) => refused,
  )
  expect(bytesIn(folder)).toEqual(before)
  if (!(error instanceof CannotOpen)) throw new Error('The folder was opened.', { cause: error })
  expect(error.advice).not.toBe('')
  return error
}

test('of a journal that breaks off anywhere, exactly the whole commits are there', async () => {
  const folder = aFolder()
  const store = await openEmbeddedStore(folder)
  await begin(store)
  const lengths = [readFileSync(journalOf(folder)).length]
  for (const sequence of [1, 2]) {
    await commit(store, (tx) => tx.orders.put(anOrder({ sequence })))
    lengths.push(readFileSync(journalOf(folder)).length)
  }
  const whole = copyOf(folder)
  await store.close()
  const [start = 0, , end = 0] = lengths
  for (let length = start; length <= end; length += 1) {
    // Every byte is tried on the format itself, below; here the edges, and steps between them.
    if (length % 101 !== 0 && !lengths.some((edge) => Math.abs(edge - length) <= 1)) continue
    const torn = copyOf(whole)
    truncateSync(journalOf(torn), length)
    for (const _again of ['first', 'second']) {
      const opened = await openEmbeddedStore(torn)
      expect(await countOrders(opened)).toBe(lengths.filter((edge) => edge <= length).length - 1)
      await opened.close()
    }
  }
}, 30_000)

const frame = (first: number, ...commits: readonly string[]): Buffer =>
  encodeFrame(
    first,
    commits.map((commit) => Buffer.from(commit)),
  )

const smallJournal = Buffer.concat([
  journalHead(41),
  frame(42, '{"a":1}'),
  frame(43, '{"b":"ü"}', '{"c":3}'),
  frame(45, `{"d":"${'x'.repeat(1200)}"}`),
])
const frameEnds = [journalHead(41).length]
for (const one of [frame(42, '{"a":1}'), frame(43, '{"b":"ü"}', '{"c":3}')]) {
  frameEnds.push((frameEnds.at(-1) ?? 0) + one.length)
}

test('a journal is read as it was written', () => {
  expect(decodeJournal(smallJournal)).toEqual({
    schema,
    base: 41,
    commits: ['{"a":1}', '{"b":"ü"}', '{"c":3}', `{"d":"${'x'.repeat(1200)}"}`],
    goodLength: smallJournal.length,
    torn: false,
  })
})

test('a journal cut at any byte loses its last write alone', () => {
  const [head = 0, first = 0, second = 0] = frameEnds
  for (let length = head; length < smallJournal.length; length += 1) {
    const { commits, torn, goodLength } = decodeJournal(smallJournal.subarray(0, length))
    expect([commits.length, goodLength]).toEqual(
      length < first ? [0, head] : length < second ? [1, first] : [3, second],
    )
    expect(torn).toBe(goodLength !== length)
  }
})

test('a last write of which the disk lost any sectors is dropped', () => {
  const second = frameEnds[2] ?? 0
  for (let from = second; from < smallJournal.length; from = (Math.floor(from / 512) + 1) * 512) {
    const holed = Buffer.from(smallJournal)
    holed.fill(0, from, Math.min((Math.floor(from / 512) + 1) * 512, holed.length))
    expect(decodeJournal(holed)).toMatchObject({ torn: true, goodLength: second })
    holed.fill(0, from)
    expect(decodeJournal(holed)).toMatchObject({ torn: true, goodLength: second })
  }
})

test('a flipped bit anywhere in a journal is noticed', () => {
  const unnoticed: number[] = []
  for (let bit = 0; bit < smallJournal.length * 8; bit += 1) {
    const flipped = Buffer.from(smallJournal)
    flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7))
    try {
      decodeJournal(flipped)
      unnoticed.push(bit)
    } catch {
      // As it must.
    }
  }
  expect(unnoticed).toEqual([])
})

test('a sector lost before the last write is damage, not an unfinished write', () => {
  const holed = Buffer.from(smallJournal)
  holed.fill(0, frameEnds[0], frameEnds[1])
  expect(() => decodeJournal(holed.subarray(0, frameEnds[2]))).toThrow()
})

const orders = 'orders/campaign-tripod.2.json'
const ordersIndex = 'orders/campaign-tripod.2.index'
const audit = 'audit/000000001.2.json'
const indexes = [ordersIndex, 'audit/000000001.2.index']

/** A copy of the folder in which one byte of the file is another. */
function damagedAt(folder: string, name: string, part: number): string {
  const damaged = copyOf(folder)
  const bytes = readFileSync(path.join(damaged, name))
  const place = Math.floor(bytes.length * part)
  bytes[place] = (bytes[place] ?? 0) ^ 4
  writeFileSync(path.join(damaged, name), bytes)
  return damaged
}

test('damage in what is read at the opening stops it, names the file and changes nothing', async () => {
  const folder = await crashedFolder()
  const journal = path.basename(journalOf(folder))
  expect(filesIn(folder)).toEqual([indexes[1], audit, 'catalogue.json', journal, ordersIndex, orders])
  for (const name of [audit, 'catalogue.json', journal]) {
    for (const part of [0.1, 0.5, 0.9]) expect((await isRefused(damagedAt(folder, name, part))).file).toBe(name)
  }
})

test('a damaged order is never given out: whoever asks for it is told the file, and the others are still read', async () => {
  const folder = await crashedFolder()
  const damaged = damagedAt(folder, orders, 0.3)
  const store = await openEmbeddedStore(damaged)
  await expect(store.read.orders.one(anOrder().id)).rejects.toMatchObject({ name: 'CannotOpen', file: orders })
  await expect(store.read.orders.page(anyOrder, midway)).rejects.toThrow('checksum')
  expect(await store.read.orders.one(aPaidOrder({ sequence: 2 }).id)).toEqual(aPaidOrder({ sequence: 2 }))
  // Nor is it copied into the next document, whose checksums would call it sound.
  await commit(store, (tx) => tx.orders.put(anOrder({ sequence: 4 })))
  await expect(store.snapshot()).rejects.toThrow('checksum')
  expect(readFileSync(path.join(damaged, orders))).toEqual(
    readFileSync(path.join(damagedAt(folder, orders, 0.3), orders)),
  )
  await store.close()
})

test('an index that is damaged or missing is made again from its document', async () => {
  const folder = await crashedFolder()
  const sound = await openEmbeddedStore(copyOf(folder))
  const expected = await everything(sound)
  await sound.close()
  for (const name of indexes) {
    for (const part of [0.1, 0.5, 0.9, null]) {
      const damaged = part === null ? copyOf(folder) : damagedAt(folder, name, part)
      if (part === null) rmSync(path.join(damaged, name))
      const store = await openEmbeddedStore(damaged)
      expect(await everything(store)).toEqual(expected)
      await store.close()
    }
  }
})

test('an index that was made again is kept, unless the folder is only read', async () => {
  const folder = await crashedFolder()
  const sound = await openEmbeddedStore(folder)
  await sound.close()
  const name = filesIn(folder).find((file) => /^orders.*index$/u.test(file)) ?? ''
  const index = readFileSync(path.join(folder, name))
  rmSync(path.join(folder, name))
  const reading = await openEmbeddedStore(folder, { forReading: true })
  const expected = await everything(reading)
  await reading.close()
  expect(filesIn(folder)).not.toContain(name)
  const store = await openEmbeddedStore(folder)
  expect(await everything(store)).toEqual(expected)
  await store.close()
  expect(readFileSync(path.join(folder, name))).toEqual(index)
})

test('so is the index of a full part of the trail', async () => {
  const folder = aFolder()
  const sound = await openEmbeddedStore(folder)
  await begin(sound)
  await commit(sound, (tx) => {
    for (let sequence = 2; sequence <= partLength + 1; sequence += 1) tx.audit.append(anEntry(sequence))
  })
  const expected = await everything(sound)
  await sound.close()
  const [name = ''] = filesIn(folder).filter((file) => /^audit.*index$/u.test(file))
  const index = readFileSync(path.join(folder, name))
  // As a version of the program wrote it that kept other things there.
  writeFileSync(
    path.join(folder, name),
    sealed(index.subarray(0, -4).toString('latin1').replace('"schema":', '"schema":1')),
  )
  const reading = await openEmbeddedStore(folder, { forReading: true })
  expect(await everything(reading)).toEqual(expected)
  await reading.close()
  expect(readFileSync(path.join(folder, name))).not.toEqual(index)
  const store = await openEmbeddedStore(folder)
  expect(await everything(store)).toEqual(expected)
  await store.close()
  expect(readFileSync(path.join(folder, name))).toEqual(index)
})

/** Bytes, one a character, with their checksum behind them. */
function sealed(text: string): Buffer {
  const bytes = Buffer.from(text, 'latin1')
  const end = Buffer.alloc(4)
  end.writeUInt32LE(crc32(bytes))
  return Buffer.concat([bytes, end])
}

test('where neither index nor document is sound, opening stops', async () => {
  const folder = damagedAt(await crashedFolder(), orders, 0.5)
  rmSync(path.join(folder, ordersIndex))
  expect((await isRefused(folder)).file).toBe(orders)
})

test('a document that is empty or cut short stops the opening', async () => {
  const folder = await crashedFolder()
  for (const name of ['catalogue.json', orders, audit]) {
    for (const share of [0, 0.5]) {
      const cut = copyOf(folder)
      truncateSync(path.join(cut, name), Math.floor(readFileSync(path.join(cut, name)).length * share))
      expect((await isRefused(cut)).file).toBe(name)
    }
  }
})

test('a newer document or journal stops the opening and says that the program is too old for it', async () => {
  const folder = await crashedFolder()
  for (const name of ['catalogue.json', audit, path.basename(journalOf(folder))]) {
    const newer = copyOf(folder)
    const text = readFileSync(path.join(newer, name), 'utf8')
    writeFileSync(path.join(newer, name), text.replace(/^(\{"schema":|journal )\d+/u, `$1${String(schema + 1)}`))
    const refused = await isRefused(newer)
    expect([refused.file, refused.what]).toEqual([name, expect.stringContaining('newer version')])
  }
})

test('a document of the first schema is refused and left as it is', async () => {
  const folder = await crashedFolder()
  const text = readFileSync(path.join(folder, 'catalogue.json'), 'utf8')
  writeFileSync(path.join(folder, 'catalogue.json'), text.replace(/^\{"schema":\d+/u, '{"schema":1'))
  expect((await isRefused(folder)).what).toContain('early version')
})

test('a file that went missing is noticed, whichever it is', async () => {
  const folder = await crashedFolder()
  for (const name of filesIn(folder)) {
    if (indexes.includes(name)) continue
    const missing = copyOf(folder)
    rmSync(path.join(missing, name))
    const { file, what } = await isRefused(missing)
    expect([name.startsWith(file), what]).toEqual([true, expect.stringContaining('missing')])
  }
})

test('what is not of the store is left alone', async () => {
  const folder = await crashedFolder()
  writeFileSync(path.join(folder, 'orders', 'notes.txt'), 'mine')
  writeFileSync(path.join(folder, 'orders', 'campaign-tripod.json.tmp'), 'half')
  const store = await openEmbeddedStore(folder)
  expect(await countOrders(store)).toBe(3)
  await store.close()
  expect(filesIn(folder).filter((name) => /notes|tmp/u.test(name))).toEqual(['orders/notes.txt'])
})
