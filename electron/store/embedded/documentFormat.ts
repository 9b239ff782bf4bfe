import { crc32 } from 'node:zlib'
import { Damaged, unknownSchema } from './damaged'
import { oldestSchema, schema } from './upgrades/upgrade'

/*
 * A document is JSON, one record a line, so that it is written and read in slices, a text of any size is never held whole, and a
 * record can be read alone by its place:
 *
 *   {"schema":<of its records>,"upTo":<sequence>,"records":[\n
 *   <record>,\n …
 *   ],"count":<records>,"crc32":"<of everything before this line>"}\n
 */

const headLine = /^\{"schema":(\d+),"upTo":(\d+),"records":\[\n/u
const lastLine = /^\],"count":(\d+),"crc32":"([0-9a-f]{8})"\}\n$/u

/** Enough for a write to be worth its while, and a millisecond or two of work. */
export const sliceLength = 256 * 1024

/** Told of each record's place in the document, in bytes. */
type Placed = (position: number, line: Buffer) => void

/** Records as JSON texts, as they stood after the commit `upTo`. */
export function* encodeDocument(
  upTo: number,
  lines: Iterable<Buffer>,
  placed: Placed = () => undefined,
): Generator<Buffer> {
  const head = Buffer.from(`{"schema":${String(schema)},"upTo":${String(upTo)},"records":[\n`)
  let parts: Buffer[] = [head]
  let position = head.length
  let length = head.length
  let sum = 0
  let count = 0
  for (const line of lines) {
    if (count > 0) {
      parts.push(comma)
      position += comma.length
    }
    placed(position, line)
    parts.push(line)
    position += line.length
    length += line.length
    count += 1
    if (length < sliceLength) continue
    const slice = Buffer.concat(parts)
    sum = crc32(slice, sum)
    parts = []
    length = 0
    yield slice
  }
  if (count > 0) parts.push(lineEnd)
  const rest = Buffer.concat(parts)
  sum = crc32(rest, sum)
  yield rest
  yield Buffer.from(`],"count":${String(count)},"crc32":"${sum.toString(16).padStart(8, '0')}"}\n`)
}

const comma = Buffer.from(',\n')
const lineEnd = Buffer.from('\n')

/** A document that was proven whole: what it includes, and its records' texts. */
export interface ProvenDocument {
  /** Of its records. */
  readonly schema: number
  readonly upTo: number
  readonly count: number
  /** Each record's place, in bytes, and its text. */
  lines(): Generator<{ readonly position: number; readonly line: Buffer }>
}

/** Proves the whole document before anyone reads a record. Throws `Damaged` where it is not sound, or of another schema than those that are read. */
export function proveDocument(bytes: Buffer): ProvenDocument {
  const head = headLine.exec(bytes.toString('latin1', 0, 100))
  const [opening = '', written = '', upTo = ''] = head ?? []
  if (head && (Number(written) < oldestSchema || Number(written) > schema)) throw unknownSchema(Number(written), schema)
  const bodyEnd = bytes.lastIndexOf('\n', bytes.length - 2) + 1
  const [, count = '', sum = ''] = lastLine.exec(bytes.toString('latin1', bodyEnd)) ?? []
  if (!head || sum === '') throw new Damaged('is not whole')
  if (crc32(bytes.subarray(0, bodyEnd)) !== parseInt(sum, 16)) throw new Damaged('does not match its checksum')
  return {
    schema: Number(written),
    upTo: Number(upTo),
    count: Number(count),
    *lines() {
      let found = 0
      for (let position = opening.length; position < bodyEnd; found += 1) {
        const next = bytes.indexOf('\n', position) + 1
        const end = next === bodyEnd ? next - 1 : next - comma.length
        yield { position, line: bytes.subarray(position, end) }
        position = next
      }
      if (found !== Number(count)) throw new Damaged('has another number of records than it says')
    },
  }
}

/** As they were written, whatever the document's schema. */
export function recordsOf(document: ProvenDocument): readonly unknown[] {
  return Array.from(document.lines(), ({ line }): unknown => JSON.parse(line.toString('utf8')))
}
