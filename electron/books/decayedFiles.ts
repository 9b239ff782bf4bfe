import path from 'node:path'
import { Damaged } from '../store/embedded/damaged'
import { proveDocument } from '../store/embedded/documentFormat'
import { auditFolder, ordersFolder } from '../store/embedded/documentNames'
import type { Files } from '../store/embedded/files'
import type { Finding } from './finding'

/**
 * Documents of which a byte is not as it was written. An open shop proves each record when it reads it; here every file is proven
 * whole, so that decay is known before someone needs the record.
 */
export async function decayedFiles(files: Files, folder: string): Promise<readonly Finding[]> {
  const found: Finding[] = []
  for (const inside of ['', ordersFolder, auditFolder]) {
    for (const name of await files.list(path.join(folder, inside))) {
      if (!name.endsWith('.json')) continue
      const file = path.posix.join(inside, name)
      const why = await decayOf((await files.read(path.join(folder, file))) ?? Buffer.alloc(0))
      if (why !== null) found.push({ invariant: 16, what: `The file ${file} ${why}.` })
    }
  }
  return found
}

async function decayOf(bytes: Buffer): Promise<string | null> {
  try {
    // To the end of its lines: it also says how many they are.
    for (const _line of proveDocument(bytes).lines()) continue
    return null
  } catch (error) {
    if (error instanceof Damaged) return error.message
    throw error
  }
}
