import { crc32 } from 'node:zlib'
import { Damaged, newerSchema } from './damaged'
import { oldestSchema, schema } from './upgrades/upgrade'

/*
 * A journal is text, so that it can be looked at, and NUL bytes never belong in it:
 *
 *   journal <schema of its records> <base> <crc of the line so far>\n
 *   frame <sequence of its first commit> <commits> <bytes> <crc of the commits> <crc of the line so far>\n
 *   one commit as JSON\n …
 *
 * A frame is what one flush made durable: one commit or several that shared it. A frame is begun only after the one before it
 * was durable, so only the last frame of a journal may be incomplete, and then none of its commits was acknowledged.
 */

/** Journals counted for themselves at first: what said 1 holds records of schema 2. */
const schemaSaid = (written: number): number => (written === 1 ? 2 : written)

const digits = (value: number, length: number): string => String(value).padStart(length, '0')

const checksum = (bytes: Uint8Array | string): string => crc32(bytes).toString(16).padStart(8, '0')

export const journalHead = (base: number): Buffer => {
  const line = `journal ${String(schema)} ${digits(base, 15)}`
  return Buffer.from(`${line} ${checksum(line)}\n`)
}

const headLine = /^(journal (\d+) (\d{15})) ([0-9a-f]{8})\n/u
const frameLine = /^(frame (\d{15}) (\d{6}) (\d{10}) ([0-9a-f]{8})) ([0-9a-f]{8})\n$/u
const frameLineLength = 'frame '.length + 15 + 1 + 6 + 1 + 10 + 1 + 8 + 1 + 8 + 1

/** The commits, each one JSON text, as what is appended in one write. */
export function encodeFrame(first: number, commits: readonly Buffer[]): Buffer {
  const frame = Buffer.concat([Buffer.alloc(frameLineLength), ...commits.flatMap((commit) => [commit, lineEnd])])
  const payload = frame.subarray(frameLineLength)
  const line = `frame ${digits(first, 15)} ${digits(commits.length, 6)} ${digits(payload.length, 10)} ${checksum(payload)}`
  frame.write(`${line} ${checksum(line)}\n`, 'latin1')
  return frame
}

const lineEnd = Buffer.from('\n')

export interface JournalContent {
  /** Of its commits. */
  readonly schema: number
  /** The sequence of the last commit before this journal. */
  readonly base: number
  /** One JSON text each, of the sequences base + 1, base + 2 … */
  readonly commits: readonly string[]
  /** Bytes up to the end of the last whole frame. */
  readonly goodLength: number
  /** Whether an incomplete frame follows, which was never acknowledged. */
  readonly torn: boolean
}

/** Proves a whole journal. Throws `Damaged` on anything but a sound journal or one whose last frame is incomplete. */
export function decodeJournal(bytes: Buffer): JournalContent {
  const head = headLine.exec(bytes.toString('latin1', 0, 80))
  if (!head) throw new Damaged('does not begin as a journal does')
  const [whole, line = '', written = '', base = '', sum = ''] = head
  const said = schemaSaid(Number(written))
  if (said > schema) throw newerSchema(said, schema)
  if (said < oldestSchema || checksum(line) !== sum) throw new Damaged('does not begin as a journal does')
  const commits: string[] = []
  let at = whole.length
  while (at < bytes.length) {
    const frame = frameAt(bytes, at, Number(base) + commits.length + 1)
    if (frame === 'torn') return { schema: said, base: Number(base), commits, goodLength: at, torn: true }
    for (const commit of frame.commits) commits.push(commit)
    at = frame.end
  }
  return { schema: said, base: Number(base), commits, goodLength: at, torn: false }
}

interface Frame {
  readonly commits: readonly string[]
  readonly end: number
}

function frameAt(bytes: Buffer, at: number, expected: number): Frame | 'torn' {
  const start = at + frameLineLength
  if (start > bytes.length) return tornOr(bytes, at, `breaks off at byte ${String(at)}`, true)
  const found = frameLine.exec(bytes.toString('latin1', at, start))
  if (!found) return tornOr(bytes, at, `is not readable at byte ${String(at)}`)
  const [, line = '', first = '', count = '', length = '', payloadSum = '', lineSum = ''] = found
  if (checksum(line) !== lineSum) return tornOr(bytes, at, `is not readable at byte ${String(at)}`)
  if (Number(first) !== expected) {
    throw new Damaged(
      `goes on with commit ${String(Number(first))} instead of ${String(expected)} at byte ${String(at)}`,
    )
  }
  const end = start + Number(length)
  if (end > bytes.length) return 'torn'
  const payload = bytes.subarray(start, end)
  if (checksum(payload) !== payloadSum) {
    const what = `has a commit that does not match its checksum at byte ${String(at)}`
    if (end < bytes.length) throw new Damaged(what)
    return tornOr(bytes, at, what)
  }
  const commits = payload.toString('utf8', 0, payload.length - 1).split('\n')
  if (commits.length !== Number(count))
    throw new Damaged(`has another number of commits than it says at byte ${String(at)}`)
  return { commits, end }
}

/** The unit in which a disk keeps or loses what was written last. */
const sector = 512

/**
 * A write that lost its power leaves sectors without content, zeros up to the file's length. No sound byte of a journal is zero,
 * so such a hole tells an unfinished last write from one that was finished and decayed, which is damage.
 */
function tornOr(bytes: Buffer, at: number, what: string, cutShort = false): 'torn' {
  if (cutShort && frameStart.startsWith(bytes.toString('latin1', at, at + frameStart.length))) return 'torn'
  for (let from = at; from < bytes.length; from = (Math.floor(from / sector) + 1) * sector) {
    const to = Math.min((Math.floor(from / sector) + 1) * sector, bytes.length)
    if (bytes.subarray(from, to).every((byte) => byte === 0)) return 'torn'
  }
  throw new Damaged(what)
}

const frameStart = 'frame '
