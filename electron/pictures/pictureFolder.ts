import { copyFile, mkdir, open, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import type { PictureId } from '../../shared/ids'
import type { Picture } from '../../shared/products/product'
import { NotSaved } from '../store/store'

/** Where a shop keeps the bytes of its pictures. A picture's files belong to one product alone. */
export interface PictureFolder {
  /** Resolves when both files are durable, throws NotSaved where they cannot be. Comes before the commit that names the picture. */
  write(picture: PictureFile, bytes: Buffer, thumbnail: Buffer): Promise<void>
  /** Copies under new ids, durable as well. */
  copyAll(copies: readonly { readonly picture: PictureFile; readonly copyId: PictureId }[]): Promise<void>
  /** Best effort: a file that stays behind does no harm, nothing names it. */
  remove(picture: PictureFile): Promise<void>
}

export type PictureFile = Pick<Picture, 'id' | 'format'>

const namesOf = ({ id, format }: PictureFile): readonly [string, string] => [`${id}.${format}`, `${id}.thumb.webp`]

/** The pictures in this folder, which is made with the first one. */
export function pictureFolder(folder: string): PictureFolder {
  const fileOf = (name: string): string => path.join(folder, name)

  async function place(name: string, fill: (beside: string) => Promise<void>): Promise<void> {
    const beside = fileOf(`${name}.new`)
    await fill(beside)
    await syncFile(beside)
    await rename(beside, fileOf(name))
  }

  async function placeBoth(to: PictureFile, fill: (beside: string, which: 0 | 1) => Promise<void>): Promise<void> {
    const [picture, thumbnail] = namesOf(to)
    try {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      await place(picture, (beside) => fill(beside, 0))
      await place(thumbnail, (beside) => fill(beside, 1))
      await syncFolder(folder)
    } catch (cause) {
      await remove(to)
      throw new NotSaved('a picture could not be written', { cause })
    }
  }

  async function remove(picture: PictureFile): Promise<void> {
    const files = namesOf(picture).flatMap((name) => [name, `${name}.new`])
    await Promise.allSettled(files.map((name) => rm(fileOf(name), { force: true })))
  }

  return {
    write: (picture, bytes, thumbnail) =>
      placeBoth(picture, (beside, which) => writeNew(beside, which === 0 ? bytes : thumbnail)),
    async copyAll(copies) {
      for (const { picture, copyId } of copies) {
        const sources = namesOf(picture)
        await placeBoth({ ...picture, id: copyId }, (beside, which) => copyFile(fileOf(sources[which]), beside))
      }
    },
    remove,
  }
}

async function writeNew(name: string, bytes: Buffer): Promise<void> {
  const file = await open(name, 'w', 0o600)
  try {
    await file.writeFile(bytes)
  } finally {
    await file.close()
  }
}

async function syncFile(name: string): Promise<void> {
  const file = await open(name, 'r+')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Makes the renames durable. Windows knows no such thing for folders and keeps them anyway. */
async function syncFolder(name: string): Promise<void> {
  if (process.platform === 'win32') return
  const folder = await open(name, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}
