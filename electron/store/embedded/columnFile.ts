import { crc32 } from 'node:zlib'
import { Damaged, unknownSchema } from './damaged'
import { sliceLength } from './documentFormat'

/*
 * The index of a document: what lists and searches need of its records, so that opening reads a sixth of it. All of it follows from the
 * document, from which it is made again where it is not sound.
 *
 *   {"schema":<of the index>,"lengths":[<bytes of each part>],"facts":{…}}\n
 *   the parts, one after the other, numbers with the lowest byte first
 *   <crc of everything before> (4 bytes)
 */

/** `schema` is one more with every change of what indexes of that kind hold: an index of another schema is made again. */
export function* encodeParts(schema: number, facts: unknown, parts: readonly Buffer[]): Generator<Buffer> {
  const lengths = parts.map(({ length }) => length)
  const head = Buffer.from(`${JSON.stringify({ schema, lengths, facts })}\n`)
  let sum = 0
  for (const part of [head, ...parts]) {
    for (let at = 0; at < part.length; at += sliceLength) {
      const slice = part.subarray(at, at + sliceLength)
      sum = crc32(slice, sum)
      yield slice
    }
  }
  const end = Buffer.alloc(4)
  end.writeUInt32LE(sum)
  yield end
}

/** Throws `Damaged` where the file is not sound, or of another schema. */
export function decodeParts(
  schema: number,
  bytes: Buffer,
): { readonly facts: unknown; readonly parts: readonly Buffer[] } {
  const end = bytes.length - 4
  if (end < 0 || crc32(bytes.subarray(0, end)) !== bytes.readUInt32LE(end))
    throw new Damaged('does not match its checksum')
  const headEnd = bytes.indexOf('\n')
  // Its checksum proved that this is a head as this program wrote it.
  const head = JSON.parse(bytes.toString('utf8', 0, headEnd)) as {
    readonly schema: number
    readonly lengths: readonly number[]
    readonly facts: unknown
  }
  if (head.schema !== schema) throw unknownSchema(head.schema, schema)
  let at = headEnd + 1
  const parts = head.lengths.map((length) => bytes.subarray(at, (at += length)))
  return { facts: head.facts, parts }
}
