import { crc32 } from 'node:zlib'

/** How the bytes of a picture hold together: whole, cut short, or with something else behind the picture. */
export type Wholeness = 'whole' | 'truncated' | 'more behind it' | 'broken'

const ascii = (bytes: Buffer, from: number, to: number): string => bytes.toString('latin1', from, to)

export const pngSignature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** Walks the chunks of a PNG (ISO/IEC 15948, clause 5): header first, data within, end last, each with its checksum. */
export function wholenessOfPng(bytes: Buffer): Wholeness {
  let at = pngSignature.length
  let first = true
  let hasData = false
  while (at < bytes.length) {
    if (at + 12 > bytes.length) return 'truncated'
    const length = bytes.readUInt32BE(at)
    const end = at + 12 + length
    if (end > bytes.length) return 'truncated'
    const kind = ascii(bytes, at + 4, at + 8)
    if (first !== (kind === 'IHDR')) return 'broken'
    if (crc32(bytes.subarray(at + 4, end - 4)) !== bytes.readUInt32BE(end - 4)) return 'broken'
    first = false
    hasData ||= kind === 'IDAT'
    at = end
    if (kind === 'IEND') return !hasData ? 'broken' : at === bytes.length ? 'whole' : 'more behind it'
  }
  return 'truncated'
}

const marker = { startOfScan: 0xda, endOfImage: 0xd9, temporary: 0x01, firstRestart: 0xd0, startOfImage: 0xd8 } as const

/** Walks the segments and scans of a JPEG (ITU-T T.81, annex B) to its end-of-image marker. */
export function wholenessOfJpeg(bytes: Buffer): Wholeness {
  let at = 2
  let hasScan = false
  while (at + 2 <= bytes.length) {
    if (bytes[at] !== 0xff) return 'broken'
    const code = bytes[at + 1] ?? 0
    if (code === 0xff) {
      at += 1 // A marker may be preceded by any number of fill bytes.
      continue
    }
    if (code === marker.endOfImage) return !hasScan ? 'broken' : at + 2 === bytes.length ? 'whole' : 'more behind it'
    if (code === marker.temporary || (code >= marker.firstRestart && code <= marker.startOfImage)) return 'broken'
    if (at + 4 > bytes.length) return 'truncated'
    const length = bytes.readUInt16BE(at + 2)
    if (length < 2) return 'broken'
    at += 2 + length
    if (code === marker.startOfScan) {
      hasScan = true
      at = endOfScan(bytes, at)
    }
  }
  return 'truncated'
}

/** Where the compressed data ends: at the next marker that is neither a stuffed zero nor a restart. */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1]
    const belongs = next === 0 || next === 0xff || (next !== undefined && next >= 0xd0 && next <= 0xd7)
    if (!belongs) return at
  }
  return bytes.length
}

/** Walks the chunks of a WebP (RFC 9649, section 2.3); its header says how long the whole is. */
export function wholenessOfWebp(bytes: Buffer): Wholeness {
  const size = bytes.readUInt32LE(4) + 8
  if (size > bytes.length) return 'truncated'
  if (size < bytes.length) return 'more behind it'
  let at = 12
  let hasData = false
  while (at < bytes.length) {
    if (at + 8 > bytes.length) return 'broken'
    const kind = ascii(bytes, at, at + 4)
    const length = bytes.readUInt32LE(at + 4)
    hasData ||= kind === 'VP8 ' || kind === 'VP8L' || kind === 'ANMF'
    at += 8 + length + (length % 2)
    if (at > bytes.length) return 'broken'
  }
  return hasData ? 'whole' : 'broken'
}
