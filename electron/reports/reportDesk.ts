import path from 'node:path'
import { mainMarket } from '../../shared/overview/overview'
import { marketFacts } from '../../shared/campaigns/market'
import { id as commandId, type CommandId, type ScheduleId } from '../../shared/ids'
import type { ChartTable } from '../../shared/reports/chartTable'
import { isDue } from '../../shared/reports/schedules/due'
import { scheduleName } from '../../shared/reports/schedules/scheduleName'
import type { ReportSchedule } from '../../shared/reports/schedules/schedule'
import { ok, refuse, type Refused, type Result } from '../../shared/result'
import type { ReportFolder } from '../../shared/sheets/requests'
import { actorName, program, type Actor, type StaffActor } from '../../shared/staff/actor'
import { dayOf, fullTime, type Day, type Zone } from '../../shared/time'
import { changesOf } from '../audit/changes'
import { openTrail } from '../audit/trail'
import type { ChosenFolder } from '../chosenFolder'
import { reasonIn } from '../longDeed'
import type { PrintPage } from '../printPage'
import { refuseNotSaved } from '../requests/notSaved'
import { campaignViews } from '../requests/views'
import type { Session } from '../session/session'
import { settingsOf } from '../settings'
import { fileNameFor } from '../sheets/about'
import { chartCsv } from '../sheets/chartBytes'
import { once } from '../sheets/wholeFile'
import { writeBeside } from '../sheets/writeBeside'
import type { Shop } from '../shop'
import type { Files } from '../store/embedded/files'
import { NotSaved } from '../store/store'

/** A report that its page has ready. */
export interface MadeReport {
  readonly id: ScheduleId
  readonly charts: readonly { readonly name: string; readonly table: ChartTable }[]
}

/** Reports that are written to a folder: due by what was written last, made by a page that nobody sees. */
export interface ReportDesk {
  folder(): Promise<ReportFolder>
  chooseFolder(): Promise<Result<ReportFolder>>
  /** Has every report made that is due, one after the other, while a manager is signed in. What failed is not tried again the same day. */
  writeDue(shop: Shop): Promise<void>
  /** Has that one made now; answers whether it was written. */
  writeNow(shop: Shop, id: ScheduleId): Promise<Result<{ readonly written: boolean }>>
  /** Prints and writes what the page has ready; refused where it is not written any more. */
  deliver(
    shop: Shop,
    by: StaffActor,
    made: MadeReport,
    print: PrintPage,
  ): Promise<Result<{ readonly files: readonly string[] }>>
  /** Closes the page that is open, which is made another time, and resolves when nothing is read or written any more. */
  stop(): Promise<void>
}

/** Closes the page before its time where it is told to. */
export type OpenReport = (schedule: ReportSchedule, stopped: AbortSignal) => Promise<void>

interface ReportDeskParts {
  readonly files: Files
  readonly place: ChosenFolder
  readonly choose: (title: string) => Promise<string | null>
  readonly session: Pick<Session, 'actor'>
  /** Opens the page that makes the report, unseen; resolves when it is closed. */
  readonly openPage: OpenReport
  readonly changed: () => void
}

export function createReportDesk({ files, place, choose, session, openPage, changed }: ReportDeskParts): ReportDesk {
  /** The day on which each was last tried, by this run of the program. */
  const tried = new Map<ScheduleId, Day>()
  let turn: Promise<unknown> = Promise.resolve()
  /** What a page has ready, while it is written. */
  let delivery: Promise<unknown> = Promise.resolve()
  let stopping = new AbortController()

  /** One page at a time. */
  const inTurn = <T>(deed: (stopped: AbortSignal) => Promise<T>): Promise<T> => {
    const { signal } = stopping
    const next = turn.then(() => deed(signal))
    turn = next.catch(() => undefined)
    return next
  }

  async function make(shop: Shop, id: ScheduleId, today: Day, stopped: AbortSignal): Promise<boolean> {
    const before = await scheduleIn(shop, id)
    if (before === undefined || isStopped(stopped)) return false
    tried.set(id, today)
    await openPage(before, stopped)
    const after = await scheduleIn(shop, id)
    if (after?.writtenFor === today && after.problem === null) return true
    if (isStopped(stopped)) {
      tried.delete(id)
      return false
    }
    if (after !== undefined && after.problem === null && after.writtenFor === before.writtenFor)
      await note(shop, id, { problem: 'The page of the report could not be made.' }, failed)
    return false
  }

  return {
    folder: async () => ({ folder: await place.folder() }),
    async chooseFolder() {
      const wished = await choose('Choose the folder for reports')
      if (wished !== null) {
        const chosen = await place.choose(path.resolve(wished))
        if (!chosen.ok) return chosen
        tried.clear()
        changed()
      }
      return ok({ folder: await place.folder() })
    },
    writeDue: (shop) =>
      inTurn(async (stopped) => {
        if ((await place.folder()) === null) return
        for (const { id } of (await settingsOf(shop.store.read)).reportSchedules) {
          const actor = await session.actor(shop)
          if (isStopped(stopped) || !actor.ok || !actor.value.roles.includes('manager')) return
          const today = await todayIn(shop)
          const schedule = await scheduleIn(shop, id)
          if (schedule === undefined || !isTheirs(schedule, actor.value)) continue
          if (isDue(schedule, today) && tried.get(id) !== today) await make(shop, id, today, stopped)
        }
      }),
    writeNow: (shop, id) =>
      inTurn(async (stopped) => {
        if (isStopped(stopped)) return refuseClosing()
        if ((await place.folder()) === null)
          return refuse('no-folder', 'Choose the folder that reports are written to first.')
        const written = await make(shop, id, await todayIn(shop), stopped)
        return isStopped(stopped) && !written ? refuseClosing() : ok({ written })
      }),
    deliver(shop, by, made, print) {
      const delivered = deliver(shop, by, made, print)
      delivery = delivered.catch(() => undefined)
      return delivered
    },
    async stop() {
      const leaving = stopping
      stopping = new AbortController()
      // What a page has ready is written; until then its page is needed.
      await delivery
      leaving.abort()
      await turn
    },
  }

  async function deliver(
    shop: Shop,
    by: StaffActor,
    made: MadeReport,
    print: PrintPage,
  ): Promise<Result<{ readonly files: readonly string[] }>> {
    const folder = await place.folder()
    const schedule = await scheduleIn(shop, made.id)
    if (folder === null || schedule === undefined)
      return refuse('no-such-schedule', 'This report is not written any more.')
    try {
      return ok({ files: await write(shop, by, { ...made, schedule }, folder, print) })
    } catch (error) {
      if (error instanceof NotSaved) return refuseNotSaved()
      const problem = `The files could not be written (${reasonIn(error)}).`
      await note(shop, made.id, { problem }, failed)
      return refuse('not-written', `${problem} Choose another folder.`)
    }
  }

  async function write(
    shop: Shop,
    by: StaffActor,
    { id, charts, schedule }: MadeReport & { readonly schedule: ReportSchedule },
    folder: string,
    print: PrintPage,
  ): Promise<readonly string[]> {
    const at = shop.clock.now()
    const zone = await zoneOf(shop)
    const owner = await shop.store.read.staff.one(schedule.byId)
    const name = scheduleName(schedule, owner?.dashboards ?? [])
    const exporter = { shopName: shop.name, name: by.name, at, zone }
    const pdf = await print({ shop: shop.name, page: name, at: fullTime(at, zone) })
    const contents = [
      { file: fileNameFor({ name, words: [] }, exporter, 'pdf'), bytes: pdf },
      ...charts.map((chart) => ({
        file: fileNameFor({ name, words: [chart.name] }, exporter, 'csv'),
        bytes: Buffer.from(chartCsv(chart.table)),
      })),
    ]
    const written: string[] = []
    for (const [index, { file, bytes }] of contents.entries()) {
      const last = index === contents.length - 1
      const noteIt = async (): Promise<void> => {
        if (!last) return
        const summary = `Wrote the report “${name}” to its folder, ${String(contents.length)} files`
        await note(shop, id, { writtenFor: dayOf(at, zone), problem: null }, { by, action: 'reports.write', summary })
      }
      await writeBeside(files, path.join(folder, file), once(bytes), noteIt)
      written.push(file)
    }
    return written
  }
}

const scheduleIn = async (shop: Shop, id: ScheduleId): Promise<ReportSchedule | undefined> =>
  (await settingsOf(shop.store.read)).reportSchedules.find((each) => each.id === id)

/** Asked anew each time: it changes while something is waited for. */
const isStopped = (stopped: AbortSignal): boolean => stopped.aborted

const refuseClosing = (): Refused => refuse('cancelled', 'The shop is being closed. The report was not written.')

/** A dashboard is its owner's: it is made while they are at the window. */
const isTheirs = ({ report, byId }: ReportSchedule, actor: StaffActor): boolean =>
  report !== 'dashboard' || byId === actor.staffId

/** Days are those of the shop's main market, as on the pages. */
async function zoneOf(shop: Shop): Promise<Zone> {
  const campaigns = await campaignViews(shop.store.read, shop.clock.now())
  return marketFacts[mainMarket(campaigns)].zone
}

const todayIn = async (shop: Shop): Promise<Day> => dayOf(shop.clock.now(), await zoneOf(shop))

type Noted = Partial<Pick<ReportSchedule, 'writtenFor' | 'problem'>>

interface NotedDeed {
  readonly by: Actor
  readonly action: string
  readonly summary: string
}

const failed: NotedDeed = { by: program, action: 'reports.fail', summary: 'Could not write a report to its folder' }

/** Keeps what came of a report, with its entry in the trail. */
const note = (shop: Shop, id: ScheduleId, noted: Noted, { by, action, summary }: NotedDeed): Promise<void> =>
  shop.store.transact(async (tx) => {
    const settings = await settingsOf(tx.read)
    const change = (each: ReportSchedule): ReportSchedule => (each.id === id ? { ...each, ...noted } : each)
    tx.settings.put({ ...settings, reportSchedules: settings.reportSchedules.map(change) })
    const trail = await openTrail(tx)
    trail.append({
      commandId: commandId<CommandId>(shop.newId()),
      inputDigest: '',
      action,
      at: shop.clock.now(),
      byId: by.kind === 'staff' ? by.staffId : null,
      byName: actorName(by),
      subject: {},
      summary,
      changes: changesOf(tx.puts()),
      reply: null,
    })
  })
