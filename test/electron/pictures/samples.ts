import { crc32 } from 'node:zlib'

// Pictures made byte by byte, so that tests can bend each part of them.

const text = (characters: string): Buffer => Buffer.from(characters, 'latin1')

export function pngChunk(kind: string, data: Buffer): Buffer {
  const body = Buffer.concat([text(kind), data])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, check])
}

const pngSignature = Buffer.from('89504e470d0a1a0a', 'hex')

/** A grey PNG that says it has this size; its data are those of one pixel, for nothing here decodes them. */
export function aPng(width = 1, height = 1): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header[8] = 8
  const pixel = Buffer.from('789c6360000000020001', 'hex')
  return Buffer.concat([
    pngSignature,
    pngChunk('IHDR', header),
    pngChunk('IDAT', pixel),
    pngChunk('IEND', Buffer.alloc(0)),
  ])
}

const segment = (code: number, data: Buffer): Buffer => {
  const head = Buffer.from([0xff, code, 0, 0])
  head.writeUInt16BE(data.length + 2, 2)
  return Buffer.concat([head, data])
}

export const endOfJpeg = Buffer.from([0xff, 0xd9])

/** A JPEG of this size whose one scan holds a stuffed byte and a restart marker. */
export function aJpeg(width = 1, height = 1): Buffer {
  const frame = Buffer.from([8, 0, 0, 0, 0, 1, 1, 0x11, 0])
  frame.writeUInt16BE(height, 1)
  frame.writeUInt16BE(width, 3)
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, Buffer.concat([text('JFIF\0'), Buffer.from([1, 1, 0, 0, 1, 0, 1, 0, 0])])),
    segment(0xc0, frame),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    Buffer.from([0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56]),
    endOfJpeg,
  ])
}

/** A lossless WebP of this size. */
export function aWebp(width = 1, height = 1): Buffer {
  const data = Buffer.alloc(12)
  data[0] = 0x2f
  data.writeUInt32LE((width - 1) | ((height - 1) << 14), 1)
  const chunk = Buffer.concat([text('VP8L'), Buffer.from([data.length, 0, 0, 0]), data])
  const head = Buffer.alloc(8)
  head.write('RIFF', 'latin1')
  head.writeUInt32LE(4 + chunk.length, 4)
  return Buffer.concat([head, text('WEBP'), chunk])
}
