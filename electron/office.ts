import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { topics, type Changed, type Topic } from '../shared/changed'
import type { Reply, RequestInput, RequestName } from '../shared/requests'
import { assert, type Result } from '../shared/result'
import type { StaffActor } from '../shared/staff/actor'
import type { SheetDeed } from '../shared/sheets/requests'
import type { ShopKind } from '../shared/shop/requests'
import { createAlerts, type Alerts, type Notify } from './alerts/alerts'
import { createBackups } from './backups/backups'
import { machineDisk } from './backups/disk'
import { placeIn } from './backups/place'
import { createBulkDesk, type BulkDesk } from './bulk/bulkDesk'
import { createForecaster, type Forecaster, type Learn } from './forecast/forecaster'
import { learnHere } from './forecast/learn'
import { systemClock, type Clock } from './clock'
import { chosenFolder } from './chosenFolder'
import { createReportDesk, type OpenReport } from './reports/reportDesk'
import { createCourierFiles } from './courier/courierFiles'
import { createImports } from './imports/imports'
import { longDeeds } from './longDeed'
import { createReconciliations } from './reconcile/reconciliations'
import { createDoor, type Asking, type Door } from './requests/door'
import { createPasswords, type PasswordCost } from './session/password'
import { createProofs } from './session/proof'
import type { SaveFile } from './saveFile'
import { createSession } from './session/session'
import { createDuties, type Duties } from './settlement/duties'
import { picturesIn, type Shop, type Surroundings } from './shop'
import type { PrintPage } from './printPage'
import { createSheets, type FileChoice } from './sheets/sheets'
import { createShops, type FirstAccount, type Sample } from './shops'
import { openEmbeddedStore } from './store/embedded/openEmbeddedStore'

/** Asks with the types of the request; what the window and tests may send instead is anything. */
export interface Asker {
  ask<Name extends RequestName>(name: Name, input: RequestInput<Name>): Promise<Reply<Name>>
  answer(name: unknown, input: unknown): Promise<Result<unknown>>
}

/** Everything of the main process that works without Electron: one door, one session, the open shop, the duties. */
export interface Office extends Asker {
  /** Answers a window, which can print its page. */
  answerWindow(name: unknown, input: unknown, print: PrintPage): Promise<Result<unknown>>
  readonly shop: Shop | null
  /** Where the open shop's pictures are. */
  readonly picturesFolder: string | null
  /** Asks as that person, past the window's session but through the same schema, roles, handlers and audit trail. */
  as(actor: StaffActor): Asker
  /** Does now what is due without anyone asking; resolves when it is done. */
  doDuties(): Promise<void>
  /** Tells of every change, whoever made it. Returns how to stop listening. */
  watch(listener: (changed: Changed) => void): () => void
  /** Opens what was open when the program last ended. */
  openLast(): Promise<void>
  /** Makes a shop in that very, empty folder and opens it. Answers its first account, who holds all roles. */
  startIn(folder: string, input: FirstAccount): Promise<Result<StaffActor>>
  /** Opens the shop in that very folder. Throws CannotOpen where there is none. */
  openIn(folder: string): Promise<void>
  close(): Promise<void>
}

export interface OfficeOptions {
  /** The data folder of this run; exists. */
  readonly folder: string
  readonly clock?: Clock
  readonly sample?: Sample | null
  readonly passwordCost?: PasswordCost
  /** Where backups are kept unless a manager chooses another folder; without it this run keeps none. */
  readonly backupsFolder?: string
  /** Has a folder chosen by whoever sits at the window; null where they choose none. */
  readonly chooseFolder?: (title: string) => Promise<string | null>
  /** Has a place chosen for a file and writes it there; without it this run writes none. */
  readonly saveFile?: SaveFile
  /** Opens the page that makes a scheduled report, unseen; resolves when it is closed, and closes it early where it is told to. */
  readonly openReport?: OpenReport
  /** Has files chosen by whoever sits at the window; without it this run chooses none. */
  readonly files?: FileChoice
  /** Shows on the desktop what has turned urgent; without it this run shows nothing. */
  readonly notify?: Notify
  /** Learns from many past campaigns, which takes seconds; without it this run learns while it does nothing else. */
  readonly learn?: Learn
  readonly newId?: () => string
  readonly openStore?: Surroundings['openStore']
  readonly reportBug?: (event: string, error: unknown, request?: string) => void
}

export function createOffice(options: OfficeOptions): Office {
  const clock = options.clock ?? systemClock
  const reportBug = options.reportBug ?? (() => undefined)
  const surroundings: Surroundings = {
    clock,
    newId: options.newId ?? randomUUID,
    passwords: createPasswords(options.passwordCost),
    openStore: options.openStore ?? openEmbeddedStore,
    reportBug,
  }
  const listeners = new Set<(changed: Changed) => void>()
  const tell = (changed: Changed): void => listeners.forEach((listener) => listener(changed))
  const tellTopics = (...named: readonly Topic[]): void =>
    tell({ topics: named, productIds: [], campaignIds: [], orderIds: [] })

  const proofs = createProofs()
  const session = createSession(clock, proofs, () => tellTopics('session'))
  let attended: Attended | null = null

  const backups = createBackups({
    disk: machineDisk,
    clock,
    place: options.backupsFolder === undefined ? null : placeIn(options.folder, options.backupsFolder, machineDisk),
    choose: options.chooseFolder ?? (async () => null),
    changed: () => tellTopics('backups'),
    reportBug,
  })

  const choice = options.files ?? { newFile: async () => null, file: async () => null }
  const sheetDeeds = longDeeds<SheetDeed['deed']>({
    busy: 'An export or import is under way. Wait for it, or cancel it.',
    changed: () => tellTopics('sheets'),
    reportBug: (error) => reportBug('sheets', error),
  })
  const sheets = createSheets({ files: machineDisk, clock, choice, deeds: sheetDeeds, reportBug })
  const reports = createReportDesk({
    files: machineDisk,
    place: chosenFolder(path.join(options.folder, 'reports-folder'), machineDisk),
    choose: options.chooseFolder ?? (async () => null),
    session,
    openPage: options.openReport ?? (async () => undefined),
    changed: () => tellTopics('sheets'),
  })
  const imports = createImports({ files: machineDisk, clock, choice, deeds: sheetDeeds, reportBug })
  const courierFiles = createCourierFiles({ files: machineDisk, clock, choice, deeds: sheetDeeds })

  const reconciliations = createReconciliations({ clock, choice, deeds: sheetDeeds })

  const attend = (shop: Shop, kind: ShopKind): Attended => {
    const alerts = createAlerts({
      shop,
      actor: (of) => session.actor(of),
      notify: options.notify ?? (() => undefined),
      reportBug: (error) => reportBug('alerts', error),
    })
    const stopWatching = shop.store.watch((changed) => {
      tell(changed)
      alerts.lookSoon()
    })
    const forecaster = createForecaster(options.learn ?? learnHere)
    const bulk = createBulkDesk(shop, () => tellTopics('bulk'))
    const runBulkJobs = (): void => {
      bulk.run().catch((error: unknown) => reportBug('bulk', error))
    }
    const resumeImport = (): void => {
      imports.resume(shop).catch((error: unknown) => reportBug('import', error))
    }
    const duties = createDuties(shop, tell, () => {
      session.lockWhenIdle()
      runBulkJobs()
      resumeImport()
      void backups.makeIfDue(shop, kind)
      reports.writeDue(shop).catch((error: unknown) => reportBug('reports', error))
      alerts.lookSoon()
    })
    duties.run().catch((error: unknown) => reportBug('duties', error))
    void backups.makeIfDue(shop, kind)
    runBulkJobs()
    resumeImport()
    return { shop, kind, duties, bulk, forecaster, alerts, stopWatching }
  }

  const leave = async (leaving: Attended): Promise<void> => {
    leaving.stopWatching()
    await leaving.alerts.stop()
    // First: its page may be closing with all windows, which is no failure of the report.
    await reports.stop()
    await leaving.duties.stop()
    await leaving.bulk.stop()
    await backups.stop()
    await imports.stop()
    await sheets.stop()
  }

  const shops = createShops({
    dataFolder: options.folder,
    surroundings,
    sample: options.sample ?? null,
    savingChanged: () => tellTopics('shop'),
    opened(shop, kind) {
      session.signOut()
      attended = attend(shop, kind)
      tellTopics(...topics)
    },
    async reopened(shop, kind) {
      if (attended) await leave(attended)
      attended = attend(shop, kind)
      tellTopics(...topics)
    },
    async closing() {
      session.signOut()
      const leaving = attended
      attended = null
      tellTopics(...topics)
      if (leaving === null) return
      await leave(leaving)
      await backups.makeIfDue(leaving.shop, leaving.kind)
    },
    backups,
  })

  const door = createDoor({
    shops,
    session,
    proofs,
    backups,
    saveFile: options.saveFile ?? (async () => null),
    sheets,
    imports,
    reports,
    courierFiles,
    reconciliations,
    reportBug,
    bulk: (shop) => {
      assert(attended?.shop === shop, 'the open shop is attended')
      return attended.bulk
    },
    forecaster: (shop) => {
      assert(attended?.shop === shop, 'the open shop is attended')
      return attended.forecaster
    },
    runSettlements: () => {
      attended?.duties.run().catch((error: unknown) => reportBug('settlement', error))
    },
  })

  return {
    ...askerBy(door, { kind: 'window' }),
    answerWindow: (name, input, print) => door({ kind: 'window', print }, name, input),
    as: (actor) => askerBy(door, { kind: 'vouched', actor }),
    get shop() {
      return shops.current
    },
    get picturesFolder() {
      return shops.current === null ? null : picturesIn(shops.current.folder)
    },
    doDuties: async () => {
      session.lockWhenIdle()
      await attended?.duties.run()
      await attended?.bulk.run()
      await attended?.alerts.look()
    },
    watch(listener) {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    openLast: () => shops.openLast(),
    startIn: (folder, input) => shops.startIn(folder, input),
    openIn: (folder) => shops.openIn(folder),
    close: () => shops.leave(),
  }
}

/** A shop that is open, with all that goes on in it. */
interface Attended {
  readonly shop: Shop
  readonly kind: ShopKind
  readonly duties: Duties
  readonly bulk: BulkDesk
  readonly forecaster: Forecaster
  readonly alerts: Alerts
  readonly stopWatching: () => void
}

function askerBy(door: Door, asking: Asking): Asker {
  return {
    // The door answers a request with what the handler of that name answers.
    ask: <Name extends RequestName>(name: Name, input: RequestInput<Name>) =>
      door(asking, name, input) as Promise<Reply<Name>>,
    answer: (name, input) => door(asking, name, input),
  }
}
