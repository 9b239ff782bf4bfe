import { createHash } from 'node:crypto'
import path from 'node:path'
import type { Disk } from './disk'

export interface CopiedFile {
  /** Below the folder, with forward slashes. */
  readonly name: string
  readonly bytes: number
  readonly sha256: string
}

/** How far a long deed has come, and whether it shall go on. */
export interface Watch {
  /** Some more bytes are done; throws where the deed was cancelled. */
  readonly advance: (bytes: number) => void
}

/** A file is not what it should be: cut short, or of other bytes. */
export class Differs extends Error {
  override readonly name = 'Differs'
  readonly file: string

  constructor(file: string) {
    super(`${file} is not as it was written.`)
    this.file = file
  }
}

/**
 * Copies the first `bytes` of a file and makes the copy durable. Answers what was read, so that the copy can be held against it.
 * Throws `Differs` where the file is shorter.
 */
export async function copyFile(
  disk: Disk,
  { name, bytes }: { readonly name: string; readonly bytes: number },
  from: string,
  to: string,
  watch: Watch,
): Promise<CopiedFile> {
  const target = path.join(to, name)
  await disk.makeFolder(path.dirname(target))
  const hash = createHash('sha256')
  let read = 0
  const file = await disk.create(target)
  try {
    for await (const slice of disk.slices(path.join(from, name), bytes)) {
      watch.advance(slice.length)
      hash.update(slice)
      read += slice.length
      await file.append(slice)
    }
    await file.sync()
  } finally {
    await file.close()
  }
  if (read !== bytes) throw new Differs(name)
  return { name, bytes, sha256: hash.digest('hex') }
}

/** Reads a file again and throws `Differs` where it does not hold exactly those bytes. */
export async function proveCopy(disk: Disk, folder: string, copied: CopiedFile, watch: Watch): Promise<void> {
  const hash = createHash('sha256')
  let read = 0
  for await (const slice of disk.slices(path.join(folder, copied.name), copied.bytes + 1)) {
    watch.advance(slice.length)
    hash.update(slice)
    read += slice.length
  }
  if (read !== copied.bytes || hash.digest('hex') !== copied.sha256) throw new Differs(copied.name)
}

/** Makes the names of all copied files durable. */
export async function syncFolders(disk: Disk, folder: string, files: readonly CopiedFile[]): Promise<void> {
  const folders = new Set(files.map(({ name }) => path.dirname(path.join(folder, name))))
  for (const inside of folders) await disk.syncFolder(inside)
  await disk.syncFolder(folder)
}
