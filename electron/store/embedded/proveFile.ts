import path from 'node:path'
import { naming } from './damaged'
import { proveDocument } from './documentFormat'
import { catalogueFile, isEdition } from './documentNames'
import type { Files } from './files'
import { journalsAmong } from './journal'
import { decodeJournal } from './journalFormat'

/**
 * Proves one file of a shop's folder by its own checksums, also where opening the shop would not read it. A file that is not of
 * the store, or that the store makes again when it is not sound, has nothing to prove. Throws `CannotOpen`, naming the file.
 */
export async function proveFile(files: Files, folder: string, name: string): Promise<void> {
  const document = name === catalogueFile || (isEdition(name) && name.endsWith('.json'))
  if (!document && journalsAmong([name]).length === 0) return
  await naming(name, async () => {
    const bytes = (await files.read(path.join(folder, name))) ?? Buffer.alloc(0)
    if (document) proveDocument(bytes)
    else decodeJournal(bytes)
  })
}
