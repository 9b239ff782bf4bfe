import path from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { Breakdown, BreakdownTerms } from '../../../shared/reports/breakdown/breakdown'
import { BreakdownCounter } from '../../../shared/reports/breakdown/counter'
import type { Column } from './column'
import { decodeParts, encodeParts } from './columnFile'
import { Damaged, named } from './damaged'
import { writeProven, writeReplaceable } from './document'
import { encodeDocument, proveDocument } from './documentFormat'
import {
  documentFile,
  indexFile,
  type DocumentEdition,
  type DocumentName,
  type EditionName,
  type Span,
} from './documentNames'
import type { Files } from './files'
import type { FewTexts } from './fewTexts'
import { OrderShard } from './orderShard'
import { lineOf, OrderText, type Readers } from './orderText'
import { searchTextForm } from './searchText'
import { schema } from './upgrades/upgrade'

/** Of the indexes of orders. */
const indexSchema = 5

interface Rows {
  readonly orders: number
  readonly payments: number
  readonly refunds: number
  readonly cancellations: number
}

type Texts = readonly (readonly string[])[]

interface Facts extends Rows {
  readonly searchTextForm: number
  readonly breakdown: Breakdown
  /** What the codes in columns stand for. */
  readonly texts: Texts
}

const textsOf = ({ groups, cancellations }: OrderShard): readonly FewTexts[] => [
  ...Object.values(groups.texts),
  cancellations.reasons,
]

const columnsOf = (shard: OrderShard): { readonly [Kind in keyof Rows]: readonly Column[] } => ({
  orders: [...Object.values(shard.columns), ...Object.values(shard.groups.columns)],
  payments: Object.values(shard.payments),
  refunds: Object.values(shard.refunds.columns),
  cancellations: Object.values(shard.cancellations.columns),
})

const rowsOf = ({ rows, paymentRows, refunds, cancellations }: OrderShard): Rows => ({
  orders: rows,
  payments: paymentRows,
  refunds: refunds.rows,
  cancellations: cancellations.rows,
})

const kinds = ['orders', 'payments', 'refunds', 'cancellations'] as const

/** A campaign's orders at one instant, fixed while it is written and further commits change the shard. */
export interface ShardView {
  readonly rows: Rows
  readonly breakdown: Breakdown
  readonly span: Span
  readonly fresh: ReadonlyMap<number, Buffer>
  readonly text: OrderText
  readonly parts: readonly Buffer[]
  readonly lines: readonly (readonly string[])[]
  readonly texts: Texts
}

/** Between two commits. */
export function viewOf(shard: OrderShard): ShardView {
  const rows = rowsOf(shard)
  const columns = columnsOf(shard)
  const orderLines = shard.lines.fold(rows.orders)
  const refundLines = shard.refunds.lines.fold(rows.refunds)
  return {
    rows,
    breakdown: shard.breakdown.told(),
    span: [shard.firstSequence, shard.lastSequence],
    fresh: new Map(shard.fresh),
    text: shard.text,
    parts: [
      ...kinds.flatMap((kind) => columns[kind].map((column) => column.bytes(rows[kind]))),
      orderLines.ends,
      refundLines.ends,
    ],
    lines: [orderLines.texts, refundLines.texts],
    texts: textsOf(shard).map((texts) => texts.told()),
  }
}

/** Writes the document and its index; answers where the orders stand in it. */
export async function writeOrders(
  files: Files,
  folder: string,
  readers: Readers,
  view: ShardView,
  name: EditionName,
): Promise<{ readonly text: OrderText; readonly size: number }> {
  const text = new OrderText(documentFile(name), readers)
  let row = 0
  const placed = (position: number, line: Buffer): void => text.place(row++, position, line)
  const document = encodeDocument(name.upTo, linesOf(view), placed)
  const size = await writeProven(files, path.join(folder, documentFile(name)), document)
  await writeIndex(files, folder, view, text, name)
  return { text, size }
}

async function writeIndex(
  files: Files,
  folder: string,
  view: ShardView,
  text: OrderText,
  name: EditionName,
): Promise<void> {
  const places = Object.values(text.columns).map((column) => column.bytes(view.rows.orders))
  const lines = view.lines.map((texts) => Buffer.concat(texts.map((part) => Buffer.from(part, 'latin1'))))
  const facts: Facts = { ...view.rows, searchTextForm, breakdown: view.breakdown, texts: view.texts }
  const index = encodeParts(indexSchema, facts, [...view.parts, ...lines, ...places])
  await writeReplaceable(files, path.join(folder, indexFile(name)), index)
}

/**
 * What changed is written anew; the other lines are copied from the document before, each proven on the way, and brought up to date
 * where an older version of the program wrote them.
 */
function* linesOf({ rows, fresh, text }: ShardView): Generator<Buffer> {
  const walk = text.walker()
  for (let row = 0; row < rows.orders; row += 1) {
    const line = fresh.get(row)
    if (line) yield line
    else yield text.schema === schema ? walk(row) : lineOf(text.parse(walk(row)))
  }
}

/** From now on the orders that the view wrote are read from their new places. */
export function settleOn(shard: OrderShard, view: ShardView, text: OrderText): void {
  for (const [row, line] of view.fresh) if (shard.fresh.get(row) === line) shard.fresh.delete(row)
  shard.text.close()
  shard.text = text
}

/**
 * Reads a campaign's index, or makes it again from the document where it is not sound or of another version of the program; that is kept
 * where the folder may be written, since a document that does not change is not written again for years.
 */
export async function readShard(
  files: Files,
  folder: string,
  readers: Readers,
  of: DocumentEdition,
  terms: () => BreakdownTerms,
  mayWrite: boolean,
): Promise<OrderShard> {
  const bytes = await files.read(path.join(folder, indexFile(of))).catch(() => null)
  const text = new OrderText(documentFile(of), readers, of.schema)
  try {
    if (bytes === null) throw new Damaged('is missing')
    return fromIndex(bytes, new OrderShard(text, terms))
  } catch {
    const shard = await fromDocument(files, folder, of.document, new OrderShard(text, terms))
    // Where it cannot be kept it is made again the next time.
    if (mayWrite) await writeIndex(files, folder, viewOf(shard), text, of).catch(() => undefined)
    return shard
  }
}

/** Ends and texts of the search lines of orders and of refunds. */
const textParts = 4

function fromIndex(bytes: Buffer, shard: OrderShard): OrderShard {
  const { facts, parts } = decodeParts(indexSchema, bytes)
  const { searchTextForm: form, breakdown, texts, ...rows } = facts as Facts
  if (form !== searchTextForm) throw new Damaged('holds search texts of another form')
  const columns = columnsOf(shard)
  const known = [...Object.values(columns).flat(), ...Object.values(shard.text.columns)].length + textParts
  if (parts.length !== known) throw new Damaged('holds other columns')
  let next = 0
  const part = (): Buffer => parts[next++] ?? Buffer.alloc(0)
  for (const kind of kinds) {
    for (const column of columns[kind]) column.load(part(), rows[kind])
  }
  const [orderEnds, refundEnds] = [part(), part()]
  shard.lines.load(rows.orders, part(), orderEnds)
  shard.refunds.lines.load(rows.refunds, part(), refundEnds)
  for (const column of Object.values(shard.text.columns)) column.load(part(), rows.orders)
  for (const [place, few] of textsOf(shard).entries()) few.load(texts[place] ?? [])
  shard.breakdown = BreakdownCounter.from(breakdown)
  shard.loaded(rows.orders, rows.payments, rows.refunds, rows.cancellations)
  return shard
}

/** A few milliseconds of work. */
const rowsInSlice = 256

async function fromDocument(files: Files, folder: string, name: DocumentName, shard: OrderShard): Promise<OrderShard> {
  const { text } = shard
  try {
    const document = proveDocument((await files.read(path.join(folder, text.file))) ?? Buffer.alloc(0))
    for (const { position, line } of document.lines()) {
      text.place(shard.rows, position, line)
      shard.put(text.parse(line))
      shard.fresh.clear()
      if (shard.rows % rowsInSlice === 0) await setImmediate()
    }
    return shard
  } catch (error) {
    throw named(text.file || name, error)
  }
}
