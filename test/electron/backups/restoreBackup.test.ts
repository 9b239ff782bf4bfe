import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { machineDisk, type Disk } from '../../../electron/backups/disk'
import { dropLeftovers, finishSwap, stageRestore, swapIn } from '../../../electron/backups/restoreBackup'
import { openEmbeddedStore } from '../../../electron/store/embedded/openEmbeddedStore'
import { refusedBy } from '../../shared/builders'
import { midway } from '../../shared/builders'
import { aFolder, bytesIn, filesIn } from '../store/folders'
import { everything } from '../store/records'
import { aShop, backUp, flipBit, further, shop, stateIn, watchedDisk } from './aBackup'

interface Scene {
  readonly shops: string
  readonly shopFolder: string
  readonly backup: string
  /** What the shop held when it was backed up, and what it holds now. */
  readonly then: unknown
  readonly now: unknown
}

/** A closed shop that has gone on since its backup. */
async function aScene(): Promise<Scene> {
  const shops = aFolder()
  const shopFolder = path.join(shops, 'own')
  const place = aFolder()
  const store = await aShop(shopFolder)
  const { name } = await backUp(store, shopFolder, place)
  const then = await everything(store)
  await further(store, 3)
  const now = await everything(store)
  await store.close()
  return { shops, shopFolder, backup: path.join(place, name), then, now }
}

const noProgress = () => undefined

async function restore({ shopFolder, backup }: Scene, disk: Disk = machineDisk): Promise<string | null> {
  const staged = await stageRestore(disk, { backup, shopFolder, shop, progress: noProgress })
  if (!staged.ok) throw new Error(staged.refusal.message)
  return swapIn(disk, shopFolder, midway)
}

test('a restored shop is the shop of the backup, and the one before is kept under a name with its date', async () => {
  const scene = await aScene()
  const aside = await restore(scene)
  expect(await stateIn(scene.shopFolder)).toEqual(scene.then)
  expect(aside).toBe(`${scene.shopFolder}.replaced-2018-04-12T06-30-00Z`)
  expect(await stateIn(aside ?? '')).toEqual(scene.now)
  expect(readFileSync(path.join(scene.shopFolder, 'pictures/picture-1.png'), 'utf8')).toBe('a picture')
  const opened = await openEmbeddedStore(scene.shopFolder)
  await further(opened, 3)
  await opened.close()
  expect(filesIn(scene.shops).filter((name) => name.includes('lock-'))).toEqual([])
})

test('a backup is restored where there is no shop any more', async () => {
  const scene = await aScene()
  rmSync(scene.shopFolder, { recursive: true })
  expect(await restore(scene)).toBeNull()
  expect(await stateIn(scene.shopFolder)).toEqual(scene.then)
})

test('killed before any deed on the disk, the old or the new shop is whole, and nothing of the old one is lost', async () => {
  const scene = await aScene()
  const kills: { readonly deed: string; readonly copy: string }[] = []
  const disk = watchedDisk((deed, place) => {
    const copy = aFolder()
    cpSync(scene.shops, copy, { recursive: true, filter: (file) => !path.basename(file).startsWith('lock-') })
    kills.push({ deed: `${deed} ${path.basename(place)}`, copy })
  })
  await restore(scene, disk)
  expect(kills.length).toBeGreaterThan(25)
  const outcomes = new Set<string>()
  for (const { deed, copy } of kills) {
    const shopFolder = path.join(copy, 'own')
    await finishSwap(machineDisk, shopFolder)
    const state = await stateIn(shopFolder)
    expect([scene.then, scene.now], deed).toContainEqual(state)
    const kept = readdirSync(copy).filter((name) => name.startsWith('own.replaced-'))
    const isOld = JSON.stringify(state) === JSON.stringify(scene.now)
    outcomes.add(isOld ? 'old' : 'new')
    expect(kept, deed).toHaveLength(isOld ? 0 : 1)
    for (const name of kept) expect(await stateIn(path.join(copy, name)), deed).toEqual(scene.now)
    await dropLeftovers(machineDisk, shopFolder)
    expect(readdirSync(copy).toSorted(), deed).toEqual(['own', ...kept])
  }
  expect(outcomes).toEqual(new Set(['old', 'new']))
})

test('whichever deed on the disk fails, the old or the new shop is whole', async () => {
  for (let failing = 0, reached = true; reached; failing += 1) {
    const scene = await aScene()
    let count = 0
    reached = false
    const disk = watchedDisk(() => {
      count += 1
      if (count !== failing + 1) return
      reached = true
      throw new Error('the disk refused')
    })
    const failed = await restore(scene, disk).then(
      () => false,
      () => true,
    )
    await finishSwap(machineDisk, scene.shopFolder)
    const state = await stateIn(scene.shopFolder)
    if (failed) expect([scene.then, scene.now]).toContainEqual(state)
    else expect(state).toEqual(scene.then)
  }
}, 60_000)

test('a restore can be repeated after it broke off anywhere', async () => {
  const scene = await aScene()
  let left = 25
  const disk = watchedDisk(() => {
    left -= 1
    if (left === 0) throw new Error('killed')
  })
  await expect(restore(scene, disk)).rejects.toThrow('killed')
  await finishSwap(machineDisk, scene.shopFolder)
  await restore(scene)
  expect(await stateIn(scene.shopFolder)).toEqual(scene.then)
})

/** Stages a spoiled backup, which must be refused with nothing changed. */
async function refusal(scene: Scene, of: string | null = shop): Promise<{ code: string; message: string }> {
  const before = bytesIn(scene.shops)
  const staged = await stageRestore(machineDisk, { ...scene, shop: of, progress: noProgress })
  expect(bytesIn(scene.shops)).toEqual(before)
  expect(readdirSync(scene.shops)).toEqual(['own'])
  return refusedBy(staged)
}

test('damage in any file of a backup is refused with the name of the backup and of the file', async () => {
  const scene = await aScene()
  const files = filesIn(scene.backup)
  expect(files.length).toBeGreaterThan(4)
  for (const name of files) {
    const file = path.join(scene.backup, name)
    const sound = readFileSync(file)
    for (const spoil of [() => flipBit(file), () => writeFileSync(file, sound.subarray(0, -1)), () => rmSync(file)]) {
      spoil()
      const { code, message } = await refusal(scene)
      expect(message).toContain(path.basename(scene.backup))
      if (name !== 'backup.json') expect({ code, message }).toMatchObject({ code: 'unusable-backup' })
      if (name !== 'backup.json') expect(message).toContain(name)
      writeFileSync(file, sound)
    }
  }
})

/** Writes the list of files anew, checksums and all, as another program would have. */
function rewriteManifest(backup: string, change: (manifest: Record<string, unknown>) => Record<string, unknown>): void {
  const file = path.join(backup, 'backup.json')
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n')
  const text = `${JSON.stringify(change(JSON.parse(lines.slice(0, -1).join('\n')) as Record<string, unknown>))}\n`
  writeFileSync(file, `${text}${createHash('sha256').update(text).digest('hex')}\n`)
}

test('a backup that a newer program wrote is refused, be it newer itself or the shop in it', async () => {
  const scene = await aScene()
  rewriteManifest(scene.backup, (manifest) => ({ ...manifest, format: 2 }))
  expect((await refusal(scene)).message).toContain('newer version')

  const other = await aScene()
  const catalogue = path.join(other.backup, 'catalogue.json')
  const newer = readFileSync(catalogue, 'utf8').replace(/^\{"schema":\d+,/u, '{"schema":1000,')
  writeFileSync(catalogue, newer)
  const sha256 = createHash('sha256').update(newer).digest('hex')
  rewriteManifest(other.backup, (manifest) => ({
    ...manifest,
    files: (manifest['files'] as { name: string }[]).map((file) =>
      file.name === 'catalogue.json' ? { ...file, sha256 } : file,
    ),
  }))
  expect(await refusal(other)).toMatchObject({ code: 'unusable-backup' })
})

test('a backup of another shop is refused by its name', async () => {
  const scene = await aScene()
  expect(await refusal(scene, '0123456789abcdef')).toMatchObject({
    code: 'foreign-backup',
    message: expect.stringContaining('Tripods and more') as string,
  })
})

test('a list of files that leads out of the backup is not believed', async () => {
  for (const name of ['../elsewhere', '/etc/passwd', 'orders/../../x', 'C:\\x', 'a\\b', 'backup.json', '.']) {
    const scene = await aScene()
    rewriteManifest(scene.backup, (manifest) => ({ ...manifest, files: [{ name, bytes: 1, sha256: '00' }] }))
    expect(await refusal(scene)).toMatchObject({ code: 'unusable-backup' })
  }
})

test('numbers that do not agree with the list of files are noticed', async () => {
  const scene = await aScene()
  rewriteManifest(scene.backup, (manifest) => ({ ...manifest, facts: '00' }))
  expect((await refusal(scene)).message).toContain('numbers')
})

test('a folder that is no backup is refused', async () => {
  const scene = await aScene()
  const empty = aFolder()
  expect(await refusal({ ...scene, backup: empty })).toMatchObject({ code: 'no-such-backup' })
  mkdirSync(path.join(empty, 'orders'))
  expect(await refusal({ ...scene, backup: path.join(empty, 'nothing') })).toMatchObject({ code: 'no-such-backup' })
})

test('a shop that is open is not replaced', async () => {
  const scene = await aScene()
  const store = await openEmbeddedStore(scene.shopFolder)
  await expect(restore(scene)).rejects.toThrow('in use')
  expect(existsSync(`${scene.shopFolder}.replaced-2018-04-12T06-30-00Z`)).toBe(false)
  expect(await everything(store)).toEqual(scene.now)
  await store.close()
})
