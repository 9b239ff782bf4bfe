import { readdirSync } from 'node:fs'
import path from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createBackups, type Backups } from '../../../electron/backups/backups'
import { machineDisk } from '../../../electron/backups/disk'
import type { Shop } from '../../../electron/shop'
import { hour, later } from '../../../shared/time'
import { refusedBy } from '../../shared/builders'
import { anOffice, firstDay, type TestOffice } from '../../journeys/anOffice'
import { aFolder } from '../store/folders'

let office: TestOffice
let shop: Shop
let kept: string
let backups: Backups
/** Where backups are kept is read from the disk, which may take its time; opened, every such question is answered. */
let answers: { readonly open: () => void; readonly opened: Promise<void> }
/** How often it was asked where backups are kept. */
let asked: number
/** Called whenever something about backups has changed. */
let changed: () => void
/** Nothing is written to that folder before. */
let written: Promise<void>

beforeEach(async () => {
  office = await anOffice()
  const open = office.office.shop
  if (open === null) throw new Error('The shop is open.')
  shop = open
  kept = aFolder()
  asked = 0
  changed = () => undefined
  written = Promise.resolve()
  let release = (): void => undefined
  const opened = new Promise<void>((resolve) => (release = resolve))
  answers = { open: release, opened }
  backups = createBackups({
    disk: {
      ...machineDisk,
      makeFolder: async (folder) => {
        await written
        await machineDisk.makeFolder(folder)
      },
    },
    clock: office.clock,
    place: {
      usual: kept,
      async folder() {
        asked += 1
        await answers.opened
        return kept
      },
      choose: () => Promise.reject(new Error('Nobody chooses here.')),
    },
    choose: async () => null,
    changed: () => changed(),
    reportBug: (_event, error) => {
      throw error
    },
  })
})
afterEach(() => office.end())

/** Does that once, as soon as a backup or a restore is under way. */
function onceUnderWay<T>(deed: () => T): { readonly value: T | null } {
  const came: { value: T | null } = { value: null }
  changed = () => {
    if (backups.underWay !== null) came.value ??= deed()
  }
  return came
}

const made = (): readonly string[] => readdirSync(kept, { recursive: true, encoding: 'utf8' })
const aBackup = expect.stringMatching(new RegExp(`^own\\${path.sep}[^.]+$`, 'u')) as string

test('a daily backup that is about to begin when backups are stopped never begins, and stopping waits for its look', async () => {
  let looked = false
  const look = backups.makeIfDue(shop, 'own').then(() => (looked = true))
  await expect.poll(() => asked).toBe(1)
  let lookedBefore: boolean | null = null
  const stopped = backups.stop().then(() => (lookedBefore = looked))
  answers.open()
  await Promise.all([look, stopped])
  expect(lookedBefore).toBe(true)
  expect(made()).toEqual([])
})

test('after they were stopped, the backup that is due is made', async () => {
  answers.open()
  await backups.stop()
  await backups.makeIfDue(shop, 'own')
  expect(made()).toContainEqual(aBackup)
})

test('a daily backup that stopping cancels has not failed: the one that is due at closing is made at once', async () => {
  answers.open()
  const stopped = onceUnderWay(() => backups.stop())
  await backups.makeIfDue(shop, 'own')
  expect(stopped.value).not.toBeNull()
  await stopped.value
  expect(made()).not.toContainEqual(aBackup)
  await backups.makeIfDue(shop, 'own')
  expect(made()).toContainEqual(aBackup)
})

test('a daily backup that somebody cancels is put off for an hour', async () => {
  answers.open()
  const cancelled = onceUnderWay(() => backups.cancel())
  await backups.makeIfDue(shop, 'own')
  expect(cancelled.value).toBe(true)
  office.clock.set(later(firstDay, hour - 1))
  await backups.makeIfDue(shop, 'own')
  expect(made()).not.toContainEqual(aBackup)
  office.clock.set(later(firstDay, hour))
  await backups.makeIfDue(shop, 'own')
  expect(made()).toContainEqual(aBackup)
})

test('a backup that waits for the daily one never begins when backups are stopped', async () => {
  answers.open()
  let go = (): void => undefined
  written = new Promise<void>((resolve) => (go = resolve))
  const daily = backups.makeIfDue(shop, 'own')
  await expect.poll(() => backups.underWay).not.toBeNull()
  const before = asked
  const wished = backups.make(shop, 'own', 'asked for')
  await expect.poll(() => asked).toBe(before + 1)
  await setImmediate()
  const stopped = backups.stop()
  go()
  await Promise.all([daily, stopped])
  expect(refusedBy(await wished).code).toBe('cancelled')
  expect(made()).not.toContainEqual(aBackup)
})
