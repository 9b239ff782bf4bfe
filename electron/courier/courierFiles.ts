import path from 'node:path'
import { countCell, textCell } from '../../shared/cell'
import { id, type BulkJobId } from '../../shared/ids'
import { ok, refuse, type Result } from '../../shared/result'
import type { Slice } from '../../shared/request'
import { courierFields, type CourierMapping, type RememberedReading } from '../../shared/sheets/courierFields'
import { guessMapping, signatureOf } from '../../shared/sheets/fields'
import { rememberedOf } from '../../shared/sheets/remembered'
import {
  courierVerdicts,
  type ChosenCourierFile,
  type CourierReport,
  type CourierRow,
  type CourierVerdict,
  type ExportedSheet,
  type SheetDeed,
} from '../../shared/sheets/requests'
import type { StaffActor } from '../../shared/staff/actor'
import type { BulkDesk } from '../bulk/bulkDesk'
import type { Clock } from '../clock'
import { reasonIn, type LongDeeds } from '../longDeed'
import { settingsOf } from '../settings'
import type { Shop } from '../shop'
import { csvBytes } from '../sheets/csvBytes'
import { filesAtHand } from '../sheets/fileAtHand'
import type { FileChoice } from '../sheets/sheets'
import { writeBeside } from '../sheets/writeBeside'
import type { Files } from '../store/embedded/files'
import { judgeFile } from './judgeFile'

/** How a chosen file is to be read. */
export interface Reading {
  readonly fileId: string
  readonly mapping: CourierMapping
  readonly carrier: string
}

interface RowsAsked {
  readonly rehearsalId: BulkJobId
  readonly verdict: CourierVerdict | null
}

/** Couriers' files: chosen, mapped and rehearsed row by row. What was rehearsed is started as a bulk job. */
export interface CourierFiles {
  /** Null where no file was chosen. */
  choose(shop: Shop): Promise<Result<ChosenCourierFile | null>>
  rehearse(shop: Shop, bulk: BulkDesk, by: StaffActor, reading: Reading): Promise<Result<CourierReport>>
  /** Of the last rehearsal; refused where that is another one by now. */
  rows(asked: RowsAsked & { readonly offset: number; readonly limit: number }): Result<Slice<CourierRow>>
  /** Writes them into a file that is chosen; null where none was. */
  saveRows(asked: RowsAsked): Promise<Result<ExportedSheet | null>>
}

export interface CourierFilesOptions {
  readonly files: Files
  readonly clock: Clock
  readonly choice: FileChoice
  readonly deeds: LongDeeds<SheetDeed['deed']>
}

export function createCourierFiles({ files, clock, choice, deeds }: CourierFilesOptions): CourierFiles {
  const atHand = filesAtHand(choice, 'A courier’s file')
  let judged: { readonly rehearsalId: BulkJobId; readonly rows: readonly CourierRow[] } | null = null

  function rowsWith({ rehearsalId, verdict }: RowsAsked): Result<readonly CourierRow[]> {
    if (judged?.rehearsalId !== rehearsalId)
      return refuse('no-rehearsal', 'These rows are no longer at hand. Try every row again.', 'rehearsalId')
    return ok(verdict === null ? judged.rows : judged.rows.filter((row) => row.verdict === verdict))
  }

  async function choose(shop: Shop): Promise<Result<ChosenCourierFile | null>> {
    const chosen = await atHand.choose(shop)
    if (!chosen.ok || chosen.value === null) return chosen.ok ? ok(null) : chosen
    judged = null
    const { header } = chosen.value
    const known = rememberedOf((await settingsOf(shop.store.read)).courierReadings ?? [], header)
    return ok({
      ...chosen.value,
      mapping: known?.mapping ?? guessMapping(courierFields, header),
      remembered: known !== undefined,
      carrier: known?.carrier ?? '',
    })
  }

  async function rehearse(
    shop: Shop,
    bulk: BulkDesk,
    by: StaffActor,
    { fileId, mapping, carrier }: Reading,
  ): Promise<Result<CourierReport>> {
    const file = atHand.of(shop, fileId)
    if (!file.ok) return file
    const { path: from, header } = file.value
    judged = null
    const at = clock.now()
    const facts = { read: shop.store.read, path: from, mapping, carrier, by, at }
    const found = await deeds.begin({
      deed: 'rehearse',
      failed: 'The file could not be read',
      work: (progress) => judgeFile({ ...facts, progress }),
    })
    if (!found.ok) return found
    const { rows, tried, deed } = found.value
    const reading: RememberedReading = { signature: signatureOf(header), mapping, carrier }
    const rowsWithoutOrder = rows.filter(({ orderId }) => orderId === null).length
    const rehearsed = {
      ...tried,
      deed,
      scope: { kind: 'file', file: path.basename(from), rowsWithoutOrder },
      id: id<BulkJobId>(shop.newId()),
      byId: by.staffId,
      at,
      reading,
    } as const
    bulk.keep(rehearsed)
    judged = { rehearsalId: rehearsed.id, rows }
    return ok({ rehearsalId: rehearsed.id, rows: rows.length, orders: tried.possible, counts: countsOf(rows) })
  }

  async function saveRows(asked: RowsAsked): Promise<Result<ExportedSheet | null>> {
    const found = rowsWith(asked)
    if (!found.ok) return found
    const wish = { title: 'Save the rows', kind: 'CSV', extensions: ['csv'] }
    const target = await choice.newFile(wish, 'Rows of a courier’s file.csv')
    if (target === null) return ok(null)
    const rows = found.value.map((row) => [
      countCell(row.line),
      textCell(row.order),
      textCell(row.trackingNumber),
      textCell(row.verdict),
      textCell(row.says),
    ])
    async function* all(): AsyncGenerator<typeof rows> {
      yield rows
    }
    try {
      const heads = ['Line', 'Order', 'Tracking number', 'Outcome', 'What it says']
      const bytes = csvBytes({ name: 'Rows', heads, rows: all() })
      await writeBeside(files, target, bytes, async () => undefined)
      return ok({ file: path.basename(target), rows: rows.length })
    } catch (error) {
      return refuse('not-done', `The file could not be written (${reasonIn(error)}).`)
    }
  }

  return {
    choose,
    rehearse,
    rows: ({ offset, limit, ...asked }) => {
      const found = rowsWith(asked)
      return found.ok ? ok({ rows: found.value.slice(offset, offset + limit), total: found.value.length }) : found
    },
    saveRows,
  }
}

function countsOf(rows: readonly CourierRow[]): CourierReport['counts'] {
  const counted = courierVerdicts.map((verdict) => [verdict, rows.filter((row) => row.verdict === verdict).length])
  return Object.fromEntries(counted) as CourierReport['counts']
}
