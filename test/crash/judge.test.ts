import { cp, mkdtemp, rm } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openEmbeddedStore } from '../../electron/store/embedded/openEmbeddedStore'
import { id, type OrderId } from '../../shared/ids'
import { makeBase, type Base } from './base'
import { judge, type Memory } from './judge'
import type { Told } from './lines'
import { inMemory } from '../memory'

let parent: string
let base: Base
beforeAll(async () => {
  parent = await mkdtemp(path.join(inMemory, 'judge-'))
  base = await makeBase(parent, 3)
})
afterAll(() => rm(parent, { recursive: true, force: true }))

const fresh = (): Memory => ({ entries: 0, lastSeal: '', at: base.at, paidOut: new Map() })

async function aLife(): Promise<string> {
  const folder = await mkdtemp(path.join(parent, 'life-'))
  await cp(base.folder, folder, { recursive: true })
  return folder
}

test('a folder that holds all that was saved is found to be right, twice over', async () => {
  const folder = await aLife()
  const memory = fresh()
  for (const leaveIt of [true, false, true]) {
    const { lost, halves, doubleRefunds } = await judge(folder, [], memory, leaveIt)
    expect([lost, halves, doubleRefunds]).toEqual([[], [], []])
  }
  expect(memory.entries).toBeGreaterThan(10)
})

test('a command that was saved and is gone is lost, and so is one with another answer', async () => {
  const told: readonly Told[] = [{ kind: 'saved', commandId: 'never-seen', reply: null }]
  expect((await judge(base.folder, told, fresh(), true)).lost).toHaveLength(1)
  const store = await openEmbeddedStore(await aLife())
  const last = await store.read.audit.last()
  await store.close()
  const other: readonly Told[] = [{ kind: 'saved', commandId: last?.commandId ?? '', reply: 'another' }]
  expect((await judge(base.folder, other, fresh(), true)).lost).toHaveLength(1)
})

test('a trail that is shorter than it was is a loss', async () => {
  const memory = fresh()
  await judge(base.folder, [], memory, true)
  const longer = { ...memory, entries: memory.entries + 1 }
  expect((await judge(base.folder, [], longer, true)).lost).toHaveLength(1)
})

test('an order without its entry in the trail is half a commit', async () => {
  const folder = await aLife()
  const store = await openEmbeddedStore(folder)
  await store.transact(async (tx) => {
    const order = await tx.orders.get(id<OrderId>('o0000000001'))
    if (order) tx.orders.put({ ...order, payments: [] })
  })
  await store.close()
  expect((await judge(folder, [], fresh(), true)).halves).not.toEqual([])
})

test('money that leaves twice under two keys is a double refund, under one key it is not', async () => {
  const paid = { kind: 'bank', paymentId: 'o0000000001-p1', amount: 109_900 } as const
  const one: readonly Told[] = [
    { ...paid, key: 'a' },
    { ...paid, key: 'a' },
  ]
  expect((await judge(base.folder, one, fresh(), true)).doubleRefunds).toEqual([])
  const two: readonly Told[] = [...one, { ...paid, key: 'b' }]
  expect((await judge(base.folder, two, fresh(), true)).doubleRefunds).toHaveLength(1)
})
