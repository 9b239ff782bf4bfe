import path from 'node:path'
import { marketFacts } from '../../shared/campaigns/market'
import { ok, refuse, type Result } from '../../shared/result'
import type { SavedFile } from '../../shared/sheets/requests'
import type { StaffActor } from '../../shared/staff/actor'
import type { Clock } from '../clock'
import { reasonIn } from '../longDeed'
import { refuseNotSaved } from '../requests/notSaved'
import type { Shop } from '../shop'
import type { Files } from '../store/embedded/files'
import { NotSaved } from '../store/store'
import { fileNameFor } from './about'
import { noteTaken } from './noteTaken'
import type { FileChoice } from './sheets'
import { writeBeside } from './writeBeside'

/** A file that is complete before anyone is asked where it goes: a chart, a page. */
export interface WholeFile {
  readonly what: 'chart' | 'page'
  readonly shop: Shop
  readonly by: StaffActor
  /** "Paid per day". */
  readonly name: string
  /** The filters that are set, in words. */
  readonly words: readonly string[]
  readonly extension: 'csv' | 'svg' | 'png' | 'pdf'
  readonly bytes: Uint8Array
}

interface WholeFileParts {
  readonly files: Files
  readonly clock: Clock
  readonly choice: Pick<FileChoice, 'newFile'>
  readonly reportBug: (event: string, error: unknown) => void
}

/** Has a place chosen and writes the file there, whole or not at all, with its entry in the trail. */
export async function saveWholeFile(
  { files, clock, choice, reportBug }: WholeFileParts,
  { what, shop, by, name, words, extension, bytes }: WholeFile,
): Promise<Result<SavedFile | null>> {
  const kind = extension.toUpperCase()
  const made = { shopName: shop.name, name: by.name, at: clock.now(), zone: marketFacts.IN.zone }
  const wish = { title: `Save the ${what} as ${kind}`, kind, extensions: [extension] }
  const target = await choice.newFile(wish, fileNameFor({ name, words }, made, extension))
  if (target === null) return ok(null)
  const note = () =>
    noteTaken(shop, by, {
      action: `${what}s.export`,
      summary: `Saved the ${what} “${name}” as ${kind}`,
      facts: [['filter', words.join('; ') || 'none']],
    })
  try {
    await writeBeside(files, target, once(bytes), note)
    return ok({ file: path.basename(target) })
  } catch (error) {
    if (error instanceof NotSaved) return refuseNotSaved()
    reportBug('sheets', error)
    return refuse('not-written', `The file could not be written (${reasonIn(error)}). Choose another place.`)
  }
}

/** Bytes that are complete already. */
export async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}
