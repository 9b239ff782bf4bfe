import path from 'node:path'
import { countCell, textCell } from '../../shared/cell'
import { ok, refuse, type Refused, type Result } from '../../shared/result'
import { guessMapping } from '../../shared/sheets/fields'
import { importFields, type ImportMapping } from '../../shared/sheets/importFields'
import { rememberedOf } from '../../shared/sheets/remembered'
import type { ChosenImport, ExportedSheet, ImportReport, RowProblem, SheetDeed } from '../../shared/sheets/requests'
import type { StaffActor } from '../../shared/staff/actor'
import type { Clock } from '../clock'
import { reasonIn, type LongDeeds } from '../longDeed'
import { settingsOf } from '../settings'
import { csvBytes } from '../sheets/csvBytes'
import { filesAtHand } from '../sheets/fileAtHand'
import type { FileChoice } from '../sheets/sheets'
import { writeBeside } from '../sheets/writeBeside'
import type { Shop } from '../shop'
import type { Files } from '../store/embedded/files'
import { NotSaved } from '../store/store'
import { checkFile } from './checkFile'
import { decideImport } from './decideImport'
import { ImportDamaged, runImport } from './runImport'
import { dropStaged } from './stagedOrders'

export interface ImportAsked {
  readonly fileId: string
  readonly mapping: ImportMapping
  /** What the rehearsal came to. */
  readonly orders: number
}

/** Orders from a storefront's file: chosen, mapped, rehearsed, and then all of them or none. */
export interface Imports {
  /** Null where no file was chosen. */
  choose(shop: Shop): Promise<Result<ChosenImport | null>>
  rehearse(shop: Shop, by: StaffActor, fileId: string, mapping: ImportMapping): Promise<Result<ImportReport>>
  /** Writes the last rehearsal's problems into a file that is chosen; null where none was. */
  saveProblems(): Promise<Result<ExportedSheet | null>>
  /** Answers when all of them are in. */
  start(shop: Shop, by: StaffActor, asked: ImportAsked): Promise<Result<{ readonly orders: number }>>
  /** Goes on with what was decided before, where there is anything. */
  resume(shop: Shop): Promise<void>
  /** Ends; resolves when what was under way, or about to go on, has come to a stop: nothing is read or written any more. */
  stop(): Promise<void>
}

export interface ImportsOptions {
  readonly files: Files
  readonly clock: Clock
  readonly choice: FileChoice
  readonly deeds: LongDeeds<SheetDeed['deed']>
  readonly reportBug: (event: string, error: unknown) => void
}

export function createImports({ files, clock, choice, deeds, reportBug }: ImportsOptions): Imports {
  const atHand = filesAtHand(choice, 'Orders of a storefront')
  let problems: readonly RowProblem[] = []
  let stopped = false
  /** The look whether there is anything to go on with, and all that follows from it. */
  let round: Promise<void> | null = null

  async function choose(shop: Shop): Promise<Result<ChosenImport | null>> {
    const chosen = await atHand.choose(shop)
    if (!chosen.ok || chosen.value === null) return chosen.ok ? ok(null) : chosen
    const { header } = chosen.value
    const known = rememberedOf((await settingsOf(shop.store.read)).importMappings, header)
    const mapping = known?.mapping ?? guessMapping(importFields, header)
    return ok({ ...chosen.value, mapping, remembered: known !== undefined })
  }

  async function rehearse(
    shop: Shop,
    by: StaffActor,
    fileId: string,
    mapping: ImportMapping,
  ): Promise<Result<ImportReport>> {
    const file = atHand.of(shop, fileId)
    if (!file.ok) return file
    const facts = { read: shop.store.read, path: file.value.path, mapping, by, at: clock.now() }
    const rehearsed = await deeds.begin({
      deed: 'rehearse',
      failed: 'The file could not be read',
      work: (progress) => checkFile({ ...facts, progress }),
    })
    problems = rehearsed.ok ? rehearsed.value.problems : []
    return rehearsed
  }

  async function start(shop: Shop, by: StaffActor, asked: ImportAsked): Promise<Result<{ readonly orders: number }>> {
    const file = atHand.of(shop, asked.fileId)
    if (!file.ok) return file
    const { mapping, orders } = asked
    const { path: from, header } = file.value
    const order = { shop, files, by, path: from, header, mapping, orders, at: clock.now() }
    return deeds.begin({
      deed: 'import',
      failed: 'The orders could not be imported',
      work: async (progress) => {
        const decided = await decideImport({ ...order, progress })
        if (!decided.ok) return decided
        deeds.noWayBack()
        const ended = await carryOn(shop, progress)
        return ended.ok ? ok({ orders }) : ended
      },
    })
  }

  /** What cannot go on now goes on at the next opening, or in a minute: it stays decided. */
  async function carryOn(shop: Shop, progress: (done: number, total: number) => void): Promise<Result<true>> {
    try {
      await runImport(shop, () => stopped, progress)
    } catch (error) {
      reportBug('import', error)
      if (error instanceof ImportDamaged) return refuseDamaged()
      return refuseForNow(error instanceof NotSaved ? 'The disk takes no more writes.' : 'Something went wrong.')
    }
    if ((await settingsOf(shop.store.read)).importUnderWay !== null) return refuseForNow('The shop is being closed.')
    await dropStaged(files, shop.folder, null).catch((error: unknown) => reportBug('import', error))
    return ok(true)
  }

  async function goOn(shop: Shop): Promise<void> {
    if (deeds.underWay !== null || (await settingsOf(shop.store.read)).importUnderWay === null) return
    if (!(await shop.writable()) || stopped) return
    await deeds.begin({
      deed: 'import',
      failed: 'The import could not go on',
      work: (progress) => {
        deeds.noWayBack()
        return carryOn(shop, progress)
      },
    })
  }

  async function saveProblems(): Promise<Result<ExportedSheet | null>> {
    const wish = { title: 'Save the problems', kind: 'CSV', extensions: ['csv'] }
    const target = await choice.newFile(wish, 'Problems of an import.csv')
    if (target === null) return ok(null)
    const rows = problems.map(({ line, column, what }) => [countCell(line), textCell(column), textCell(what)])
    async function* all(): AsyncGenerator<typeof rows> {
      yield rows
    }
    try {
      const bytes = csvBytes({ name: 'Problems', heads: ['Line', 'Column', 'What to do'], rows: all() })
      await writeBeside(files, target, bytes, async () => undefined)
      return ok({ file: path.basename(target), rows: rows.length })
    } catch (error) {
      return refuse('not-done', `The file could not be written (${reasonIn(error)}).`)
    }
  }

  return {
    choose,
    rehearse,
    saveProblems,
    start,
    async resume(shop) {
      stopped = false
      round ??= goOn(shop).finally(() => (round = null))
      await round
    },
    async stop() {
      stopped = true
      // One that is not decided yet is cancelled.
      await deeds.stop()
      await round?.catch(() => undefined)
    },
  }
}

const refuseForNow = (why: string): Refused =>
  refuse('goes-on', `${why} The orders that came are saved; the import goes on by itself when the shop is open again.`)

const refuseDamaged = (): Refused =>
  refuse(
    'import-damaged',
    'The orders that were kept for this import are not as they were written. Restore the newest backup: it has them.',
  )
