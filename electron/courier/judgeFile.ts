import { decideBulk, type BulkStep } from '../../shared/bulk/decideBulk'
import type { BulkDeed } from '../../shared/bulk/job'
import type { CampaignId } from '../../shared/ids'
import { assert, refuse, ok, type Refused, type Result } from '../../shared/result'
import type { Order } from '../../shared/orders/order'
import { orderId } from '../../shared/orders/placeOrder'
import { trackingKey } from '../../shared/orders/trackOrder'
import {
  courierFieldIds,
  courierFields,
  type CourierFieldId,
  type CourierMapping,
} from '../../shared/sheets/courierFields'
import { clashesIn, courierLine, newsOf, type CourierLine } from '../../shared/sheets/courierLines'
import { mappingProblem } from '../../shared/sheets/fields'
import type { CourierRow, CourierVerdict } from '../../shared/sheets/requests'
import { newsKnown, type CourierNews } from '../../shared/shipping/courierNews'
import type { StaffActor } from '../../shared/staff/actor'
import type { Instant } from '../../shared/time'
import { asCommitted, factsFor } from '../bulk/factsFor'
import { Trials, type Tried } from '../bulk/trials'
import { breath } from '../imports/breath'
import type { Progress } from '../longDeed'
import { settingsOf } from '../settings'
import { bytesOf } from '../sheets/bytesOf'
import { openCsv } from '../sheets/readCsv'
import type { CampaignWithTally, Reads } from '../store/store'
import { heldNumbers } from './heldNumbers'

/** Five times what a courier's file usually has: all of it is held in memory while its rows are compared. */
const mostRows = 50_000

export interface FileToJudge {
  readonly read: Reads
  readonly path: string
  readonly mapping: CourierMapping
  /** Of rows that name none. */
  readonly carrier: string
  readonly by: StaffActor
  readonly at: Instant
  readonly progress: Progress
}

export interface JudgedFile {
  readonly rows: readonly CourierRow[]
  /** The orders that the file names, each once, as a bulk job takes them. */
  readonly tried: Tried
  readonly deed: BulkDeed
}

/** Says of each row of a courier's file what it would do, and writes nothing. Refused where any row cannot be read. */
export async function judgeFile(file: FileToJudge): Promise<Result<JudgedFile>> {
  const lines = await readLines(file)
  if (!lines.ok) return lines
  const judge = new FileJudge(file, await heldNumbers(file.read, file.at, () => file.progress(0, lines.value.length)))
  return ok(await judge.run(lines.value))
}

async function readLines({ path, mapping, carrier, progress }: FileToJudge): Promise<Result<readonly CourierLine[]>> {
  const opened = await openCsv(bytesOf(path, progress))
  if (!opened.ok) return opened
  const { header, rows } = opened.value
  const wrong = mappingProblem(courierFields, mapping, header)
  if (wrong !== null) return wrong
  const places = new Map(courierFieldIds.map((field) => [field, header.indexOf(mapping[field] ?? '')]))
  const lines: CourierLine[] = []
  const pause = breath()
  for await (const { line, cells, problem } of rows) {
    if (problem !== null) return refuseUnreadable(line, problem)
    if (lines.length === mostRows) return refuseLong()
    const cell = (field: CourierFieldId): string => cells[places.get(field) ?? -1] ?? ''
    lines.push(courierLine(line, cell, carrier))
    await pause()
  }
  return lines.length === 0 ? refuse('no-rows', 'The file has no rows below its column names.') : ok(lines)
}

interface Judgement {
  readonly verdict: CourierVerdict
  readonly says: string
}

class FileJudge {
  readonly #file: FileToJudge
  readonly #held: ReadonlyMap<string, string>
  readonly #campaigns = new Map<CampaignId, CampaignWithTally>()
  readonly #trials = new Trials()
  readonly #news: CourierNews[] = []
  readonly #taken = new Set<Order['id']>()
  readonly #deed: BulkDeed = { kind: 'track' }

  constructor(file: FileToJudge, held: ReadonlyMap<string, string>) {
    this.#file = file
    this.#held = held
  }

  async run(lines: readonly CourierLine[]): Promise<JudgedFile> {
    const { read, progress } = this.#file
    const clashes = clashesIn(lines)
    const { undoMinutes } = await settingsOf(read)
    const rows: CourierRow[] = []
    const pause = breath()
    for (const line of lines) {
      progress(rows.length, lines.length)
      const order = line.sequence === null ? null : await read.orders.one(orderId(line.sequence))
      const judged =
        order === null
          ? unknownOrder(line)
          : await this.#judge(line, order, clashes.get(line.line) ?? null, undoMinutes)
      const { order: named, trackingNumber } = line
      rows.push({ line: line.line, order: named, orderId: order?.id ?? null, trackingNumber, ...judged })
      await pause()
    }
    return { rows, tried: { ...this.#trials.all(), news: this.#news, belowTarget: [] }, deed: this.#deed }
  }

  async #judge(line: CourierLine, order: Order, clash: string | null, undoMinutes: number): Promise<Judgement> {
    const { by, at, read } = this.#file
    const found = this.#campaigns.get(order.campaignId) ?? (await read.campaigns.one(order.campaignId))
    assert(found !== null, 'the campaign of an order is on record')
    this.#campaigns.set(order.campaignId, found)
    if (clash !== null) return this.#refuse(order, clash)
    const news = newsOf(line, order.placedAt, found.campaign.zone, at)
    if (!news.ok) return this.#refuse(order, news.refusal.message)
    const holder = this.#held.get(trackingKey(line.trackingNumber))
    if (holder !== undefined && holder !== order.number)
      return this.#refuse(order, `Order ${holder} has this tracking number.`, news.value)
    const asked = { deed: this.#deed, order, found, undoMinutes, jobId: null, news: news.value }
    const decided = decideBulk(this.#deed, await factsFor(asCommitted(read), asked, at), by, at)
    if (!decided.ok) {
      const { code, message } = decided.refusal
      const refused = this.#refuse(order, message, news.value)
      return code === newsKnown ? { ...refused, verdict: 'known' } : refused
    }
    this.#taken.add(order.id)
    this.#trials.allow(order, found, decided.value)
    this.#news.push(news.value)
    return saidOf(decided.value.steps, news.value)
  }

  /** Also takes the order into the job, once, so that its report says why it was left alone. */
  #refuse(order: Order, message: string, news: CourierNews = nothingSaid): Judgement {
    if (!this.#taken.has(order.id)) {
      this.#taken.add(order.id)
      this.#trials.refuse(order, message)
      this.#news.push(news)
    }
    return { verdict: 'refused', says: message }
  }
}

const nothingSaid: CourierNews = { carrier: '', trackingNumber: '', shippedAt: null, deliveredAt: null }

function unknownOrder({ order, sequence }: CourierLine): Judgement {
  if (order === '') return { verdict: 'no such order', says: 'The row names no order.' }
  const says = sequence === null ? 'This is none of our order numbers.' : 'There is no order with this number.'
  return { verdict: 'no such order', says }
}

function saidOf(steps: readonly BulkStep[], { carrier, trackingNumber }: CourierNews): Judgement {
  const delivers = steps.some(({ action }) => action === 'deliver')
  const [first] = steps
  if (first?.action === 'ship')
    return {
      verdict: 'ships',
      says: `Ships with ${carrier}, ${trackingNumber}${delivers ? ', and is delivered.' : '.'}`,
    }
  if (first?.action === 'track')
    return {
      verdict: 'gets its number',
      says: `Gets its tracking number ${trackingNumber}${delivers ? ', and is delivered.' : '.'}`,
    }
  return { verdict: 'delivered', says: 'Is delivered.' }
}

const refuseUnreadable = (line: number, problem: string): Refused =>
  refuse(
    'unreadable-row',
    `Line ${line}: ${problem} The file may be cut short or damaged: ask the courier for it again. Nothing was read.`,
  )

const refuseLong = (): Refused =>
  refuse('too-long', 'This file has more than 50,000 rows. Split it, and read one part after the other.')
