import { createReadStream, existsSync } from 'node:fs'
import { readdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { diskFiles, type Files } from '../store/embedded/files'

export interface FoundFile {
  /** Below the folder, with forward slashes. */
  readonly name: string
  readonly bytes: number
}

/** The deeds of the store on a disk, and those that whole folders need. Tests make any of them fail or look before each. */
export interface Disk extends Files {
  exists(place: string): Promise<boolean>
  /** Ordinary files below the folder, in the order of their names; none where there is no such folder. Links are not followed. */
  filesBelow(folder: string): Promise<readonly FoundFile[]>
  /** The first `length` bytes of the file, in slices. */
  slices(file: string, length: number): AsyncIterable<Uint8Array>
  /** The folder with all that is in it; nothing where there is none. */
  removeFolder(folder: string): Promise<void>
}

/** A slice is a millisecond or two of checking: nobody at the window notices it. */
const sliceLength = 256 * 1024

/** Null where the file is gone: what is being written has a name of its own until it is whole. */
async function sizeOf(file: string): Promise<number | null> {
  try {
    return (await stat(file)).size
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

/** The disk of this machine. */
export const machineDisk: Disk = {
  ...diskFiles,
  exists: async (place) => existsSync(place),
  async filesBelow(folder) {
    if (!existsSync(folder)) return []
    const entries = await readdir(folder, { recursive: true, withFileTypes: true })
    const files = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name))
    const found = await Promise.all(
      files.map(async (file) => {
        const bytes = await sizeOf(file)
        return bytes === null ? [] : [{ name: path.relative(folder, file).split(path.sep).join('/'), bytes }]
      }),
    )
    return found.flat().toSorted((left, right) => (left.name < right.name ? -1 : 1))
  },
  async *slices(file, length) {
    if (length === 0) return
    for await (const slice of createReadStream(file, { end: length - 1, highWaterMark: sliceLength }))
      yield slice as Uint8Array
  },
  removeFolder: (folder) => rm(folder, { recursive: true, force: true }),
}
