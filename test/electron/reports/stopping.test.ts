import { randomUUID } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { machineDisk } from '../../../electron/backups/disk'
import { createReportDesk, type OpenReport } from '../../../electron/reports/reportDesk'
import type { Shop } from '../../../electron/shop'
import { id as scheduleId, type ScheduleId } from '../../../shared/ids'
import { ok } from '../../../shared/result'
import { allowed, refusedBy } from '../../shared/builders'
import { anOffice, done, password, type TestOffice } from '../../journeys/anOffice'
import { allEntries } from '../audit/allEntries'
import { aFolder } from '../store/folders'

let shop: TestOffice
/** Where reports are written. */
let folder: string
let id: ScheduleId
/** What the page of a report does until it is closed. */
let page: OpenReport
/** How often a page was opened. */
let opened: number

beforeEach(async () => {
  folder = aFolder()
  opened = 0
  shop = await anOffice({
    chooseFolder: async () => folder,
    openReport: (schedule, stopped) => {
      opened += 1
      return page(schedule, stopped)
    },
  })
  id = scheduleId<ScheduleId>(randomUUID())
  await signIn()
  allowed(await shop.office.ask('sheets.chooseReportFolder', {}))
  await done(shop.office, 'schedules.add', { id, report: 'portfolio', dashboardId: null, every: 'day' })
})
afterEach(() => shop.end())

const signIn = async () => allowed(await shop.office.ask('session.signIn', { signInName: 'meera', password }))

/** What the page sends when its report is drawn. */
const deliver = (print: () => Promise<Uint8Array>) =>
  shop.office.answerWindow('sheets.deliverReport', { id, charts: [] }, print)

const untilStopped: OpenReport = (_schedule, stopped) =>
  new Promise((resolve) => stopped.addEventListener('abort', () => resolve()))

const openShop = (): Shop => {
  const { shop: open } = shop.office
  if (open === null) throw new Error('The shop is open.')
  return open
}

const actions = async () => (await allEntries(openShop().store.read)).map(({ action }) => action)

test('closing the shop closes the page of a report, and waits until it is closed; it is no failure', async () => {
  let closed = false
  page = async (...given) => {
    await untilStopped(...given)
    await openShopIsRead()
    closed = true
  }
  const store = openShop().store
  const openShopIsRead = () => store.read.settings.get()
  const asked = shop.office.ask('sheets.writeReport', { id })
  const another = shop.office.ask('sheets.writeReport', { id })
  await expect.poll(() => opened).toBe(1)
  await shop.office.close()
  expect(closed).toBe(true)
  expect([refusedBy(await asked).code, refusedBy(await another).code]).toEqual(['cancelled', 'cancelled'])
  expect([opened, readdirSync(folder)]).toEqual([1, []])

  await shop.restart()
  await signIn()
  expect(await actions()).not.toContain('reports.fail')
  expect(allowed(await shop.office.ask('schedules.list', {}))).toMatchObject([{ writtenFor: null, problem: null }])
})

test('a report whose page has it ready is written before the shop closes', async () => {
  let print = (): void => undefined
  const printed = new Promise<Uint8Array>((resolve) => (print = () => resolve(Buffer.from('%PDF'))))
  let printing = false
  let closedEarly = false
  page = async (_schedule, stopped) => {
    await deliver(async () => {
      printing = true
      const bytes = await printed
      closedEarly = stopped.aborted
      return bytes
    })
  }
  const asked = shop.office.ask('sheets.writeReport', { id })
  await expect.poll(() => printing).toBe(true)
  const closing = shop.office.close()
  print()
  await closing
  expect(allowed(await asked)).toEqual({ written: true })
  expect(closedEarly).toBe(false)
  expect(readdirSync(folder)).toEqual([expect.stringMatching(/^Portfolio.*\.pdf$/u)])

  await shop.restart()
  await signIn()
  expect(await actions()).toContain('reports.write')
})

test('a look for due reports that is under way opens no page any more, and is waited for; afterwards one is opened again', async () => {
  let answer = (): void => undefined
  let asked = 0
  const answered = new Promise<void>((resolve) => (answer = resolve))
  page = async () => undefined
  const desk = createReportDesk({
    files: machineDisk,
    place: {
      async folder() {
        asked += 1
        await answered
        return folder
      },
      choose: () => Promise.reject(new Error('Nobody chooses here.')),
    },
    choose: async () => null,
    session: { actor: async () => ok(shop.manager) },
    openPage: async () => {
      opened += 1
    },
    changed: () => undefined,
  })
  let looked = false
  const look = desk.writeDue(openShop()).then(() => (looked = true))
  await expect.poll(() => asked).toBe(1)
  let lookedBefore: boolean | null = null
  const stopped = desk.stop().then(() => (lookedBefore = looked))
  answer()
  await Promise.all([look, stopped])
  expect([lookedBefore, opened]).toEqual([true, 0])
  await desk.writeDue(openShop())
  expect(opened).toBe(1)
})
