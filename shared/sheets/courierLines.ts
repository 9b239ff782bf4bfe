import { orderCountOf } from '../ids'
import { trackingKey } from '../orders/trackOrder'
import { lineSchema } from '../request'
import { ok, refuse, type Result } from '../result'
import type { CourierNews } from '../shipping/courierNews'
import { earlierOf, endOfDay, isDay, laterOf, startOfDay, type Day, type Instant, type Zone } from '../time'
import type { CourierFieldId } from './courierFields'
import { instantOf } from './readImportRow'

/** A row of a courier's file, as it was written. */
export interface CourierLine {
  readonly line: number
  readonly order: string
  /** Which order of the shop that is; null where no order can have that number. */
  readonly sequence: number | null
  readonly trackingNumber: string
  /** That of the file, or else the one that counts for all. */
  readonly carrier: string
  readonly shippedAt: string
  readonly deliveredAt: string
}

/** Reads the cells of a row; `cell` answers the text of a field, empty where the file has no such column. */
export function courierLine(line: number, cell: (field: CourierFieldId) => string, carrierOfAll: string): CourierLine {
  const text = (field: CourierFieldId): string => cell(field).trim().normalize('NFC')
  const order = text('order')
  return {
    line,
    order,
    sequence: orderCountOf(order),
    trackingNumber: text('trackingNumber'),
    carrier: text('carrier') === '' ? carrierOfAll : text('carrier'),
    shippedAt: text('shippedAt'),
    deliveredAt: text('deliveredAt'),
  }
}

/**
 * Rows that cannot be used because of others, by their line, and why: the file says different things of one order, gives two orders one
 * number, or says a thing again. Whatever order the rows stand in, the same orders are left alone.
 */
export function clashesIn(lines: readonly CourierLine[]): ReadonlyMap<number, string> {
  const clashes = new Map<number, string>()
  for (const same of grouped(lines, ({ sequence }) => sequence)) {
    const [first, ...others] = same
    if (first === undefined) continue
    const differing = new Set(same.map(sayingOf)).size > 1
    if (differing) for (const { line } of same) clashes.set(line, `Lines ${linesOf(same)} say different things of it.`)
    else for (const { line } of others) clashes.set(line, `Line ${first.line} says the same.`)
  }
  const numbered = lines.filter(({ trackingNumber, sequence }) => trackingNumber !== '' && sequence !== null)
  for (const same of grouped(numbered, ({ trackingNumber }) => trackingKey(trackingNumber))) {
    if (new Set(same.map(({ sequence }) => sequence)).size < 2) continue
    for (const { line } of same) clashes.set(line, `Lines ${linesOf(same)} give this number to different orders.`)
  }
  return clashes
}

const sayingOf = ({ trackingNumber, carrier, shippedAt, deliveredAt }: CourierLine): string =>
  [trackingKey(trackingNumber), carrier, shippedAt, deliveredAt].join('\n')

const mostNamed = 4

function linesOf(lines: readonly CourierLine[]): string {
  const named = lines.slice(0, mostNamed).map(({ line }) => String(line))
  if (lines.length > mostNamed) return `${named.join(', ')} and others`
  return `${named.slice(0, -1).join(', ')} and ${named.at(-1) ?? ''}`
}

/** Those of more than one row that share a key; rows without one share nothing. */
function grouped(
  lines: readonly CourierLine[],
  keyOf: (line: CourierLine) => string | number | null,
): readonly (readonly CourierLine[])[] {
  const groups = new Map<string | number, CourierLine[]>()
  for (const line of lines) {
    const key = keyOf(line)
    if (key === null) continue
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [line])
    else group.push(line)
  }
  return [...groups.values()].filter(({ length }) => length > 1)
}

const short = lineSchema(60)

/** `4.5E+11`: what is left of a long number that a spreadsheet took for one to calculate with. */
const cutShort = /^\d(?:[.,]\d+)?E\+?\d+$/iu

/** What the row says of an order of a campaign in that zone; refused where a cell cannot be read. */
export function newsOf(row: CourierLine, placedAt: Instant, zone: Zone, at: Instant): Result<CourierNews> {
  const { trackingNumber, carrier } = row
  if (cutShort.test(trackingNumber))
    return refuse('cut-short', 'A spreadsheet has cut its number short. Have the column saved as text.')
  const [number, name] = [short.safeParse(trackingNumber), short.safeParse(carrier)]
  if (!number.success) return refuse('unreadable', 'Its tracking number is no text of at most 60 characters.')
  if (!name.success) return refuse('unreadable', 'Its carrier is no text of at most 60 characters.')
  const shippedAt = momentOf(row.shippedAt, zone, (day) => laterOf(startOfDay(day, zone), placedAt))
  const deliveredAt = momentOf(row.deliveredAt, zone, (day) => earlierOf(endOfDay(day, zone), at))
  if (shippedAt === undefined || deliveredAt === undefined)
    return refuse('unreadable', 'A date cannot be read. Write it as 2018-04-14, or as 2018-04-14 18:02.')
  return ok({ trackingNumber: number.data, carrier: name.data, shippedAt, deliveredAt })

  /** A day alone means all of it: nothing is refused for its hour. Undefined where the text is no date. */
  function momentOf(text: string, inZone: Zone, within: (day: Day) => Instant): Instant | null | undefined {
    if (text === '') return null
    if (!isDay(text)) return instantOf(text, inZone) ?? undefined
    const [start, end] = [startOfDay(text, inZone), endOfDay(text, inZone)]
    if (start > at) return start
    return end < placedAt ? end : within(text)
  }
}
