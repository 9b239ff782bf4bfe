import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import path from 'node:path'
import { marketFacts, type Market } from '../../shared/campaigns/market'
import { everyOrder } from '../../shared/orders/requests'
import {
  Reconciliation,
  reconcileTotals,
  verdicts,
  type JudgedLine,
  type MissingPayment,
  type Verdict,
} from '../../shared/reports/reconcile/reconcile'
import type { ChosenSettlement, ReconcileReport } from '../../shared/reports/reconcile/requests'
import {
  proposedColumns,
  settlementColumns,
  settlementMappingProblem,
  type SettlementMapping,
} from '../../shared/reports/reconcile/settlementFields'
import {
  guessUnit,
  settlementLine,
  type AmountUnit,
  type SettlementLine,
  type UnreadLine,
} from '../../shared/reports/reconcile/settlementFile'
import { ok, refuse, type Result } from '../../shared/result'
import { daysOffIn } from '../../shared/settings/holidays'
import { rememberedOf } from '../../shared/sheets/remembered'
import type { SheetDeed } from '../../shared/sheets/requests'
import type { StaffActor } from '../../shared/staff/actor'
import type { Clock } from '../clock'
import { breath } from '../imports/breath'
import { reasonIn, type LongDeeds, type Progress } from '../longDeed'
import { settingsOf } from '../settings'
import { filesAtHand, type FileAtHand } from '../sheets/fileAtHand'
import type { ListSheet } from '../sheets/listSheet'
import { openCsv } from '../sheets/readCsv'
import type { FileChoice } from '../sheets/sheets'
import type { Shop } from '../shop'
import type { Reads } from '../store/store'
import { rememberReading } from './rememberReading'
import { reconciliationSheet } from './reconciliationSheet'

export interface ReconcileAsked {
  readonly fileId: string
  readonly mapping: SettlementMapping
  readonly market: Market
  readonly unit: AmountUnit
}

/** Gateways' settlement files, held against what is on record. Of a file nothing is kept but which column is what. */
export interface Reconciliations {
  /** Null where no file was chosen. */
  choose(shop: Shop): Promise<Result<ChosenSettlement | null>>
  reconcile(shop: Shop, by: StaffActor, asked: ReconcileAsked): Promise<Result<ReconcileReport>>
  /** Every line of the last report. */
  sheet(shop: Shop): Result<ListSheet>
}

export interface ReconciliationsOptions {
  readonly clock: Clock
  readonly choice: Pick<FileChoice, 'file'>
  readonly deeds: LongDeeds<SheetDeed['deed']>
}

/** Beyond so many lines a file is to be split: all of them are held in memory. */
const mostLines = 200_000
/** Of a file as large as that; more is no settlement. */
const mostBytes = 100_000_000
const sampleRows = 50
const mostShown = 500

/** Everything that a report was made of. */
export interface FullReport {
  readonly file: string
  readonly report: ReconcileReport
  readonly lines: readonly JudgedLine[]
  readonly missing: readonly MissingPayment[]
}

export function createReconciliations({ clock, choice, deeds }: ReconciliationsOptions): Reconciliations {
  const atHand = filesAtHand(choice, 'Settlement file of the gateway')
  let full: (FullReport & { readonly shop: Shop }) | null = null

  async function choose(shop: Shop): Promise<Result<ChosenSettlement | null>> {
    const chosen = await atHand.choose(shop)
    if (!chosen.ok || chosen.value === null) return chosen.ok ? ok(null) : chosen
    full = null
    const { fileId, header } = chosen.value
    const { settlementReadings = [] } = await settingsOf(shop.store.read)
    const before = rememberedOf(settlementReadings, header)
    if (before !== undefined) {
      const { mapping, unit } = before
      return ok({ ...chosen.value, mapping, remembered: true, known: true, unit })
    }
    const { mapping, known } = proposedColumns(header)
    if (!known) return ok({ ...chosen.value, mapping, remembered: false, known, unit: null })
    const file = atHand.of(shop, fileId)
    if (!file.ok) return file
    const looks = await looksOf(file.value, mapping)
    return looks.ok ? ok({ ...chosen.value, mapping, remembered: false, known, unit: looks.value }) : looks
  }

  async function work(shop: Shop, file: string, asked: ReconcileAsked, progress: Progress) {
    const { market, unit } = asked
    const { zone, currency } = marketFacts[market]
    const read = await readLines(file, asked, progress)
    if (!read.ok) return read
    const { holidays } = await settingsOf(shop.store.read)
    const at = clock.now()
    const { lines, unread } = read.value
    const reconciliation = new Reconciliation(lines, unread, { zone, daysOff: daysOffIn(holidays, market), at })
    await seeOrders(shop.store.read, market, reconciliation, progress)
    const judged = reconciliation.judged()
    const missing = reconciliation.missing()
    const counts = Object.fromEntries(verdicts.map((verdict) => [verdict, 0])) as Record<Verdict, number>
    for (const { verdict } of judged) counts[verdict] += 1
    const report: ReconcileReport = {
      market,
      currency,
      unit,
      range: reconciliation.range,
      counts,
      totals: reconcileTotals(judged),
      lines: judged.filter(({ verdict }) => verdict !== 'matches').slice(0, mostShown),
      missing: missing.slice(0, mostShown),
      missingCount: missing.length,
    }
    full = { shop, file: path.basename(file), report, lines: judged, missing }
    return ok(report)
  }

  async function seeOrders(
    read: Reads,
    market: Market,
    reconciliation: Reconciliation,
    progress: Progress,
  ): Promise<void> {
    const rest = breath()
    const { sort, descending, offset: _offset, ...filter } = everyOrder
    const own = (await read.campaigns.all()).filter(({ campaign }) => campaign.market === market)
    const total = own.reduce((sum, { tally }) => sum + tally.placed.orders, 0)
    let done = 0
    for (const { campaign } of own) {
      const walked = await read.orders.walk({ ...filter, sort, descending, campaignId: campaign.id }, clock.now())
      for (let from = 0; from < walked.total; from += 200) {
        progress(Math.min(done, total), total)
        const orders = await walked.slice(from, 200)
        for (const order of orders) reconciliation.see(order)
        done += orders.length
        await rest()
      }
    }
  }

  return {
    choose,
    async reconcile(shop, by, asked) {
      const file = atHand.of(shop, asked.fileId)
      if (!file.ok) return file
      const { path: from, header } = file.value
      full = null
      const report = await deeds.begin({
        deed: 'reconcile',
        failed: 'The file could not be reconciled',
        work: (progress) => work(shop, from, asked, progress),
      })
      if (report.ok) await rememberReading(shop, by, header, asked)
      return report
    },
    sheet: (shop) =>
      full?.shop !== shop
        ? refuse('no-report', 'There is no report yet. Reconcile the file first.')
        : ok(reconciliationSheet(full)),
  }
}

/** How the amounts of a file with known columns look, in its first rows. */
async function looksOf({ path: from, header }: FileAtHand, mapping: SettlementMapping): Promise<Result<AmountUnit>> {
  try {
    const sheet = await openCsv(createReadStream(from))
    if (!sheet.ok) return sheet
    const rows: (readonly string[])[] = []
    for await (const { cells, problem } of sheet.value.rows) {
      if (problem === null) rows.push(cells)
      if (rows.length === sampleRows) break
    }
    return ok(guessUnit(rows, settlementColumns(mapping, header)))
  } catch (error) {
    return refuse('not-readable', `The file cannot be read (${reasonIn(error)}).`)
  }
}

interface ReadFile {
  readonly lines: readonly SettlementLine[]
  readonly unread: readonly UnreadLine[]
}

async function readLines(
  file: string,
  { market, unit, mapping }: ReconcileAsked,
  progress: Progress,
): Promise<Result<ReadFile>> {
  if ((await stat(file)).size > mostBytes) return refuseLarge()
  const sheet = await openCsv(createReadStream(file))
  if (!sheet.ok) return sheet
  const { header } = sheet.value
  const wrong = settlementMappingProblem(mapping, header)
  if (wrong !== null) return wrong
  const reading = { columns: settlementColumns(mapping, header), unit, zone: marketFacts[market].zone }
  const lines: SettlementLine[] = []
  const unread: UnreadLine[] = []
  const rest = breath()
  for await (const { line, cells, problem } of sheet.value.rows) {
    if (lines.length + unread.length >= mostLines) return refuseLarge()
    const found = problem === null ? settlementLine(line, cells, reading) : { line, why: problem }
    if ('why' in found) unread.push(found)
    else lines.push(found)
    progress(0, 1)
    await rest()
  }
  if (lines.length + unread.length === 0) return refuse('no-lines', 'The file has no line below its column names.')
  return ok({ lines, unread })
}

const refuseLarge = () => refuse('too-long', 'The file has more than 2,00,000 lines. Split it, and take each part.')
