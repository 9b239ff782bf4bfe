import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline'
import type { ImportedOrder } from '../../shared/sheets/readImportRow'
import { writeBeside } from '../sheets/writeBeside'
import type { Files } from '../store/embedded/files'

const folderIn = (shopFolder: string): string => path.join(shopFolder, 'imports')
const fileIn = (shopFolder: string, importId: string): string => path.join(folderIn(shopFolder), `${importId}.jsonl`)

const linesOfPart = 500

/** Keeps an import's checked orders, a line each, beside the shop's data until the last of them is in. Answers their digest. */
export async function stageOrders(
  files: Files,
  shopFolder: string,
  importId: string,
  lines: readonly string[],
  progress: (done: number) => void,
): Promise<string> {
  await files.makeFolder(folderIn(shopFolder))
  const hash = createHash('sha256')
  async function* bytes(): AsyncGenerator<Uint8Array> {
    for (let from = 0; from < lines.length; from += linesOfPart) {
      progress(from)
      const part = Buffer.from(`${lines.slice(from, from + linesOfPart).join('\n')}\n`)
      hash.update(part)
      yield part
    }
  }
  await writeBeside(files, fileIn(shopFolder, importId), bytes(), async () => undefined)
  return hash.digest('hex')
}

/** Whether they are as they were kept. */
export async function stagedAreSound(shopFolder: string, importId: string, sha256: string): Promise<boolean> {
  const hash = createHash('sha256')
  try {
    for await (const part of createReadStream(fileIn(shopFolder, importId))) hash.update(part as Uint8Array)
  } catch {
    return false
  }
  return hash.digest('hex') === sha256
}

/** The kept orders after the first `done`. */
export async function* stagedOrders(shopFolder: string, importId: string, done: number): AsyncGenerator<ImportedOrder> {
  const input = createReadStream(fileIn(shopFolder, importId), 'utf8')
  let line = 0
  try {
    for await (const text of createInterface({ input, crlfDelay: Infinity })) {
      line += 1
      if (line > done && text !== '') yield JSON.parse(text) as ImportedOrder
    }
  } finally {
    input.destroy()
  }
}

/** Removes what no import is waiting for. */
export async function dropStaged(files: Files, shopFolder: string, keep: string | null): Promise<void> {
  for (const name of await files.list(folderIn(shopFolder))) {
    if (name !== `${keep ?? ''}.jsonl`) await files.remove(path.join(folderIn(shopFolder), name))
  }
}
