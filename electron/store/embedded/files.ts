import fs from 'node:fs'
import { mkdir, readdir, readFile, rename, stat, unlink } from 'node:fs/promises'
import path from 'node:path'

/** A file that only grows at its end, or is cut back to a length it once had. */
export interface OpenFile {
  /** Writes until every byte is out; a full disk is an error, never a short success. */
  append(bytes: Uint8Array): Promise<void>
  /** Resolves when all that was appended or cut is on the disk. */
  sync(): Promise<void>
  truncate(length: number): Promise<void>
  close(): Promise<void>
}

/** A file that is read in parts, at once: a few microseconds where the system has it in memory. */
export interface ReadableFile {
  /** Fewer bytes where the file ends before. */
  readAt(position: number, length: number): Buffer
  close(): void
}

/**
 * The few deeds that the store does on a disk. Kept apart so that a test can make any one of them fail, or look at the folder
 * before each.
 */
export interface Files {
  /** Makes the folder, for this user alone, where it is missing. */
  makeFolder(folder: string): Promise<void>
  /** Names in the folder, in their order; none where there is no such folder. */
  list(folder: string): Promise<readonly string[]>
  /** The whole file, or null where there is none. */
  read(file: string): Promise<Buffer | null>
  /** Bytes of the file, or null where there is none. */
  size(file: string): Promise<number | null>
  /** Throws where there is none. */
  openToRead(file: string): ReadableFile
  /** Throws where the file exists. */
  claim(file: string): Promise<void>
  /** A file without content, also where there was one. */
  create(file: string): Promise<OpenFile>
  /** Throws where there is none. */
  openAtEnd(file: string): Promise<OpenFile>
  rename(from: string, to: string): Promise<void>
  remove(file: string): Promise<void>
  /** Makes names that came or went in the folder durable. */
  syncFolder(folder: string): Promise<void>
}

const forThisUser = 0o600

// Callbacks instead of fs/promises on the way of a commit: its wrapping costs a fifth of a small durable write.
class DiskFile implements OpenFile {
  readonly #handle: number

  constructor(handle: number) {
    this.#handle = handle
  }

  async append(bytes: Uint8Array): Promise<void> {
    for (let written = 0; written < bytes.length;) {
      const count = await this.#write(bytes, written)
      if (count === 0) throw new Error('The disk took no more bytes.')
      written += count
    }
  }

  #write(bytes: Uint8Array, from: number): Promise<number> {
    return new Promise((resolve, reject) => {
      fs.write(this.#handle, bytes, from, bytes.length - from, null, (error, count) => {
        if (error) reject(error)
        else resolve(count)
      })
    })
  }

  sync(): Promise<void> {
    return settled((done) => fs.fdatasync(this.#handle, done))
  }

  truncate(length: number): Promise<void> {
    return settled((done) => fs.ftruncate(this.#handle, length, done))
  }

  close(): Promise<void> {
    return settled((done) => fs.close(this.#handle, done))
  }
}

const settled = (start: (done: (error: Error | null | undefined) => void) => void): Promise<void> =>
  new Promise((resolve, reject) => {
    start((error) => {
      if (error) reject(error)
      else resolve()
    })
  })

const open = (file: string, flags: string | number): Promise<number> =>
  new Promise((resolve, reject) => {
    fs.open(file, flags, forThisUser, (error, handle) => {
      if (error) reject(error)
      else resolve(handle)
    })
  })

/** Null instead of an error where the file or folder does not exist. Every other error stays one. */
async function unlessAbsent<T>(wanted: Promise<T>): Promise<T | null> {
  try {
    return await wanted
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

/** The disk of this machine. */
export const diskFiles: Files = {
  async makeFolder(folder) {
    const made = await mkdir(folder, { recursive: true, mode: 0o700 })
    if (made !== undefined) await diskFiles.syncFolder(path.dirname(made))
  },
  list: async (folder) => ((await unlessAbsent(readdir(folder))) ?? []).sort(),
  read: (file) => unlessAbsent(readFile(file)),
  size: async (file) => (await unlessAbsent(stat(file)))?.size ?? null,
  openToRead(file) {
    const handle = fs.openSync(file, 'r')
    return {
      readAt(position, length) {
        const bytes = Buffer.allocUnsafe(length)
        let read = 0
        while (read < length) {
          const count = fs.readSync(handle, bytes, read, length - read, position + read)
          if (count === 0) break
          read += count
        }
        return bytes.subarray(0, read)
      },
      close: () => fs.closeSync(handle),
    }
  },
  async claim(file) {
    await settled((done) =>
      fs.open(file, 'wx', forThisUser, (error, handle) => (error ? done(error) : fs.close(handle, done))),
    )
  },
  create: async (file) => new DiskFile(await open(file, 'w')),
  async openAtEnd(file) {
    return new DiskFile(await open(file, fs.constants.O_WRONLY | fs.constants.O_APPEND))
  },
  rename: (from, to) => rename(from, to),
  async remove(file) {
    await unlessAbsent(unlink(file))
  },
  async syncFolder(folder) {
    // Windows has no handle on a folder; NTFS keeps names in its own journal.
    if (process.platform === 'win32') return
    const handle = await open(folder, 'r')
    try {
      await settled((done) => fs.fsync(handle, done))
    } finally {
      await settled((done) => fs.close(handle, done))
    }
  },
}
