import { crc32 } from 'node:zlib'
import { Damaged, newerSchema } from './damaged'

/** What a document holds: records of one kind, as they stood after the commit `upTo`. */
export interface DocumentContent {
  readonly upTo: number
  readonly records: readonly unknown[]
}

/*
 * A document is JSON, one record a line, so that it is written and read in slices and a text of any size is never held whole:
 *
 *   {"schema":1,"upTo":<sequence>,"records":[\n
 *   <record>,\n …
 *   ],"count":<records>,"crc32":"<of everything before this line>"}\n
 */

const schema = 1
const headLine = /^\{"schema":(\d+),"upTo":(\d+),"records":\[\n/u
const lastLine = /^\],"count":(\d+),"crc32":"([0-9a-f]{8})"\}\n$/u

/** Enough for a write to be worth its while, and a millisecond or two of work. */
const sliceLength = 256 * 1024

export function* encodeDocument(content: DocumentContent): Generator<Buffer> {
  let sum = 0
  let text = `{"schema":${String(schema)},"upTo":${String(content.upTo)},"records":[\n`
  const last = content.records.length - 1
  for (const [index, record] of content.records.entries()) {
    text += JSON.stringify(record) + (index === last ? '\n' : ',\n')
    if (text.length < sliceLength) continue
    const slice = Buffer.from(text)
    sum = crc32(slice, sum)
    text = ''
    yield slice
  }
  const rest = Buffer.from(text)
  sum = crc32(rest, sum)
  yield rest
  yield Buffer.from(`],"count":${String(last + 1)},"crc32":"${sum.toString(16).padStart(8, '0')}"}\n`)
}

/** Proves the whole document before it reads any record. Throws `Damaged` where it is not sound, or newer. */
export function decodeDocument(bytes: Buffer): DocumentContent {
  const head = headLine.exec(bytes.toString('latin1', 0, 100))
  const [opening = '', written = '', upTo = ''] = head ?? []
  if (head && Number(written) > schema) throw newerSchema(Number(written), schema)
  const bodyEnd = bytes.lastIndexOf('\n', bytes.length - 2) + 1
  const [, count = '', sum = ''] = lastLine.exec(bytes.toString('latin1', bodyEnd)) ?? []
  if (!head || Number(written) < schema || sum === '') throw new Damaged('is not whole')
  if (crc32(bytes.subarray(0, bodyEnd)) !== parseInt(sum, 16)) throw new Damaged('does not match its checksum')
  const records: unknown[] = []
  for (let from = opening.length; from < bodyEnd;) {
    const to = bytes.indexOf('\n', Math.min(from + sliceLength, bodyEnd - 1)) + 1
    const lines = bytes.toString('utf8', from, to - 1)
    const slice = JSON.parse(`[${lines.endsWith(',') ? lines.slice(0, -1) : lines}]`) as readonly unknown[]
    for (const record of slice) records.push(record)
    from = to
  }
  if (records.length !== Number(count)) throw new Damaged('has another number of records than it says')
  return { upTo: Number(upTo), records }
}

/** Proves a document without reading its records, a slice at each step, so that others may run between. Throws `Damaged`. */
export function* proveDocument(bytes: Buffer): Generator<void> {
  const bodyEnd = bytes.lastIndexOf('\n', bytes.length - 2) + 1
  const [, , expected = ''] = lastLine.exec(bytes.toString('latin1', bodyEnd)) ?? []
  if (expected === '' || !headLine.test(bytes.toString('latin1', 0, 100))) throw new Damaged('is not whole')
  let sum = 0
  for (let from = 0; from < bodyEnd; from += proofLength) {
    sum = crc32(bytes.subarray(from, Math.min(from + proofLength, bodyEnd)), sum)
    yield
  }
  if (sum !== parseInt(expected, 16)) throw new Damaged('does not match its checksum')
}

const proofLength = 1024 ** 2
