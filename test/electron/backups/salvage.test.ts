import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { machineDisk } from '../../../electron/backups/disk'
import { exportReadable, salvage } from '../../../electron/backups/salvage'
import { midway } from '../../shared/builders'
import { aFolder, bytesIn, filesIn } from '../store/folders'
import { someSettings } from '../store/records'
import { aShop } from './aBackup'

/** A closed shop: one order in documents, another one in the journal. */
async function aClosedShop(): Promise<string> {
  const live = path.join(aFolder(), 'live')
  const store = await aShop(live)
  // As a crash leaves it: closing would put everything into documents.
  const folder = aFolder()
  for (const [name, bytes] of bytesIn(live)) {
    if (name.startsWith('lock-')) continue
    await machineDisk.makeFolder(path.dirname(path.join(folder, name)))
    writeFileSync(path.join(folder, name), Buffer.from(bytes, 'latin1'))
  }
  await store.close()
  return folder
}

const fileOf = (folder: string, pattern: RegExp): string =>
  path.join(folder, filesIn(folder).find((name) => pattern.test(name)) ?? 'none')

test('everything is read of a sound shop', async () => {
  const salvaged = await salvage(machineDisk, await aClosedShop())
  expect([...salvaged.orders.values()].map(({ sequence }) => sequence)).toEqual([1, 2])
  expect(salvaged).toMatchObject({ settings: someSettings, unread: [] })
  expect([salvaged.campaigns.size, salvaged.products.size]).toEqual([1, 1])
})

test('of a document with a spoiled line all other records are read, and it is named', async () => {
  const folder = await aClosedShop()
  const catalogue = fileOf(folder, /catalogue/u)
  const lines = readFileSync(catalogue, 'utf8').split('\n')
  const spoiled = lines.map((line) => (line.includes('"product":') ? line.slice(0, 40) : line))
  writeFileSync(catalogue, spoiled.join('\n'))
  const { products, campaigns, orders, unread } = await salvage(machineDisk, folder)
  expect([products.size, campaigns.size, orders.size]).toEqual([0, 1, 2])
  expect(unread).toEqual([expect.stringMatching(/^catalogue\.json .*1 could not/u)])
})

test('of a spoiled journal every commit that still reads is taken', async () => {
  const folder = await aClosedShop()
  const journal = fileOf(folder, /journal/u)
  writeFileSync(journal, readFileSync(journal, 'utf8').replace(/^frame \d+/mu, 'frame 000000000000099'))
  const { orders, unread } = await salvage(machineDisk, folder)
  expect(orders.size).toBe(2)
  expect(unread).toHaveLength(1)
})

test('whichever file is missing or full of noise, the others are read and nothing throws', async () => {
  for (const pattern of [/catalogue/u, /orders\//u, /journal/u]) {
    for (const spoil of [
      (file: string) => rmSync(file),
      (file: string) => writeFileSync(file, Buffer.from(Array.from({ length: 999 }, (_, at) => (at * 77) % 256))),
    ]) {
      const folder = await aClosedShop()
      spoil(fileOf(folder, pattern))
      const { orders, campaigns } = await salvage(machineDisk, folder)
      expect(orders.size + campaigns.size).toBeGreaterThan(0)
    }
  }
})

test('the export holds every order, refund and campaign as a line, and leaves the shop as it is', async () => {
  const folder = await aClosedShop()
  const before = bytesIn(folder)
  const target = aFolder()
  const exported = await exportReadable(machineDisk, { shopFolder: folder, target, at: midway, reason: 'It is broken' })
  expect(exported).toMatchObject({ orders: 2, campaigns: 1, unread: [] })
  const written = (name: string) => readFileSync(path.join(exported.folder, name), 'utf8')
  expect(
    written('orders.ndjson')
      .trimEnd()
      .split('\n')
      .map((line) => (JSON.parse(line) as { sequence: number }).sequence),
  ).toEqual([1, 2])
  expect(written('what could not be read.txt')).toBe('It is broken\nEvery file could be read.\n')
  expect(written('campaigns.ndjson')).not.toContain(someSettings.auditKey)
  expect(bytesIn(folder)).toEqual(before)
})
