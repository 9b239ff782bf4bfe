// Unpacks chosen entries of a zip archive, so that set-up needs no program that a fresh machine may lack.
import { createReadStream, createWriteStream } from 'node:fs'
import { chmod, mkdir, open } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createInflateRaw } from 'node:zlib'

const endMark = 0x06054b50
const entryMark = 0x02014b50

/** @typedef {{ name: string, method: number, size: number, offset: number, mode: number }} Entry */

/**
 * Unpacks the entries for which `placeFor` names a path below `folder`.
 * @param {string} archive
 * @param {string} folder
 * @param {(name: string) => string | undefined} placeFor
 * @param {(done: number, of: number) => void} [onProgress]
 */
export async function unzip(archive, folder, placeFor, onProgress) {
  const file = await open(archive)
  try {
    const wanted = (await listEntries(file)).flatMap((entry) => {
      const place = entry.name.endsWith('/') ? undefined : placeFor(entry.name)
      return place === undefined ? [] : [{ entry, target: placeInside(folder, place) }]
    })
    for (const [index, { entry, target }] of wanted.entries()) {
      await extract(file, archive, entry, target)
      onProgress?.(index + 1, wanted.length)
    }
    return wanted.length
  } finally {
    await file.close()
  }
}

/** @param {string} folder @param {string} place */
function placeInside(folder, place) {
  const target = path.resolve(folder, place)
  if (!target.startsWith(path.resolve(folder) + path.sep))
    throw new Error(`An archive entry leaves its folder: ${place}`)
  return target
}

/** @param {import('node:fs/promises').FileHandle} file @returns {Promise<Entry[]>} */
async function listEntries(file) {
  const { size } = await file.stat()
  const tail = await readAt(file, Math.max(0, size - 65_557), Math.min(size, 65_557))
  const end = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (end === -1 || tail.readUInt32LE(end) !== endMark) throw new Error('Not a zip archive, or one cut short.')
  const count = tail.readUInt16LE(end + 10)
  const directory = await readAt(file, tail.readUInt32LE(end + 16), tail.readUInt32LE(end + 12))
  /** @type {Entry[]} */
  const entries = []
  let at = 0
  for (let index = 0; index < count; index += 1) {
    if (directory.readUInt32LE(at) !== entryMark) throw new Error('The zip archive is damaged.')
    const nameLength = directory.readUInt16LE(at + 28)
    entries.push({
      name: directory.toString('utf8', at + 46, at + 46 + nameLength),
      method: directory.readUInt16LE(at + 10),
      size: directory.readUInt32LE(at + 20),
      mode: (directory.readUInt32LE(at + 38) >>> 16) & 0o777,
      offset: directory.readUInt32LE(at + 42),
    })
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32)
  }
  return entries
}

/** @param {import('node:fs/promises').FileHandle} file @param {number} from @param {number} length */
async function readAt(file, from, length) {
  const buffer = Buffer.alloc(length)
  const { bytesRead } = await file.read(buffer, 0, length, from)
  return buffer.subarray(0, bytesRead)
}

/** @param {import('node:fs/promises').FileHandle} file @param {string} archive @param {Entry} entry @param {string} target */
async function extract(file, archive, entry, target) {
  await mkdir(path.dirname(target), { recursive: true })
  const header = await readAt(file, entry.offset, 30)
  const start = entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28)
  const packed =
    entry.size === 0 ? Readable.from([]) : createReadStream(archive, { start, end: start + entry.size - 1 })
  const out = createWriteStream(target)
  if (entry.method === 8) await pipeline(packed, createInflateRaw(), out)
  else if (entry.method === 0) await pipeline(packed, out)
  else throw new Error(`The zip archive packs ${entry.name} in a way that is not known here.`)
  await chmod(target, entry.mode === 0 ? 0o644 : entry.mode)
}
