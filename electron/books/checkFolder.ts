import { existsSync } from 'node:fs'
import path from 'node:path'
import { instant } from '../../shared/time'
import { picturesIn } from '../shop'
import { openEmbeddedStore } from '../store/embedded/openEmbeddedStore'
import { CannotOpen, type Reads } from '../store/store'
import { checkBooks, latestFact, type Books } from './checkBooks'
import { decayedFiles } from './decayedFiles'
import type { Finding } from './finding'
import { ReadOnlyFiles } from './readOnlyFiles'

/**
 * Checks the books of the shop in `folder` and leaves it as it was, byte by byte. Throws `CannotOpen` where the folder holds no
 * shop, is in use, or cannot be read; what is wrong with it then stands in the error.
 */
export async function checkFolder(folder: string, now = Date.now()): Promise<Books> {
  if (!existsSync(folder)) throw new CannotOpen(folder, 'is not there', 'Name the data folder of a shop.')
  const files = new ReadOnlyFiles()
  try {
    // Never closed: closing would write, and nothing that it holds is real but the lock.
    const { read } = await openEmbeddedStore(folder, { files })
    if ((await read.settings.get()) === null)
      throw new CannotOpen(folder, 'holds no shop', 'Name the data folder of a shop.')
    const at = instant(Math.max(now, await latestFact(read)))
    const books = await checkBooks(read, at)
    const decayed = await decayedFiles(files, folder)
    return { ...books, findings: [...books.findings, ...decayed, ...(await missingPictures(read, folder))] }
  } finally {
    await files.leave()
  }
}

/** Pictures are files beside the records that name them. */
async function missingPictures(read: Reads, folder: string): Promise<readonly Finding[]> {
  const pictures = (await read.products.all()).flatMap((product) => product.pictures)
  const names = pictures.flatMap(({ id, format }) => [`${id}.${format}`, `${id}.thumb.webp`])
  return names
    .filter((name) => !existsSync(path.join(picturesIn(folder), name)))
    .map((name) => ({ invariant: 12, what: `The picture file ${name} is missing.` }))
}
