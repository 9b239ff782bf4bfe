import { readdirSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createBackups, type Backups } from '../../../electron/backups/backups'
import { machineDisk } from '../../../electron/backups/disk'
import type { Shop } from '../../../electron/shop'
import { anOffice, type TestOffice } from '../../journeys/anOffice'
import { aFolder } from '../store/folders'

let office: TestOffice
let shop: Shop
let kept: string
let backups: Backups
/** Where backups are kept is read from the disk, which may take its time; opened, every such question is answered. */
let answers: { readonly open: () => void; readonly opened: Promise<void> }
/** How often it was asked where backups are kept. */
let asked: number

beforeEach(async () => {
  office = await anOffice()
  const open = office.office.shop
  if (open === null) throw new Error('The shop is open.')
  shop = open
  kept = aFolder()
  asked = 0
  let release = (): void => undefined
  const opened = new Promise<void>((resolve) => (release = resolve))
  answers = { open: release, opened }
  backups = createBackups({
    disk: machineDisk,
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
    changed: () => undefined,
    reportBug: (_event, error) => {
      throw error
    },
  })
})
afterEach(() => office.end())

const made = (): readonly string[] => readdirSync(kept, { recursive: true, encoding: 'utf8' })

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
  expect(made()).toContainEqual(expect.stringMatching(new RegExp(`^own\\${path.sep}[^.]+$`, 'u')))
})
