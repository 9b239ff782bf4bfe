import path from 'node:path'
import type { Cell } from '../../shared/cell'
import { marketFacts } from '../../shared/campaigns/market'
import { ok, refuse, type Result } from '../../shared/result'
import type { ExportedSheet, SavedFile, SheetDeed, SheetFormat } from '../../shared/sheets/requests'
import type { StaffActor } from '../../shared/staff/actor'
import type { Instant } from '../../shared/time'
import type { Clock } from '../clock'
import type { LongDeeds, Progress } from '../longDeed'
import { refuseNotSaved } from '../requests/notSaved'
import type { Shop } from '../shop'
import type { Files } from '../store/embedded/files'
import { NotSaved } from '../store/store'
import { aboutSheet, fileNameFor, type Exporter } from './about'
import { csvBytes } from './csvBytes'
import type { ListSheet } from './listSheet'
import { noteTaken } from './noteTaken'
import { saveWholeFile, type WholeFile } from './wholeFile'
import type { SheetRows } from './sheet'
import { writeBeside } from './writeBeside'
import { mostXlsxRows, xlsxBytes } from './xlsxBytes'

/** A file that is asked for. */
interface Wish {
  readonly title: string
  readonly kind: string
  readonly extensions: readonly string[]
}

/** Has whoever sits at the window choose files in the system's own dialogs; null where they choose none. */
export interface FileChoice {
  newFile(wish: Wish, name: string): Promise<string | null>
  file(wish: Wish): Promise<string | null>
}

export interface ListExport {
  readonly shop: Shop
  readonly by: StaffActor
  readonly format: SheetFormat
  /** The list as it is at that instant. */
  readonly list: (at: Instant) => Promise<ListSheet>
}

/** Files of orders and refunds for other programs: one long deed at a time, with its progress, which can be cancelled. */
export interface Sheets {
  readonly underWay: SheetDeed | null
  /** Null where no file was chosen. */
  exportList(order: ListExport): Promise<Result<ExportedSheet | null>>
  /** Saves what is complete already; null where no file was chosen. */
  saveWhole(file: WholeFile): Promise<Result<SavedFile | null>>
  cancel(): boolean
  stop(): Promise<void>
}

export interface SheetsOptions {
  readonly files: Files
  readonly clock: Clock
  readonly choice: Pick<FileChoice, 'newFile'>
  readonly deeds: LongDeeds<SheetDeed['deed']>
  readonly reportBug: (event: string, error: unknown) => void
}

const kinds: Record<SheetFormat, string> = { csv: 'CSV', xlsx: 'Excel' }

export function createSheets({ files, clock, choice, deeds, reportBug }: SheetsOptions): Sheets {
  async function exportList({ shop, by, format, list }: ListExport): Promise<Result<ExportedSheet | null>> {
    const at = clock.now()
    const found = await list(at)
    if (format === 'xlsx' && found.total !== null && found.total >= mostXlsxRows) return refuseTooLong()
    const exporter = { shopName: shop.name, name: by.name, at, zone: marketFacts.IN.zone }
    const name = fileNameFor(found, exporter, format)
    const wish = { title: `Export ${found.name.toLowerCase()}`, kind: kinds[format], extensions: [format] }
    const target = await choice.newFile(wish, name)
    if (target === null) return ok(null)
    const work = async (progress: Progress): Promise<Result<ExportedSheet | null>> => {
      try {
        let rows = 0
        const count = (more: number): void => {
          rows += more
          if (format === 'xlsx' && rows >= mostXlsxRows) throw new TooLong()
        }
        const bytes = bytesOf(format, found, exporter, progress, count)
        await writeBeside(files, target, bytes, () => noteList(shop, by, format, found, rows))
        return ok({ file: path.basename(target), rows })
      } catch (error) {
        if (error instanceof NotSaved) return refuseNotSaved()
        if (error instanceof TooLong) return refuseTooLong()
        throw error
      }
    }
    return deeds.begin({ deed: 'export', failed: 'The file could not be written', work })
  }

  return {
    get underWay() {
      return deeds.underWay && { ...deeds.underWay, cancellable: deeds.cancellable }
    },
    exportList,
    saveWhole: (file) => saveWholeFile({ files, clock, choice, reportBug }, file),
    cancel: () => deeds.cancel(),
    stop: () => deeds.stop(),
  }
}

function bytesOf(
  format: SheetFormat,
  list: ListSheet,
  exporter: Exporter,
  progress: Progress,
  count: (more: number) => void,
): AsyncIterable<Uint8Array> {
  const sheet = { ...list, rows: counted(list.rows(progress), count) }
  return format === 'csv' ? csvBytes(sheet) : xlsxBytes([aboutSheet(list, exporter), sheet], exporter.at)
}

async function* counted(rows: SheetRows, count: (more: number) => void): AsyncGenerator<readonly (readonly Cell[])[]> {
  for await (const some of rows) {
    count(some.length)
    yield some
  }
}

/** Found out while a list is written whose rows nobody counted before. */
class TooLong extends Error {
  override readonly name = 'TooLong'
}

const refuseTooLong = () =>
  refuse('too-long', 'Excel takes a million rows at most. Narrow the list, or export it as CSV.', 'format')

const noteList = (shop: Shop, by: StaffActor, format: SheetFormat, list: ListSheet, rows: number): Promise<void> =>
  noteTaken(shop, by, {
    action: `${list.name.toLowerCase()}.export`,
    summary: `Exported ${list.name.toLowerCase()} as ${kinds[format]}, ${rows} rows`,
    facts: [
      ['filter and order', list.impersonal.join('; ') || 'none'],
      ['columns', list.heads.join(', ')],
      ['rows', String(rows)],
    ],
  })
