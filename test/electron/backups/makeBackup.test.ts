import { appendFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { listBackups } from '../../../electron/backups/listBackups'
import { machineDisk } from '../../../electron/backups/disk'
import { readManifest } from '../../../electron/backups/manifest'
import type { EmbeddedStore } from '../../../electron/store/embedded/openEmbeddedStore'
import { later, minute } from '../../../shared/time'
import { midway } from '../../shared/builders'
import { aFolder, bytesIn, filesIn } from '../store/folders'
import { everything } from '../store/records'
import { aShop, backUp, flipBit, further, shop, stateIn, watchedDisk } from './aBackup'

async function aPlace(): Promise<{ store: EmbeddedStore; folder: string; place: string }> {
  const folder = path.join(aFolder(), 'shop')
  return { store: await aShop(folder), folder, place: path.join(aFolder(), 'backups') }
}

test('a backup holds the whole shop, pictures included, and the head of its audit trail', async () => {
  const { store, folder, place } = await aPlace()
  const backup = await backUp(store, folder, place)
  expect(backup).toMatchObject({ shopName: 'Tripods and more', madeAt: midway, orders: 2, auditEntries: 2 })
  expect(backup.name).toBe(`2018-04-12T06-30-00Z-${shop.slice(0, 8)}`)
  const copy = path.join(place, backup.name)
  expect(await stateIn(copy)).toEqual(await everything(store))
  expect(readFileSync(path.join(copy, 'pictures/picture-1.png'), 'utf8')).toBe('a picture')
  expect(filesIn(copy).filter((name) => name.includes('lock-'))).toEqual([])
  expect(await readManifest(machineDisk, copy)).toMatchObject({
    manifest: { audit: { sequence: 2, seal: (await store.read.audit.last())?.seal } },
  })
  expect((await listBackups(machineDisk, place, shop)).backups).toEqual([backup])
  await store.close()
})

test('commits go on while the backup is made, and it holds those of one instant', async () => {
  const { store, folder, place } = await aPlace()
  const states = [await everything(store)]
  let sequence = 2
  const disk = watchedDisk(async (deed) => {
    if (deed !== 'create') return
    sequence += 1
    await further(store, sequence)
    states.push(await everything(store))
  })
  const backup = await backUp(store, folder, place, {}, disk)
  expect(states.length).toBeGreaterThan(4)
  expect(states).toContainEqual(await stateIn(path.join(place, backup.name)))
  await store.close()
})

test('a snapshot waits for the copy and is made afterwards', async () => {
  const { store, folder, place } = await aPlace()
  const snapshots: Promise<void>[] = []
  const disk = watchedDisk((deed) => {
    if (deed === 'create') snapshots.push(store.snapshot())
  })
  const backup = await backUp(store, folder, place, {}, disk)
  await Promise.all(snapshots)
  expect(await stateIn(path.join(place, backup.name))).toEqual(await everything(store))
  await store.close()
})

test('whichever deed on the disk fails, no backup is there and the shop is as it was', async () => {
  const { store, folder, place } = await aPlace()
  const before = bytesIn(folder)
  let failing = 0
  for (let reached = true; reached; failing += 1) {
    let count = 0
    reached = false
    const disk = watchedDisk(() => {
      count += 1
      if (count <= failing) return
      reached = true
      throw new Error('No space left on the disk')
    })
    const made = await backUp(store, folder, place, {}, disk).then(
      () => true,
      () => false,
    )
    expect(made).toBe(!reached)
    const { backups, unusable } = await listBackups(machineDisk, place, shop)
    // The last deed makes the name of a complete backup durable.
    if (backups.length === 0) expect(unusable).toEqual([])
    for (const { name } of backups) expect(await stateIn(path.join(place, name))).toEqual(await everything(store))
    rmSync(place, { recursive: true, force: true })
  }
  expect(failing).toBeGreaterThan(20)
  expect(bytesIn(folder)).toEqual(before)
  await store.close()
})

test('what a crash left unfinished is no backup and is gone after the next one', async () => {
  const { store, folder, place } = await aPlace()
  const crash = new Error('killed')
  const disk = watchedDisk((deed, file) => {
    if (deed === 'removeFolder' || file.endsWith('backup.json')) throw crash
  })
  await expect(backUp(store, folder, place, {}, disk)).rejects.toBe(crash)
  expect(readdirSync(place)).toHaveLength(1)
  expect((await listBackups(machineDisk, place, shop)).backups).toEqual([])
  const backup = await backUp(store, folder, place, { at: later(midway, minute) })
  expect(readdirSync(place)).toEqual([backup.name])
  await store.close()
})

test('a copy that differs by one bit from what was read is never called a backup', async () => {
  const { store, folder, place } = await aPlace()
  let flipped = false
  const disk = watchedDisk((deed, file) => {
    // The disk spoils a file after it was written: the folders are made durable right after the last of them.
    if (deed !== 'syncFolder' || flipped || !existsSync(path.join(file, 'catalogue.json'))) return
    flipped = true
    flipBit(path.join(file, 'catalogue.json'))
  })
  await expect(backUp(store, folder, place, {}, disk)).rejects.toThrow('catalogue.json')
  expect(flipped).toBe(true)
  expect(readdirSync(place)).toEqual([])
  await store.close()
})

test('a shop whose closed documents have decayed since they were read is not backed up as sound', async () => {
  const { store, folder, place } = await aPlace()
  const [orders] = filesIn(folder).filter((name) => /^orders\/.*\.json$/u.test(name))
  flipBit(path.join(folder, orders ?? ''))
  await expect(backUp(store, folder, place)).rejects.toMatchObject({ file: orders })
  expect(readdirSync(place)).toEqual([])
  await store.close()
})

test('bytes after the last acknowledged commit are not taken along', async () => {
  const { store, folder, place } = await aPlace()
  const [journal] = filesIn(folder).filter((name) => name.startsWith('journal-'))
  appendFileSync(path.join(folder, journal ?? ''), 'frame of a write that is under way')
  const backup = await backUp(store, folder, place)
  expect(readFileSync(path.join(place, backup.name, journal ?? ''), 'utf8')).not.toContain('under way')
  expect(await stateIn(path.join(place, backup.name))).toEqual(await everything(store))
})

test('a backup is cancelled at any slice and leaves nothing behind', async () => {
  const { store, folder, place } = await aPlace()
  const told: number[] = []
  let total = 0
  await backUp(store, folder, place, {
    progress: (done, all) => {
      told.push(done)
      total = all
    },
  })
  expect(told).toEqual(told.toSorted((left, right) => left - right))
  expect(told.at(-1)).toBe(total)
  rmSync(place, { recursive: true, force: true })
  for (const cancelAt of told.keys()) {
    let calls = 0
    const progress = () => {
      calls += 1
      if (calls > cancelAt) throw new Error('cancelled')
    }
    await expect(backUp(store, folder, place, { progress })).rejects.toThrow('cancelled')
    expect(readdirSync(place)).toEqual([])
  }
  await store.close()
})

test('two backups of one second have names of their own', async () => {
  const { store, folder, place } = await aPlace()
  const [first, second] = [await backUp(store, folder, place), await backUp(store, folder, place)]
  expect(second.name).toBe(`${first.name}-2`)
  await store.close()
})

test('a list of files that was changed by one bit anywhere is not believed', async () => {
  const { store, folder, place } = await aPlace()
  const { name } = await backUp(store, folder, place)
  await store.close()
  const file = path.join(place, name, 'backup.json')
  const sound = readFileSync(file)
  for (let at = 0; at < sound.length; at += 7) {
    writeFileSync(file, sound)
    flipBit(file, at)
    expect(await readManifest(machineDisk, path.join(place, name))).toMatchObject({ kind: 'unusable' })
  }
  expect(await listBackups(machineDisk, place, shop)).toMatchObject({ backups: [], unusable: [{ name }] })
})

test('backups of another shop in the same folder are not listed as those of this one', async () => {
  const { store, folder, place } = await aPlace()
  await backUp(store, folder, place)
  expect((await listBackups(machineDisk, place, '0123456789abcdef')).backups).toEqual([])
  expect((await listBackups(machineDisk, place, null)).backups).toHaveLength(1)
  await store.close()
})
