import path from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { naming } from './damaged'
import { proveDocument } from './documentFormat'
import { catalogueName, documentOf } from './documentNames'
import type { Files } from './files'
import { journalsAmong } from './journal'
import { decodeJournal } from './journalFormat'

/**
 * Proves one file of a shop's folder by its own checksums, in small steps, also where opening the shop would not read it. A file that
 * is not of the store has nothing to prove. Throws `CannotOpen`, naming the file.
 */
export async function proveFile(files: Files, folder: string, name: string): Promise<void> {
  const document = name === catalogueName || documentOf(name) !== null
  if (!document && journalsAmong([name]).length === 0) return
  await naming(name, async () => {
    const bytes = (await files.read(path.join(folder, name))) ?? Buffer.alloc(0)
    if (!document) decodeJournal(bytes)
    else for (const _ of proveDocument(bytes)) await setImmediate()
  })
}
